package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.precision.PrecisionComparison;
import org.cotsim.benchmarks.experiment.precision.PrecisionComparison.Line;
import org.cotsim.benchmarks.experiment.precision.PrecisionPoint;

/**
 * Several precision laws in one picture, both axes logarithmic: a bit more halves the unit
 * roundoff. Markers are lengths that were seen, hollow where no longer one was tried; dashed lines
 * are certified.
 */
final class PrecisionLawsChart {

  private static final double WIDTH = 800;
  private static final double HEIGHT = 480;
  private static final Box PLOT = new Box(66, 92, 588, HEIGHT - 52);
  private static final double LABEL_GAP = 54;
  private static final String GREY = "#555555";

  private final PrecisionComparison comparison;
  private final Axis across;
  private final Axis up;

  private PrecisionLawsChart(PrecisionComparison comparison) {
    this.comparison = comparison;
    across =
        Axis.linear(least(), Math.max(least() + 1, most()), PLOT.left() + 12, PLOT.right() - 12);
    int longest =
        points().stream()
            .mapToInt(point -> Math.max(point.longestRight(), point.certified()))
            .max()
            .orElse(1);
    up = Axis.decades(1, Math.max(1, longest), PLOT.bottom() - 8, PLOT.top() + 8);
  }

  /** The whole picture. */
  static String of(PrecisionComparison comparison) {
    return new PrecisionLawsChart(comparison).draw();
  }

  private List<PrecisionPoint> points() {
    return comparison.lines().stream().flatMap(line -> line.result().points().stream()).toList();
  }

  private int least() {
    return points().stream().mapToInt(PrecisionPoint::bits).min().orElse(0);
  }

  private int most() {
    return points().stream().mapToInt(PrecisionPoint::bits).max().orElse(1);
  }

  private String draw() {
    String title = "How far " + comparison.problem() + " is right with P bits of precision";
    Svg svg = new Svg(WIDTH, HEIGHT, title, description());
    svg.open("g").set("font-size", 17).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(20, 30, Svg.fit(title, 17, WIDTH - 40)).close();
    svg.open("g").set("font-size", 12).set("fill", GREY);
    svg.label(
        20,
        52,
        "markers: longest length seen without a wrong token, hollow where no longer one was tried");
    svg.label(20, 70, "dashed: longest certified length, a claim for every input" + limit());
    svg.close();
    frame(svg);
    for (int i = 0; i < comparison.lines().size(); i++) {
      line(svg, comparison.lines().get(i), SeriesStyle.of(i));
    }
    labels(svg);
    return svg.finish();
  }

  /** Where a line ends because nothing above it was asked for. */
  private String limit() {
    return points().stream().anyMatch(PrecisionPoint::certifiedIsCapped)
        ? "; none above " + PrecisionPoint.MOST_CERTIFIED + " was asked for"
        : "";
  }

  private String description() {
    List<String> laws = new ArrayList<>();
    for (List<String> row : PrecisionLawsMarkdown.slopes(comparison)) {
      laws.add(row.get(0) + ": " + row.get(2) + ", " + row.get(3) + ", " + row.get(4));
    }
    return "Lengths against bits, both axes logarithmic. " + String.join("; ", laws) + ".";
  }

  private void frame(Svg svg) {
    int step = most() - least() > 24 ? 8 : most() - least() > 8 ? 4 : 1;
    int[] bits = IntStream.rangeClosed(least(), most()).filter(b -> b % step == 0).toArray();
    List<Double> lengths = up.decadeTicks();
    svg.open("g").set("stroke", "#e4e4e4");
    lengths.forEach(n -> svg.line(PLOT.left(), up.at(n), PLOT.right(), up.at(n)));
    IntStream.of(bits)
        .forEach(b -> svg.line(across.at(b), PLOT.top(), across.at(b), PLOT.bottom()));
    svg.close();
    svg.open("g").set("font-size", 12).set("fill", "#333333").open("g").set("text-anchor", "end");
    lengths.forEach(n -> svg.label(PLOT.left() - 6, up.at(n) + 4, Axis.shortCount(n)));
    svg.close().open("g").set("text-anchor", "middle");
    IntStream.of(bits).forEach(b -> svg.label(across.at(b), PLOT.bottom() + 16, String.valueOf(b)));
    svg.label((PLOT.left() + PLOT.right()) / 2, PLOT.bottom() + 36, "bits of the significand, P");
    svg.close().close();
  }

  private void line(Svg svg, Line line, SeriesStyle style) {
    List<PrecisionPoint> points = line.result().points();
    svg.open("g").set("stroke", style.colour()).set("stroke-width", 1.6);
    svg.set("stroke-dasharray", "6 4");
    join(svg, points.stream().filter(p -> p.certified() > 0).toList(), PrecisionPoint::certified);
    svg.close();
    svg.open("g").set("stroke", style.colour()).set("stroke-width", 1.2);
    join(
        svg,
        points.stream().filter(p -> p.longestRight() > 0 && !p.capped()).toList(),
        PrecisionPoint::longestRight);
    svg.close();
    for (PrecisionPoint point : points) {
      if (point.longestRight() > 0 && PrecisionMarkdown.isFirstCapped(points, point)) {
        marker(svg, line, point, style);
      }
    }
  }

  /** Straight lines through the points, up to the first one that is only known from below. */
  private void join(Svg svg, List<PrecisionPoint> points, ToIntFunction<PrecisionPoint> length) {
    for (int i = 1; i < points.size(); i++) {
      PrecisionPoint from = points.get(i - 1);
      PrecisionPoint to = points.get(i);
      if (length.applyAsInt(from) < PrecisionPoint.MOST_CERTIFIED) {
        svg.line(
            across.at(from.bits()),
            up.at(length.applyAsInt(from)),
            across.at(to.bits()),
            up.at(length.applyAsInt(to)));
      }
    }
  }

  private void marker(Svg svg, Line line, PrecisionPoint point, SeriesStyle style) {
    svg.open("g").open("title");
    svg.text(
        line.hash()
            + ": "
            + PrecisionMarkdown.right(point)
            + " seen with "
            + point.bits()
            + " bits");
    svg.close().open("path").set("d", style.marker()).set("stroke", style.colour());
    svg.set("fill", point.capped() ? "#ffffff" : style.colour());
    svg.set(
        "transform", AccuracyPanel.translate(across.at(point.bits()), up.at(point.longestRight())));
    svg.close().close();
  }

  /** Names and laws at the ends of the lines, the highest first, apart from each other. */
  private void labels(Svg svg) {
    List<Integer> order =
        IntStream.range(0, comparison.lines().size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> end(comparison.lines().get(i))))
            .toList();
    List<List<String>> slopes = PrecisionLawsMarkdown.slopes(comparison);
    double next = PLOT.top() + 4;
    for (int i : order) {
      Line line = comparison.lines().get(i);
      double y = Math.max(next, Math.min(end(line), PLOT.bottom() - LABEL_GAP));
      next = y + LABEL_GAP;
      svg.open("g").set("font-size", 12).set("fill", SeriesStyle.of(i).colour());
      svg.open("g").set("font-weight", "bold").label(PLOT.right() + 12, y + 4, line.hash());
      svg.close();
      List<String> row = slopes.get(i + 1);
      svg.label(PLOT.right() + 12, y + 19, "seen " + row.get(2) + ", theory " + row.get(4));
      svg.label(PLOT.right() + 12, y + 34, "certified " + row.get(3));
      svg.close();
    }
  }

  /** How high the line of a law ends. */
  private double end(Line line) {
    return line.result().points().stream()
        .mapToDouble(point -> up.at(Math.max(1, Math.max(point.longestRight(), point.certified()))))
        .min()
        .orElse(PLOT.bottom());
  }
}
