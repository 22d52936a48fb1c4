package org.cotsim.benchmarks.experiment.manifold;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The exponent with which the squared error of one setting falls.
 *
 * @param setting what was approximated, along what
 * @param measured by least squares through the logarithms of error and size
 * @param uncertainty the standard error of that fit; not a number with two points
 * @param spacing the exponent that the distances to the nearest anchor give: beta times that with
 *     which their square falls, measured on the same points; for the size only
 * @param again the same fit through further draws, if the first lies outside 15 %
 */
public record ManifoldSlope(
    Setting setting, double measured, double uncertainty, double spacing, OptionalDouble again) {

  /** How far from the prediction a fit may lie without a word. */
  public static final double TOLERANCE = 0.15;

  static ManifoldSlope of(
      Setting setting, List<ManifoldPoint> points, List<ManifoldPoint> further) {
    SimpleRegression error = fit(points, ManifoldPoint::squaredError);
    double spacing = -fit(points, ManifoldPoint::squaredSpacing).getSlope();
    OptionalDouble again =
        further.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(-fit(further, ManifoldPoint::squaredError).getSlope());
    return new ManifoldSlope(
        setting, -error.getSlope(), error.getSlopeStdErr(), setting.smoothness() * spacing, again);
  }

  private static SimpleRegression fit(
      List<ManifoldPoint> points, ToDoubleFunction<ManifoldPoint> figure) {
    SimpleRegression line = new SimpleRegression();
    points.forEach(p -> line.addData(Math.log(p.size()), Math.log(figure.applyAsDouble(p))));
    return line;
  }

  /** The exponent of the theory. */
  public double predicted() {
    return setting.predicted();
  }

  /** The measured exponent over the predicted one. */
  public double ratio() {
    return measured / predicted();
  }

  /** Whether the fit lies within 15 % of the prediction. */
  public boolean within() {
    return Math.abs(ratio() - 1) <= TOLERANCE;
  }
}
