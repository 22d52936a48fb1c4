package org.cotsim.benchmarks.experiment.precision;

import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.NotFiniteException;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Finds the longest length that a construction decodes without a wrong token in an arithmetic.
 *
 * <p>A length stands for inputs of that many symbols of a regular language, or for so many steps of
 * a Turing machine; each has a model compiled for just that length, certified or not, which the
 * reference executor runs. Lengths are doubled until a token is wrong, then bisected: the result is
 * right and the next length is wrong, if lengths are right up to a point.
 *
 * @param <I> the inputs
 */
public final class Precision<I> {

  private final Problem<I> problem;
  private final ConstructionOptions options;
  private final PrecisionInputs<I> inputs;
  private final int longest;

  /**
   * A search.
   *
   * @param options how models are built, but for the arithmetic
   * @param longest no longer length is tried
   * @param samples the inputs of each length
   */
  public Precision(
      Problem<I> problem, ConstructionOptions options, int longest, int samples, long seed)
      throws ExperimentException, InputException {
    this.problem = problem;
    this.options = options.uncertified();
    this.longest = longest;
    this.inputs = PrecisionInputs.of(problem, longest, seed, samples);
  }

  /** The longest right and the longest certified length in an arithmetic. */
  public PrecisionPoint point(Arithmetic arithmetic) throws ExperimentException {
    Construction<I> construction = problem.construction(options.withArithmetic(arithmetic));
    int certified = certified(construction);
    int right = largest(longest, n -> isRight(construction, n));
    return new PrecisionPoint(arithmetic.precision(), right, right == longest, certified);
  }

  /** The point of an arithmetic at which a coarser one already reached the longest length. */
  public PrecisionPoint assumedCapped(Arithmetic arithmetic) throws ExperimentException {
    Construction<I> construction = problem.construction(options.withArithmetic(arithmetic));
    return new PrecisionPoint(arithmetic.precision(), longest, true, certified(construction));
  }

  private int certified(Construction<I> construction) throws ExperimentException {
    return largest(PrecisionPoint.MOST_CERTIFIED, n -> construction.certificate(extent(n)).holds());
  }

  /** Whether a length has a property; it has if all smaller ones have. */
  @FunctionalInterface
  public interface LengthTest {
    boolean holds(int length) throws ExperimentException;
  }

  /** The largest length up to a bound that has a property, 0 if there is none. */
  public static int largest(int bound, LengthTest test) throws ExperimentException {
    int good = 0;
    int bad = bound + 1;
    for (int n = 1; n < bad; n = Math.min(2 * n, Math.max(n + 1, bound))) {
      if (!test.holds(n)) {
        bad = n;
      } else {
        good = n;
      }
    }
    while (bad - good > 1) {
      int middle = good + (bad - good) / 2;
      if (test.holds(middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }

  private Extent extent(int length) {
    return new Extent(inputs.promptLength(length), inputs.steps(length));
  }

  /** Whether every token of every input of a length is the machine's own. */
  public boolean isRight(Construction<I> construction, int length) throws ExperimentException {
    ConstructedDecoder<I> decoder;
    try {
      decoder = construction.compile(extent(length));
    } catch (NotCertifiedException e) {
      throw new ExperimentException(e);
    }
    Executor executor = new ReferenceExecutor(construction.options().arithmetic());
    for (I input : inputs.of(length)) {
      Expected expected = problem.expected(input, inputs.steps(length));
      if (!isRight(decoder, executor, decoder.prompt(input), expected.continuation())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRight(
      ConstructedDecoder<?> decoder, Executor executor, int[] prompt, int[] continuation) {
    int[] token = new int[1];
    try (Session session =
        executor.open(decoder.model(), 1, prompt.length + continuation.length - 1)) {
      session.appendAll(new int[][] {prompt});
      for (int i = 0; i < continuation.length; i++) {
        session.choose(decoder.model().vocabulary().all(), token);
        if (token[0] != continuation[i]) {
          return false;
        }
        if (i < continuation.length - 1) { // nothing follows the last one
          session.append(token);
        }
      }
      return true;
    } catch (NotFiniteException e) {
      return false; // a number that the arithmetic does not have makes no token
    }
  }
}
