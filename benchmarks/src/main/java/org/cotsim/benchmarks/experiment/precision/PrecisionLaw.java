package org.cotsim.benchmarks.experiment.precision;

import java.util.OptionalDouble;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.ConstructionOptions.Rightmost;

/**
 * How the longest right length N should grow with the precision P: like 2^(P / bits per doubling).
 *
 * <p>A score of size 1 is rounded by 2^-P, so N is where the gap falls to that. The gap between
 * neighbours is of order N^-4 for the plain hash, N^-2 for the scaled one; the bonus of the
 * tie-breaker is the gap times N^-3. A plain hash of embedded positions multiplies the rounding
 * error of a position, a fraction of the longest one, by N.
 */
public final class PrecisionLaw {

  private PrecisionLaw() {}

  /** The growth of log2 N per bit, where theory says one. */
  public static OptionalDouble slope(Problem<?> problem, ConstructionOptions options) {
    boolean plain = options.hash() == Hash.PLAIN;
    if (options.hash() == Hash.DIGITS) {
      return OptionalDouble.of(1);
    }
    if (options.norms() == ConstructionOptions.Norms.PROJECTED || options.softmax().isPresent()) {
      return OptionalDouble.empty();
    }
    double power = plain ? 4 : 2;
    if (plain && options.positions() == Positions.EMBEDDED) {
      power++;
    }
    if (!(problem instanceof WordsOfEveryLength) && options.rightmost() == Rightmost.DIFFERENCES) {
      power += 3;
    }
    return OptionalDouble.of(1 / power);
  }
}
