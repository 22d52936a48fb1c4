package org.cotsim.construct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Mask;

/**
 * One subject, built in one way and run by one executor.
 *
 * <p>Models and the decodings that several tests look at are made once.
 */
final class Cell<I> {

  static final long SEED = 20_260_701;

  private static final int SHORT_INPUTS = 130;
  private static final int SHORT_LENGTHS = 8;
  private static final int RANDOM_INPUTS = 6;

  private final Subject<I> subject;
  private final Executor executor;
  private final ConstructionOptions options;
  private final Construction<I> construction;
  private final Map<Integer, ConstructedDecoder<I>> decoders = new HashMap<>();
  private final List<Run<I>> shortRuns = new ArrayList<>();
  private final List<Run<I>> randomRuns = new ArrayList<>();

  Cell(Subject<I> subject, Executor executor, ConstructionOptions options) {
    this.subject = subject;
    this.executor = executor;
    this.options = options;
    try {
      this.construction = subject.problem().construction(options);
    } catch (ExperimentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Subject<I> subject() {
    return subject;
  }

  Problem<I> problem() {
    return subject.problem();
  }

  Executor executor() {
    return executor;
  }

  Construction<I> construction() {
    return construction;
  }

  /** The model for inputs of just this length, and as many steps as their problem is given. */
  ConstructedDecoder<I> decoder(int length) {
    return decoders.computeIfAbsent(
        length,
        n -> {
          try {
            return construction.compile(extent(n));
          } catch (NotCertifiedException e) {
            throw new AssertionError(e);
          }
        });
  }

  int longest() {
    return subject.longest();
  }

  Extent extent(int length) {
    return new Extent(subject.promptLength(length), Math.toIntExact(problem().mostSteps(length)));
  }

  /** All inputs up to the length where there are enough; each model is for just that length. */
  List<Run<I>> shortRuns() {
    if (shortRuns.isEmpty()) {
      List<I> inputs = exhaustive(0);
      int most = Math.min(SHORT_LENGTHS, longest());
      for (int n = 0; n <= most && shortRuns.size() + inputs.size() <= SHORT_INPUTS; ) {
        shortRuns.addAll(decode(decoder(n), inputs));
        inputs = exhaustive(++n);
      }
    }
    return shortRuns;
  }

  private List<I> exhaustive(int length) {
    List<I> inputs = new ArrayList<>();
    ((AllInputs<I>) problem()).exhaustive(length).forEachRemaining(inputs::add);
    return inputs;
  }

  /** Random inputs as long as their model allows, and shorter ones. */
  List<Run<I>> randomRuns() throws InputException {
    if (randomRuns.isEmpty()) {
      randomRuns.addAll(decode(decoder(longest()), random(longest())));
      randomRuns.addAll(decode(decoder(longest()), random(longest() / 2)));
    }
    return randomRuns;
  }

  private List<I> random(int length) throws InputException {
    Iterator<I> endless = ((RandomInputs<I>) problem()).random(length, SEED);
    List<I> inputs = new ArrayList<>();
    while (inputs.size() < RANDOM_INPUTS) {
      I input = endless.next();
      if (problem().length(input) <= longest()) { // inputs that have a form are about as long
        inputs.add(input);
      }
    }
    return inputs;
  }

  /** Decodes inputs under all budgets, those with prompts of equal length side by side. */
  private List<Run<I>> decode(ConstructedDecoder<I> decoder, List<I> inputs) {
    Map<Integer, List<I>> byLength = new TreeMap<>();
    for (I input : inputs) {
      byLength
          .computeIfAbsent(decoder.prompt(input).length, length -> new ArrayList<>())
          .add(input);
    }
    List<Run<I>> runs = new ArrayList<>();
    byLength.values().forEach(group -> runs.addAll(decodeGroup(decoder, group)));
    return runs;
  }

  private List<Run<I>> decodeGroup(ConstructedDecoder<I> decoder, List<I> group) {
    int[][] prompts = group.stream().map(decoder::prompt).toArray(int[][]::new);
    long[][] budgets =
        group.stream().map(input -> Run.budgets(claimed(input))).toArray(long[][]::new);
    List<Decoding> decodings = new Decoder(decoder.model(), executor).decode(prompts, budgets);
    List<Run<I>> runs = new ArrayList<>();
    for (int b = 0; b < prompts.length; b++) {
      I input = group.get(b);
      runs.add(
          new Run<>(
              input,
              problem().length(input),
              claimed(input),
              problem().expected(input),
              decodings.get(b)));
    }
    return runs;
  }

  private int claimed(I input) {
    return Math.toIntExact(problem().mostSteps(problem().length(input)));
  }

  /** The recipe to make this cell again. */
  @Override
  public String toString() {
    return String.join(
        ", ",
        problem().name(),
        executor.name(),
        options.hash().name().toLowerCase(Locale.ROOT),
        options.positions().name().toLowerCase(Locale.ROOT),
        options.rightmost().name().toLowerCase(Locale.ROOT),
        options.norms().name().toLowerCase(Locale.ROOT),
        options.mask().map(Mask::toString).orElse("own mask"));
  }
}
