package org.cotsim.benchmarks.experiment.precision;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The precision law of one problem, built in one way.
 *
 * @param command the command that makes the same points again
 * @param problem its name
 * @param variant how the models are built, in plain words
 * @param backend what ran
 * @param seed of the inputs
 * @param inputs how many inputs were decoded at each length, at most
 * @param longest no length above it was tried
 * @param predicted the growth of log2 of the length per bit that theory says, if it says one
 * @param points in the order of their bits
 */
public record PrecisionResult(
    String command,
    String problem,
    String variant,
    String backend,
    long seed,
    int inputs,
    int longest,
    OptionalDouble predicted,
    List<PrecisionPoint> points) {

  /** Shorter lengths are too coarse a measure to fit a line to. */
  public static final int SHORTEST_FITTED = 8;

  public PrecisionResult {
    points = List.copyOf(points);
  }

  /**
   * Least squares through log2 of the longest right lengths, without those that are capped and
   * those at which no length is certified, where a right token is chance.
   */
  public OptionalDouble slope() {
    return right().map(SimpleRegression::getSlope);
  }

  /** The same line's value at 0 bits. */
  public OptionalDouble intercept() {
    return right().map(SimpleRegression::getIntercept);
  }

  /** Least squares through log2 of the certified lengths, without those that are capped. */
  public OptionalDouble certifiedSlope() {
    return fit(PrecisionPoint::certified, PrecisionPoint::showsCertified)
        .map(SimpleRegression::getSlope);
  }

  /** The points through which the line of {@link #slope} goes. */
  public List<PrecisionPoint> fitted() {
    return points.stream().filter(PrecisionPoint::showsRight).toList();
  }

  private Fit right() {
    return fit(PrecisionPoint::longestRight, PrecisionPoint::showsRight);
  }

  private Fit fit(ToIntFunction<PrecisionPoint> length, Predicate<PrecisionPoint> shown) {
    SimpleRegression line = new SimpleRegression();
    points.stream()
        .filter(shown)
        .forEach(
            point -> line.addData(point.bits(), Math.log(length.applyAsInt(point)) / Math.log(2)));
    return new Fit(line);
  }

  /** A line that exists if there are two points. */
  private record Fit(SimpleRegression line) {
    OptionalDouble map(ToDoubleFunction<SimpleRegression> property) {
      return line.getN() < 2
          ? OptionalDouble.empty()
          : OptionalDouble.of(property.applyAsDouble(line));
    }
  }

  /** Whether every certificate promised no more than was found. */
  public boolean certificatesAreKept() {
    return points.stream().allMatch(PrecisionPoint::certificateIsKept);
  }
}
