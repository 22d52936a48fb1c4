package org.cotsim.benchmarks.experiment.divergence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.precision.Precision;
import org.cotsim.benchmarks.experiment.precision.PrecisionInputs;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Compares two sides on models of a problem, each compiled for the length of its inputs, and looks
 * for the lengths between which they part: doubled, then bisected.
 *
 * @param <I> the inputs
 */
public final class DivergenceSearch<I> {

  private final Problem<I> problem;
  private final Construction<I> construction;
  private final Side one;
  private final Side other;
  private final boolean covered;

  /**
   * A search.
   *
   * @param options how models are built
   * @param builtFor the arithmetic for which their tolerances are chosen
   */
  public DivergenceSearch(
      Problem<I> problem, ConstructionOptions options, Arithmetic builtFor, Side one, Side other)
      throws ExperimentException {
    this.problem = problem;
    this.construction = problem.construction(options.withArithmetic(builtFor).uncertified());
    this.one = one;
    this.other = other;
    this.covered = covers(builtFor, one) && covers(builtFor, other);
  }

  /** The coarser of two arithmetics, for which a model is built unless somebody chooses. */
  public static Arithmetic coarser(Side one, Side other) {
    boolean first = one.arithmetic().unitRoundoff() >= other.arithmetic().unitRoundoff();
    return (first ? one : other).arithmetic();
  }

  /** Whether a certificate in an arithmetic holds on a side as well. */
  public static boolean covers(Arithmetic certified, Side side) {
    return certified.unitRoundoff() >= side.arithmetic().unitRoundoff()
        && certified.largest() <= side.arithmetic().largest()
        && certified.largestInteger() <= side.arithmetic().largestInteger()
        && certified.smallestNormal() >= side.arithmetic().smallestNormal();
  }

  /** The longest certified length, if the certificate covers both sides. */
  public OptionalInt certified() {
    return covered
        ? OptionalInt.of(Math.max(0, construction.largestCertified()))
        : OptionalInt.empty();
  }

  /** What was found about lengths. */
  public record Found(int certain, OptionalInt parted, List<DivergenceRun> runs) {

    public Found {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Looks for the largest length at which no input tried can part the sides, and for the smallest
   * one at which they are seen to part.
   *
   * @param longest no longer length is tried
   * @param samples the inputs of each length
   */
  public Found lengths(int longest, int samples, long seed)
      throws ExperimentException, InputException {
    PrecisionInputs<I> inputs = PrecisionInputs.of(problem, longest, seed, samples);
    Map<Integer, I> parted = new HashMap<>(); // the input by its length
    int together =
        Precision.largest(
            longest,
            n -> {
              Optional<I> input = seen(inputs, n);
              input.ifPresent(found -> parted.put(n, found));
              return input.isEmpty();
            });
    int certain = // one more than can be, so that a broken bound is seen
        Precision.largest(Math.min(longest, together + 1), n -> isCertain(inputs, n));
    List<DivergenceRun> runs = new ArrayList<>();
    if (certain > 0) {
      runs.add(run(inputs, certain, inputs.of(certain).get(0)));
    }
    if (together == longest) {
      return new Found(certain, OptionalInt.empty(), runs);
    }
    runs.add(run(inputs, together + 1, parted.get(together + 1)));
    return new Found(certain, OptionalInt.of(together + 1), runs);
  }

  /** Compares on one input, with a model compiled for it. */
  public DivergenceRun on(I input, int most) throws ExperimentException {
    int[] continuation = problem.expected(input, most).continuation();
    Extent extent = new Extent(problem.promptLength(input), Math.min(most, continuation.length));
    return run(decoder(extent), extent.length(), input, Math.min(most, continuation.length));
  }

  private DivergenceRun run(PrecisionInputs<I> inputs, int length, I input)
      throws ExperimentException {
    return run(decoder(inputs, length), length, input, most(inputs, length, input));
  }

  private DivergenceRun run(ConstructedDecoder<I> decoder, int length, I input, int most)
      throws ExperimentException {
    return new Divergence(one, other)
        .of(decoder.assembly(), length, problem.format(input), decoder.prompt(input), most);
  }

  /** The first input on which the sides are seen to part. */
  private Optional<I> seen(PrecisionInputs<I> inputs, int length) throws ExperimentException {
    ConstructedDecoder<I> decoder = decoder(inputs, length);
    for (I input : inputs.of(length)) {
      SeenRun run = new SeenRun(decoder.assembly(), one, other);
      run.run(decoder.prompt(input), most(inputs, length, input));
      if (run.parting().isPresent()) {
        return Optional.of(input);
      }
    }
    return Optional.empty();
  }

  private boolean isCertain(PrecisionInputs<I> inputs, int length) throws ExperimentException {
    ConstructedDecoder<I> decoder = decoder(inputs, length);
    for (I input : inputs.of(length)) {
      CertainRun run =
          new CertainRun(decoder.assembly(), List.of(one.arithmetic(), other.arithmetic()));
      run.run(decoder.prompt(input), most(inputs, length, input));
      if (run.end() == DivergenceRun.End.DOUBT) {
        return false;
      }
    }
    return true;
  }

  private int most(PrecisionInputs<I> inputs, int length, I input) {
    return problem.expected(input, inputs.steps(length)).continuation().length;
  }

  private ConstructedDecoder<I> decoder(PrecisionInputs<I> inputs, int length)
      throws ExperimentException {
    return decoder(new Extent(inputs.promptLength(length), inputs.steps(length)));
  }

  private ConstructedDecoder<I> decoder(Extent extent) throws ExperimentException {
    try {
      return construction.compile(extent);
    } catch (NotCertifiedException e) {
      throw new ExperimentException(e);
    }
  }
}
