package org.cotsim.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Recipe;

/** One panel of an accuracy chart: a problem's name and class above a small plot. */
final class AccuracyPanel {
  /** The room for the two lines of the heading. */
  static final double ABOVE = 44;

  /** The room for the figures below the plot. */
  static final double BELOW = 20;

  /** The room for the name of the axis below the lowest panels. */
  static final double NAME = 22;

  /** The colour of the line of chance. */
  static final String CHANCE = "#8a8a8a";

  private static final double LEFT = 46;
  private static final double RIGHT = 12;
  private static final double INSET = 12;
  private static final double HEADROOM = 8;

  private final SortedMap<Series, SeriesStyle> styles;
  private final boolean namesWay;
  private final Currency currency;
  private final double left;
  private final double right;
  private final double top;
  private final double bottom;
  private final Axis across;
  private final Axis up;

  /**
   * A panel.
   *
   * @param styles how each line looks
   * @param namesWay whether the lines differ in the way in which decoders are built
   * @param currency what the axis across counts
   * @param most the largest figure of the axis across
   * @param room for the plot and the figures to its left; headings lie above it and below it
   */
  AccuracyPanel(
      SortedMap<Series, SeriesStyle> styles,
      boolean namesWay,
      Currency currency,
      double most,
      Box room) {
    this.currency = currency;
    this.styles = styles;
    this.namesWay = namesWay;
    this.left = room.left() + LEFT;
    this.right = room.right() - RIGHT;
    this.top = room.top();
    this.bottom = room.bottom();
    this.across = Axis.counts(most, left + INSET, right - INSET);
    this.up = Axis.unit(bottom, top + HEADROOM);
  }

  /**
   * Draws a problem, with the names of its axes where asked.
   *
   * @param place the line below its name
   */
  void draw(Svg svg, ProblemRows problem, String place, boolean nameUp, boolean nameAcross) {
    svg.open("g");
    heading(svg, problem.name(), place);
    frame(svg);
    names(svg, nameUp, nameAcross);
    problem.series().stream()
        .filter(one -> !Recipe.isFromElsewhere(one.by()))
        .forEach(one -> claim(svg, one, problem.claimed(one)));
    styles.forEach((one, style) -> line(svg, measured(problem, one), style));
    styles.forEach((one, style) -> points(svg, measured(problem, one), style));
    svg.close();
  }

  private static List<SweepRow> measured(ProblemRows problem, Series series) {
    return problem.at(series).stream()
        .filter(row -> row.samples() > 0)
        .sorted(Comparator.comparingLong(SweepRow::amount))
        .toList();
  }

  private void heading(Svg svg, String name, String place) {
    double room = right - left;
    svg.open("g").open("title").text(name + "\n" + place).close();
    svg.open("g").set("font-size", 15).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(left, top - 22, Svg.fit(name, 16.5, room)).close();
    svg.open("g").set("font-size", 12).set("fill", "#555555");
    svg.label(left, top - 5, Svg.fit(place, 12, room)).close();
    svg.close();
  }

  private void frame(Svg svg) {
    svg.open("g").set("stroke", "#e4e4e4");
    List<Double> ticks = across.countTicks(28);
    ticks.forEach(t -> svg.line(across.at(t), top, across.at(t), bottom));
    List.of(0.0, 0.25, 0.75, 1.0).forEach(t -> svg.line(left, up.at(t), right, up.at(t)));
    svg.close();
    svg.open("g").set("stroke", CHANCE).set("stroke-width", 1.6);
    svg.line(left, up.at(0.5), right, up.at(0.5)).close();
    svg.open("g").set("font-size", 12).set("fill", "#333333");
    svg.open("g").set("text-anchor", "middle");
    ticks.forEach(t -> svg.label(across.at(t), bottom + 16, Axis.shortCount(t)));
    svg.close();
    svg.open("g").set("text-anchor", "end");
    List.of(0.0, 0.5, 1.0).forEach(t -> svg.label(left - 6, up.at(t) + 4, Svg.number(t)));
    svg.close().close();
  }

  private void names(Svg svg, boolean nameUp, boolean nameAcross) {
    svg.open("g").set("font-size", 12).set("fill", "#333333").set("text-anchor", "middle");
    if (nameAcross) {
      svg.label((left + right) / 2, bottom + 33, CurrencyWords.of(currency).axis());
    }
    if (nameUp) {
      svg.open("g");
      svg.set("transform", translate(left - 32, (up.at(0) + up.at(1)) / 2) + " rotate(-90)");
      svg.label(0, 0, "accuracy").close();
    }
    svg.close();
  }

  private void claim(Svg svg, Series series, long claimed) {
    svg.open("g").set("stroke", styles.get(series).colour()).set("stroke-width", 1.4);
    svg.set("stroke-dasharray", "4 3").set("stroke-opacity", "0.75");
    svg.open("title")
        .text(series.label(namesWay) + ": " + claimed + " " + currency + " claimed")
        .close();
    svg.line(x(claimed), top, x(claimed), bottom).close();
  }

  private void line(Svg svg, List<SweepRow> rows, SeriesStyle style) {
    String path = rows.stream().map(this::position).collect(Collectors.joining("L", "M", ""));
    if (rows.size() > 1) {
      svg.open("path").set("d", path).set("fill", "none");
      svg.set("stroke", style.colour()).set("stroke-width", 1.8).close();
    }
  }

  private void points(Svg svg, List<SweepRow> rows, SeriesStyle style) {
    if (!rows.isEmpty()) {
      svg.open("g").set("stroke", style.colour()).set("fill", style.colour());
      rows.forEach(row -> point(svg, row, style));
      svg.close();
    }
  }

  private void point(Svg svg, SweepRow row, SeriesStyle style) {
    AccuracyInterval interval = AccuracyInterval.of(row);
    double x = x(row.amount());
    svg.open("g").open("title").text(figures(row, interval)).close();
    svg.line(x, up.at(interval.low()), x, up.at(interval.high()));
    svg.open("path").set("d", style.marker());
    svg.set("transform", translate(x, up.at(interval.middle())));
    boolean hollow = ProblemRows.oneSided(row);
    svg.set(hollow ? "fill" : "stroke", "#ffffff").close().close();
  }

  private String figures(SweepRow row, AccuracyInterval interval) {
    return row.problem()
        + (", "
            + Series.of(row).label(namesWay)
            + ", budget "
            + row.budget()
            + " = "
            + row.amount()
            + " "
            + row.currency()
            + "\n")
        + ("accuracy " + accuracy(row, interval) + ", 95 % interval ")
        + (NumberText.three(interval.low()) + " to " + NumberText.three(interval.high()) + "\n")
        + (row.right() + " of " + row.samples() + " right; answered " + row.answered())
        + (", forced " + row.forced() + ", tied " + row.tied());
  }

  private static String accuracy(SweepRow row, AccuracyInterval interval) {
    return row.seeds().size() > 1
        ? NumberText.three(interval.middle()) + " over " + row.seeds().size() + " seeds"
        : NumberText.share(row.right(), row.samples());
  }

  private String position(SweepRow row) {
    return Svg.number(x(row.amount())) + " " + Svg.number(up.at(AccuracyInterval.of(row).middle()));
  }

  private double x(long amount) {
    return across.at((double) amount);
  }

  static String translate(double x, double y) {
    return "translate(" + Svg.number(x) + " " + Svg.number(y) + ")";
  }
}
