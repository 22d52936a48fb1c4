package org.cotsim.junit;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.Batches;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.problem.AllInputs;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;

/**
 * What the decoder of a problem is said to do: of a Turing machine, of graphs, or of any other
 * kind. Each statement about inputs decodes them and fails at the first wrong answer with an {@link
 * AssertionError} that shows the chain.
 *
 * <p>Without {@link #withSteps} the budget is t, the steps of the machine's own run; without {@link
 * #on} the executor is the indexed one.
 *
 * @param <I> the inputs
 */
public final class ProblemDecoderAssert<I> {

  private record Asked<I>(I input, Expected expected, long steps) {}

  private final ConstructedDecoder<I> decoder;
  private final Problem<I> problem;
  private StepBudget budget = DecoderAssert.budget("t");
  private Executor executor = new IndexedExecutor();

  ProblemDecoderAssert(ConstructedDecoder<I> decoder, Problem<I> problem) {
    this.decoder = Objects.requireNonNull(decoder, "decoder");
    this.problem = Objects.requireNonNull(problem, "problem");
  }

  /**
   * The step budget, a formula in n, t, and of graphs V and E.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public ProblemDecoderAssert<I> withSteps(String formula) {
    this.budget = DecoderAssert.budget(formula);
    return this;
  }

  /** What runs the model. */
  public ProblemDecoderAssert<I> on(Executor chosen) {
    this.executor = chosen;
    return this;
  }

  /**
   * Every input of at most this length is answered right.
   *
   * @throws IllegalArgumentException if the inputs of the problem cannot be gone through
   */
  public ProblemDecoderAssert<I> onAllInputsUpTo(int longest) {
    return checking(
        batches -> {
          AllInputs<I> all = AllInputs.of(problem);
          all.requireEnumerable(longest);
          for (int n = 0; n <= longest; n++) {
            for (Iterator<I> inputs = all.exhaustive(n); inputs.hasNext(); ) {
              add(inputs.next(), batches);
            }
          }
        });
  }

  /**
   * Random inputs of one length, drawn as {@code cot check --random} does, are answered right.
   *
   * @throws IllegalArgumentException if the problem has none of this length
   */
  public ProblemDecoderAssert<I> onRandomInputs(int count, int n, long seed) {
    return checking(
        batches -> {
          Iterator<I> inputs = RandomInputs.of(problem).random(n, seed);
          for (int i = 0; i < count; i++) {
            add(inputs.next(), batches);
          }
        });
  }

  /** One input is answered right. */
  public ProblemDecoderAssert<I> onInput(I input) {
    return checking(batches -> add(input, batches));
  }

  private interface Source<I> {
    void addTo(Batches<Asked<I>> batches) throws ExperimentException, InputException;
  }

  private ProblemDecoderAssert<I> checking(Source<I> source) {
    Batches<Asked<I>> batches = new Batches<>(this::batchSize, this::requireRight);
    try {
      source.addTo(batches);
      batches.flushAll();
      return this;
    } catch (ExperimentException | InputException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private void add(I input, Batches<Asked<I>> batches) throws ExperimentException, InputException {
    Expected expected = problem.expected(input).requireAnswer();
    long steps = new Budget(Currency.STEPS, budget).amount(problem, input, expected);
    batches.add(problem.promptLength(input), expected.steps(), new Asked<>(input, expected, steps));
  }

  private int batchSize(Asked<I> one) {
    long length = problem.promptLength(one.input()) + 3L + one.expected().continuation().length;
    return executor.preferredBatch(decoder.model(), (int) Math.min(length, 1 << 30));
  }

  private void requireRight(List<Asked<I>> batch) {
    int[][] prompts = batch.stream().map(one -> decoder.prompt(one.input())).toArray(int[][]::new);
    long[][] budgets = batch.stream().map(one -> new long[] {one.steps()}).toArray(long[][]::new);
    List<Decoding> decodings = new Decoder(decoder.model(), executor).decode(prompts, budgets);
    for (int b = 0; b < prompts.length; b++) {
      Optional<WrongAnswer> wrong = wrong(batch.get(b), decodings.get(b));
      if (wrong.isPresent()) {
        throw wrong.get().toFailure(budget, executor);
      }
    }
  }

  private Optional<WrongAnswer> wrong(Asked<I> one, Decoding decoding) {
    if (one.expected().isGivenBy(decoding, decoding.outcome())) {
      return Optional.empty();
    }
    int tokens = decoder.model().vocabulary().size();
    if (Arrays.stream(one.expected().continuation()).anyMatch(token -> token >= tokens)) {
      throw new IllegalArgumentException(
          "the decoder has other tokens than " + problem.name() + " has");
    }
    int[] run = Arrays.copyOf(one.expected().continuation(), one.expected().steps());
    return Optional.of(
        WrongAnswer.of(
            decoder.model().vocabulary(),
            problem.format(one.input()),
            problem.length(one.input()),
            one.expected(),
            decoding,
            run));
  }
}
