package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.currencies.CurrencyRow;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;
import org.cotsim.benchmarks.experiment.currencies.FloorAt;
import org.cotsim.benchmarks.problem.Floor;
import org.cotsim.benchmarks.problem.Recipe;

/** The two panels of one problem, and the legend that they share. */
final class CurrenciesPanels {

  private static final double PLOT = 330; // of a panel, across
  private static final double FIRST = 48; // from the left end
  private static final double SECOND = 448;
  private static final double LEGEND = 806;
  private static final double ABOVE = 50;
  private static final double BELOW = 46;
  private static final double LINE = 17;
  private static final int FLOOR_FONT = 11;
  private static final List<String> WAYS =
      Stream.of(Recipe.values()).map(Recipe::toString).toList();
  private static final String TEXT = "#333333";
  private static final String GREY = "#8a8a8a";

  /** A line of a panel: its points in order. */
  private record Line(List<Point> points, SeriesStyle style, boolean hollow) {}

  private record Point(double n, double amount, String title) {}

  private final CurrencyTable table;
  private final String problem;
  private final List<CurrencyRow> rows;

  CurrenciesPanels(CurrencyTable table, String problem) {
    this.table = table;
    this.problem = problem;
    this.rows = table.of(problem).stream().filter(row -> row.n() > 0).toList();
  }

  void draw(Svg svg, Box room) {
    if (rows.isEmpty()) {
      return;
    }
    svg.open("g").set("font-size", 15).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(room.left(), room.top() + 16, Svg.fit(problem, 15, 360)).close();
    double top = room.top() + ABOVE;
    double bottom = room.bottom() - BELOW;
    Box needs = new Box(room.left() + FIRST, top, room.left() + FIRST + PLOT, bottom);
    Box costs = new Box(room.left() + SECOND, top, room.left() + SECOND + PLOT, bottom);
    panel(svg, needs, needs(), "needed of what each way is bought with", true);
    panel(svg, costs, costs(), "multiply-adds of an answer", false);
    legend(svg, room.left() + LEGEND, top, room.right());
  }

  private List<String> ways() {
    return rows.stream().map(CurrencyRow::by).distinct().toList();
  }

  private List<CurrencyRow> by(String way) {
    return rows.stream().filter(row -> row.by().equals(way)).toList();
  }

  /** A colour and a marker for each way, the same for every problem. */
  private static SeriesStyle style(String way) {
    return SeriesStyle.of(Math.max(0, WAYS.indexOf(way)));
  }

  private List<Line> needs() {
    List<Line> lines = new ArrayList<>();
    for (String way : ways()) {
      List<CurrencyRow> of = by(way);
      lines.add(line(of, of.stream().map(CurrenciesPanels::claimed).toList(), way, false));
      List<CurrencyRow> less =
          of.stream()
              .filter(row -> row.need().observed().isPresent())
              .filter(row -> row.need().observed().getAsLong() != row.need().claimed())
              .toList();
      lines.add(line(less, less.stream().map(CurrenciesPanels::observed).toList(), way, true));
    }
    return lines;
  }

  private List<Line> costs() {
    return ways().stream()
        .map(
            way ->
                line(
                    by(way),
                    by(way).stream()
                        .map(row -> point(row, row.operations(), "multiply-adds"))
                        .toList(),
                    way,
                    false))
        .toList();
  }

  private static Line line(List<CurrencyRow> of, List<Point> points, String way, boolean hollow) {
    return new Line(of.isEmpty() ? List.of() : points, style(way), hollow);
  }

  private static Point claimed(CurrencyRow row) {
    return point(row, row.need().claimed(), row.need().currency() + " claimed");
  }

  private static Point observed(CurrencyRow row) {
    return point(row, row.need().observed().orElseThrow(), row.need().currency() + " observed");
  }

  private static Point point(CurrencyRow row, long amount, String what) {
    String way = row.by().isEmpty() ? "" : " by " + row.by();
    return new Point(
        row.n(),
        amount,
        "%s%s, n = %d\n%d %s".formatted(row.problem(), way, row.n(), amount, what));
  }

  private void panel(Svg svg, Box plot, List<Line> lines, String name, boolean withFloors) {
    double[] amounts =
        lines.stream()
            .flatMap(l -> l.points().stream())
            .mapToDouble(Point::amount)
            .sorted()
            .toArray();
    double most = amounts.length == 0 ? 1 : amounts[amounts.length - 1];
    Axis up =
        withFloors
            ? Axis.counts(most, plot.bottom(), plot.top() + 6)
            : Axis.decades(amounts[0], most, plot.bottom(), plot.top() + 6);
    double least = rows.stream().mapToDouble(CurrencyRow::n).min().orElse(1);
    double longest = rows.stream().mapToDouble(CurrencyRow::n).max().orElse(1);
    Axis across = Axis.logarithmic(least, longest, plot.left() + 10, plot.right() - 12);
    frame(svg, plot, across, up, withFloors ? up.countTicks(24) : up.decadeTicks(), name);
    if (withFloors) {
      floors(svg, across, up, most);
    }
    for (Line line : lines) {
      draw(svg, line, across, up);
    }
  }

  private void frame(Svg svg, Box plot, Axis across, Axis up, List<Double> ticks, String name) {
    List<Integer> lengths = rows.stream().map(CurrencyRow::n).distinct().sorted().toList();
    svg.open("g").set("stroke", "#e4e4e4");
    ticks.forEach(t -> svg.line(plot.left(), up.at(t), plot.right(), up.at(t)));
    lengths.forEach(n -> svg.line(across.at(n), plot.top(), across.at(n), plot.bottom()));
    svg.close();
    svg.open("g").set("fill", TEXT).set("font-size", 12);
    svg.label(plot.left(), plot.top() - 8, name);
    svg.open("g").set("text-anchor", "end");
    ticks.forEach(t -> svg.label(plot.left() - 6, up.at(t) + 4, Axis.shortCount(t)));
    svg.close().open("g").set("text-anchor", "middle");
    lengths.forEach(n -> svg.label(across.at(n), plot.bottom() + 16, String.valueOf(n)));
    svg.label((plot.left() + plot.right()) / 2, plot.bottom() + 33, "n, the length of the input");
    svg.close().close();
  }

  private void floors(Svg svg, Axis across, Axis up, double most) {
    for (Floor floor : table.floorsOf(problem)) {
      List<FloorAt> at =
          table.floors().stream()
              .filter(one -> one.problem().equals(problem) && one.floor().equals(floor))
              .filter(one -> one.n() > 0 && one.amount() <= most)
              .toList();
      if (floor.of().equals("steps") && at.size() > 1) {
        String path =
            at.stream()
                .map(
                    one ->
                        Svg.number(across.at(one.n()))
                            + " "
                            + Svg.number(up.at((double) one.amount())))
                .collect(Collectors.joining("L", "M", ""));
        svg.open("path").set("d", path).set("fill", "none").set("stroke", GREY);
        svg.set("stroke-width", 1.4)
            .set("stroke-dasharray", floor.applies() ? "6 3" : "1.5 3")
            .close();
      }
    }
  }

  private static void draw(Svg svg, Line line, Axis across, Axis up) {
    if (line.points().isEmpty()) {
      return;
    }
    String path =
        line.points().stream()
            .map(p -> Svg.number(across.at(p.n())) + " " + Svg.number(up.at(p.amount())))
            .collect(Collectors.joining("L", "M", ""));
    if (!line.hollow() && line.points().size() > 1) {
      svg.open("path").set("d", path).set("fill", "none");
      svg.set("stroke", line.style().colour()).set("stroke-width", 1.8).close();
    }
    for (Point point : line.points()) {
      svg.open("g").open("title").text(point.title()).close();
      svg.open("path").set("d", line.style().marker());
      svg.set("transform", AccuracyPanel.translate(across.at(point.n()), up.at(point.amount())));
      svg.set("fill", line.hollow() ? "#ffffff" : line.style().colour());
      svg.set("stroke", line.style().colour()).close().close();
    }
  }

  private void legend(Svg svg, double left, double top, double right) {
    double y = top + 4;
    for (String way : ways()) {
      CurrencyRow last = by(way).get(by(way).size() - 1);
      svg.open("path").set("d", style(way).marker()).set("fill", style(way).colour());
      svg.set("transform", AccuracyPanel.translate(left + 5, y - 4)).close();
      svg.open("g").set("fill", TEXT).label(left + 18, y, entry(way, last)).close();
      y += LINE;
    }
    for (Floor floor : table.floorsOf(problem)) {
      if (floor.of().equals("steps")) {
        y = floor(svg, floor, left, y + 6, right);
      }
    }
  }

  private static String entry(String way, CurrencyRow last) {
    String amount = last.need().claimed() + " " + last.need().currency();
    return (way.isEmpty() ? "" : way + ": ") + amount + " at n = " + last.n();
  }

  /** What a floor says, on lines as long as there is room. */
  private static double floor(Svg svg, Floor floor, double left, double top, double right) {
    String dash = floor.applies() ? "- -" : "\u00b7\u00b7\u00b7";
    String text =
        dash
            + " "
            + floor.shape()
            + " steps: floor for "
            + floor.model()
            + (floor.applies() ? "" : ", so not for these decoders");
    double y = top;
    svg.open("g").set("fill", "#555555").set("font-size", FLOOR_FONT);
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && Svg.width(line + " " + word, FLOOR_FONT) > right - left) {
        svg.label(left, y, line.toString());
        line = new StringBuilder();
        y += FLOOR_FONT + 3;
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    svg.label(left, y, line.toString()).close();
    return y + FLOOR_FONT + 3;
  }
}
