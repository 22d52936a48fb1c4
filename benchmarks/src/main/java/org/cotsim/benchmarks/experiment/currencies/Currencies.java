package org.cotsim.benchmarks.experiment.currencies;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VocabularyByLength;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Transformer;

/**
 * Measures what answers cost, one row after another.
 *
 * <p>All inputs of a row run on one model, one at a time, each with as many steps as are claimed
 * for it, again and again for a quarter of a second; time is the median of the later half of the
 * runs.
 *
 * @param samples the inputs of each row
 * @param seed of the inputs; they depend on it, the problem and the length only, so that all ways
 *     to build a decoder get the same ones
 * @param setup what runs the models
 */
public record Currencies(int samples, long seed, ExperimentSetup setup) {

  private static final long TIMED_NANOS = 250_000_000;

  public Currencies {
    if (samples < 1) {
      throw new IllegalArgumentException("a row needs a sample");
    }
  }

  /**
   * A row, and what is wrong with its steps.
   *
   * @param disagreement a sentence, if an answer did not take the claimed number of steps
   */
  public record Measured(CurrencyRow row, Optional<String> disagreement) {}

  /** An input and what the oracle says of it. */
  private record Sample<I>(I input, Expected expected) {}

  /**
   * Measures one problem, built in one way, at one length.
   *
   * @throws ExperimentException also if a machine does not answer within the steps allowed, or the
   *     length cannot be certified
   */
  public <I> Measured row(Problem<I> named, int n, Progress progress)
      throws ExperimentException, InputException {
    try {
      return measure(VocabularyByLength.suited(named, n), n, progress);
    } catch (ExperimentException e) {
      throw new ExperimentException("%s, n = %d: %s".formatted(named.name(), n, e.getMessage()));
    }
  }

  private <I> Measured measure(Problem<I> problem, int n, Progress progress)
      throws ExperimentException, InputException {
    List<Sample<I>> drawn = draw(problem, n);
    int longest = 0;
    for (Sample<I> one : drawn) {
      longest = Math.max(longest, problem.promptLength(one.input()));
    }
    ConstructedDecoder<I> decoder =
        setup.compiled(problem).forRun(longest, drawn.stream().map(Sample::expected).toList());
    Decoder running = new Decoder(decoder.model(), setup.executor());
    Tally tally = new Tally();
    List<Long> nanos = new ArrayList<>();
    long end = System.nanoTime() + TIMED_NANOS;
    do {
      boolean first = nanos.isEmpty();
      for (Sample<I> one : drawn) {
        int[] prompt = decoder.prompt(one.input());
        long begin = System.nanoTime();
        Decoding decoding = running.decode(prompt, one.expected().steps());
        nanos.add(System.nanoTime() - begin);
        if (first) {
          tally.add(prompt.length, one.expected(), decoding);
          progress.done(1);
        }
      }
    } while (System.nanoTime() < end);
    CurrencyRow row = tally.toRow(problem, n, decoder.model(), laterMedian(nanos) / 1e9);
    return new Measured(row, tally.disagreement(problem, n));
  }

  private <I> List<Sample<I>> draw(Problem<I> problem, int n)
      throws ExperimentException, InputException {
    Iterator<I> inputs =
        RandomInputs.of(problem).random(n, seed * 31 + WaysToBuild.subject(problem).hashCode());
    List<Sample<I>> drawn = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      I input = inputs.next();
      Expected expected = problem.expected(input);
      if (!expected.answered()) {
        throw new ExperimentException(
            "the machine has not answered after %d steps (--steps-at-most), so there is no right answer to compare with"
                .formatted(expected.steps()));
      }
      drawn.add(new Sample<>(input, expected));
    }
    return drawn;
  }

  /** The median of the later half of the runs, when the code is warm. */
  private static double laterMedian(List<Long> nanos) {
    List<Long> later = nanos.subList(nanos.size() / 2, nanos.size());
    return later.stream().sorted().skip(later.size() / 2).findFirst().orElseThrow();
  }

  /** How often the layer that is applied most often is applied; 1 if none is repeated. */
  private static int loops(Transformer model) {
    IdentityHashMap<Layer, Integer> times = new IdentityHashMap<>();
    model.layers().forEach(layer -> times.merge(layer, 1, Integer::sum));
    return times.values().stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  /** The figures of one row. */
  private static final class Tally {
    private int right;
    private int wrong;
    private long steps;
    private long context;
    private long emitted;
    private String disagreement;

    void add(int prompt, Expected expected, Decoding decoding) {
      boolean agrees = expected.isGivenBy(decoding, decoding.outcome());
      right += agrees ? 1 : 0;
      wrong += agrees ? 0 : 1;
      long chain = decoding.steps();
      long before = chain + decoding.output().length;
      steps = Math.max(steps, chain);
      if (prompt + before > context) {
        context = prompt + before;
        emitted = before + 1;
      }
      boolean free = decoding.outcome() instanceof Outcome.Answered;
      if (!free || chain != expected.steps()) {
        disagreement =
            "%d steps were claimed for an answer; after %d there was %s"
                .formatted(expected.steps(), chain, free ? "one" : "none yet");
      }
    }

    Optional<String> disagreement(Problem<?> problem, int n) {
      return Optional.ofNullable(disagreement)
          .map(what -> "%s, n = %d: %s".formatted(problem.name(), n, what));
    }

    CurrencyRow toRow(Problem<?> problem, int n, Transformer model, double seconds) {
      return new CurrencyRow(
          WaysToBuild.subject(problem),
          WaysToBuild.way(problem),
          n,
          steps,
          loops(model),
          0,
          0,
          context,
          model.distinctLayers().size(),
          model.width(),
          model.nonZeros(),
          right,
          wrong,
          Operations.of(model, context, emitted),
          seconds);
    }
  }
}
