package org.cotsim.benchmarks.experiment.precision;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.TemperatureBound;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;

/**
 * Finds the smallest inverse temperature with which softmax attention decodes a regular language
 * without a wrong token, by bisection, if larger ones are right as well.
 *
 * @param <I> the inputs
 */
public final class Temperature<I> {

  private static final double PRECISION = 1.01;

  private final TemperatureBound<I> problem;
  private final ConstructionOptions options;
  private final Precision<I> search;

  /**
   * A search.
   *
   * @param longest no longer length will be asked for
   * @param samples the inputs of each length
   */
  public Temperature(
      Problem<I> problem, ConstructionOptions options, int longest, int samples, long seed)
      throws ExperimentException, InputException {
    this.problem = TemperatureBound.of(problem);
    this.options = options.uncertified();
    this.search = new Precision<>(problem, options, longest, samples, seed);
  }

  /** The smallest inverse temperature for a length, and the certified one. */
  public TemperaturePoint point(int length) throws ExperimentException {
    double bound = problem.inverseTemperature(options, length);
    double wrong = 0;
    double right = 1;
    while (right < bound && !isRight(right, length)) {
      wrong = right;
      right = Math.min(4 * right, bound);
    }
    if (right == bound && !isRight(bound, length)) {
      throw new ExperimentException(
          "the certified inverse temperature " + bound + " was not right: please report it");
    }
    while (wrong > 0 && right / wrong > PRECISION) {
      double middle = Math.sqrt(right * wrong);
      if (isRight(middle, length)) {
        right = middle;
      } else {
        wrong = middle;
      }
    }
    return new TemperaturePoint(length, right, bound);
  }

  private boolean isRight(double inverseTemperature, int length) throws ExperimentException {
    return search.isRight(problem.construction(options.withSoftmax(inverseTemperature)), length);
  }

  /** The growth of log beta per log n, by least squares; empty unless two lengths differ. */
  public static OptionalDouble slope(List<TemperaturePoint> points) {
    SimpleRegression line = new SimpleRegression();
    points.forEach(point -> line.addData(Math.log(point.length()), Math.log(point.smallest())));
    return Double.isNaN(line.getSlope())
        ? OptionalDouble.empty()
        : OptionalDouble.of(line.getSlope());
  }
}
