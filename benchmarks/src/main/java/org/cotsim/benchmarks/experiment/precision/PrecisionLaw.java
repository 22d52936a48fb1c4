package org.cotsim.benchmarks.experiment.precision;

import java.util.List;
import java.util.OptionalDouble;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.ConstructionOptions.Rightmost;
import org.cotsim.simulator.construct.Extent;

/**
 * How the longest right length N should grow with the precision P: like 2^(P / bits per doubling).
 *
 * <p>A score of size 1 is rounded by 2^-P, so N is where the gap falls to that. The gap between
 * neighbours is of order N^-4 for the plain hash, N^-2 for the scaled one; the bonus of the
 * tie-breaker is the gap times N^-3. Digits have a gap of 2 at every length, and what folding reads
 * out is a count known up to a factor of 1 + 2^-P. A plain hash of embedded positions multiplies
 * the rounding error of a position, a fraction of the longest one, by N.
 */
public final class PrecisionLaw {

  private static final int SOME = 128; // a length at which gaps are compared

  private PrecisionLaw() {}

  /** The growth of log2 N per bit, where theory says one. */
  public static OptionalDouble slope(Problem<?> problem, ConstructionOptions options)
      throws ExperimentException {
    boolean plain = options.hash() == Hash.PLAIN;
    if (options.hash() == Hash.DIGITS) {
      return OptionalDouble.of(1);
    }
    if (options.norms() == ConstructionOptions.Norms.PROJECTED || options.softmax().isPresent()) {
      return OptionalDouble.empty();
    }
    if (options.hash() == Hash.FOLDED) {
      return OptionalDouble.of(1);
    }
    if (problem.mostSteps(1) == 0) {
      return OptionalDouble.of(1 / powerOfGaps(problem.construction(options)));
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

  /** The power of 1/N by which the smallest gap falls; at least 1, as counts are. */
  private static double powerOfGaps(Construction<?> construction) {
    List<ScoreClaim> some = construction.certificate(Extent.of(SOME)).claims();
    List<ScoreClaim> more = construction.certificate(Extent.of(SOME * SOME)).claims();
    double power = 1;
    for (int c = 0; c < some.size(); c++) {
      double falls = Math.log(some.get(c).gap() / more.get(c).gap()) / Math.log(SOME);
      power = Math.max(power, Math.rint(falls));
    }
    return power;
  }
}
