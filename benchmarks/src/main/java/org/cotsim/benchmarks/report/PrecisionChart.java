package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.precision.PrecisionPoint;
import org.cotsim.benchmarks.experiment.precision.PrecisionResult;

/**
 * The longest right and the longest certified length against the bits, both axes logarithmic: a bit
 * more halves the unit roundoff. A line is the fitted law; hollow markers are lengths beyond which
 * nothing was tried.
 */
final class PrecisionChart {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 420;
  private static final Box PLOT = new Box(66, 92, WIDTH - 24, HEIGHT - 52);
  private static final SeriesStyle RIGHT = SeriesStyle.of(0);
  private static final SeriesStyle CERTIFIED = SeriesStyle.of(1);

  private final PrecisionResult result;
  private final Axis across;
  private final Axis up;

  private PrecisionChart(PrecisionResult result) {
    this.result = result;
    int largest =
        result.points().stream()
            .mapToInt(point -> Math.max(point.longestRight(), point.certified()))
            .max()
            .orElse(1);
    int least = result.points().stream().mapToInt(PrecisionPoint::bits).min().orElse(0);
    int bits = result.points().stream().mapToInt(PrecisionPoint::bits).max().orElse(1);
    across = Axis.linear(least, Math.max(least + 1, bits), PLOT.left() + 12, PLOT.right() - 12);
    up = Axis.decades(1, Math.max(1, largest), PLOT.bottom() - 8, PLOT.top() + 8);
  }

  /** The whole picture. */
  static String of(PrecisionResult result) {
    return new PrecisionChart(result).draw();
  }

  private String draw() {
    String title = "Longest right length against precision: " + result.problem();
    Svg svg = new Svg(WIDTH, HEIGHT, title, PrecisionMarkdown.headline(result));
    svg.open("g").set("font-size", 15).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(20, 28, Svg.fit(result.problem() + ": " + result.variant(), 16.5, WIDTH - 40));
    svg.close();
    svg.open("g").set("font-size", 12).set("fill", "#555555");
    svg.label(20, 48, PrecisionMarkdown.headline(result)).close();
    legend(svg);
    frame(svg);
    fittedLine(svg);
    for (PrecisionPoint point : result.points()) {
      marker(svg, point.bits(), point.certified(), CERTIFIED, false, "certified");
      marker(svg, point.bits(), point.longestRight(), RIGHT, point.capped(), "right");
    }
    return svg.finish();
  }

  private void legend(Svg svg) {
    svg.open("g").set("font-size", 12).set("fill", "#333333");
    key(svg, 30, RIGHT, "longest length without a wrong token");
    key(svg, 290, CERTIFIED, "longest certified length");
    svg.close();
  }

  private static void key(Svg svg, double x, SeriesStyle style, String text) {
    svg.open("path").set("d", style.marker()).set("fill", style.colour());
    svg.set("transform", AccuracyPanel.translate(x, 68)).close();
    svg.label(x + 10, 72, text);
  }

  private void frame(Svg svg) {
    List<Double> lengths = up.decadeTicks();
    List<Integer> bits = bitTicks();
    svg.open("g").set("stroke", "#e4e4e4");
    lengths.forEach(n -> svg.line(PLOT.left(), up.at(n), PLOT.right(), up.at(n)));
    bits.forEach(b -> svg.line(across.at(b), PLOT.top(), across.at(b), PLOT.bottom()));
    svg.close();
    svg.open("g").set("font-size", 12).set("fill", "#333333");
    svg.open("g").set("text-anchor", "end");
    lengths.forEach(n -> svg.label(PLOT.left() - 6, up.at(n) + 4, Axis.shortCount(n)));
    svg.close().open("g").set("text-anchor", "middle");
    bits.forEach(b -> svg.label(across.at(b), PLOT.bottom() + 16, String.valueOf(b)));
    svg.label((PLOT.left() + PLOT.right()) / 2, PLOT.bottom() + 36, "bits of the significand, P");
    svg.close().close();
  }

  private List<Integer> bitTicks() {
    int least = result.points().stream().mapToInt(PrecisionPoint::bits).min().orElse(0);
    int last = result.points().stream().mapToInt(PrecisionPoint::bits).max().orElse(1);
    int step = last - least > 24 ? 8 : last - least > 8 ? 4 : 1;
    return IntStream.rangeClosed(least, last).filter(b -> b % step == 0).boxed().toList();
  }

  private void fittedLine(Svg svg) {
    if (result.slope().isPresent()) {
      double slope = result.slope().getAsDouble();
      double intercept = result.intercept().orElseThrow();
      int[] bits = result.fitted().stream().mapToInt(PrecisionPoint::bits).toArray();
      double from = bits[0];
      double to = bits[bits.length - 1];
      svg.open("g").set("stroke", RIGHT.colour()).set("stroke-width", 1.6);
      svg.open("title").text(String.format(Locale.ROOT, "2^(%.3f P)", slope)).close();
      svg.line(
          across.at(from),
          up.at(StrictMath.pow(2, intercept + slope * from)),
          across.at(to),
          up.at(StrictMath.pow(2, intercept + slope * to)));
      svg.close();
    }
  }

  private void marker(
      Svg svg, int bits, int length, SeriesStyle style, boolean hollow, String what) {
    if (length > 0) {
      svg.open("g").open("title").text(what + ": " + length + " with " + bits + " bits").close();
      svg.open("path").set("d", style.marker()).set("stroke", style.colour());
      svg.set("fill", hollow ? "#ffffff" : style.colour());
      svg.set("transform", AccuracyPanel.translate(across.at(bits), up.at(length)));
      svg.close().close();
    }
  }
}
