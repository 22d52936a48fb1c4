package org.cotsim.benchmarks.experiment.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.Batches;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineSituation;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.model.Vocabulary;

/**
 * Compares every token that a decoder emits with the machine's own run, input by input.
 *
 * @param <I> the inputs
 */
public final class DecoderCheck<I> {

  private static final int WINDOW = 3; // tokens shown on either side of a difference

  /** How tokens are compared. */
  public enum Mode {
    /** Decode step by step and compare. */
    DECODING,
    /** Run the machine's chain through the model once and confirm each next token. */
    ONE_PASS
  }

  private record Numbered<I>(long order, CheckedInput<I> one, Expected expected) {}

  private final Problem<I> problem;
  private final ExperimentSetup setup;
  private final Mode mode;
  private final CompiledModels<I> models;
  private long right;
  private long wrong;
  private long steps;
  private long truncated;
  private int longest;
  private Optional<CheckResult.Mismatch> first = Optional.empty();

  public DecoderCheck(Problem<I> problem, ExperimentSetup setup, Mode mode)
      throws ExperimentException {
    this.problem = problem;
    this.setup = setup;
    this.mode = mode;
    this.models = setup.compiled(problem);
  }

  /** Checks all the inputs of a plan and says what was found. */
  public CheckResult run(CheckPlan<I> plan, Progress progress)
      throws ExperimentException, InputException {
    Batches<Numbered<I>> batches =
        new Batches<>(
            this::batchSize,
            batch -> {
              checkBatch(batch);
              progress.done(batch.size());
            });
    long order = 0;
    try (CheckedInputs<I> cases = plan.cases()) {
      for (Optional<CheckedInput<I>> one = cases.next(); one.isPresent(); one = cases.next()) {
        Expected expected = problem.expected(one.get().input());
        one.get().drawn().add(expected);
        Numbered<I> numbered = new Numbered<>(order++, one.get(), expected);
        batches.add(problem.promptLength(one.get().input()), expected.steps(), numbered);
      }
    }
    batches.flushAll();
    return new CheckResult(right, wrong, first, steps, truncated, longest);
  }

  private int batchSize(Numbered<I> one) throws ExperimentException {
    int n = problem.promptLength(one.one().input());
    long chain = one.expected().steps();
    return setup
        .executor()
        .preferredBatch(models.forRun(n, chain).model(), (int) Math.min(n + 2 + chain, 1 << 30));
  }

  private void checkBatch(List<Numbered<I>> batch) throws ExperimentException {
    int n = problem.promptLength(batch.get(0).one().input());
    long longestChain = batch.stream().mapToLong(one -> one.expected().steps()).max().orElse(0);
    ConstructedDecoder<I> decoder = models.forRun(n, longestChain);
    int[][] prompts =
        batch.stream().map(one -> decoder.prompt(one.one().input())).toArray(int[][]::new);
    if (mode == Mode.DECODING) {
      compareDecodings(decoder, prompts, batch);
    } else {
      confirm(decoder, prompts, batch);
    }
    for (Numbered<I> one : batch) {
      longest = Math.max(longest, problem.length(one.one().input()));
    }
  }

  private void compareDecodings(
      ConstructedDecoder<I> decoder, int[][] prompts, List<Numbered<I>> batch) {
    long[][] budgets = new long[prompts.length][];
    Arrays.setAll(budgets, b -> new long[] {batch.get(b).expected().steps()});
    List<Decoding> decodings =
        new Decoder(decoder.model(), setup.executor()).decode(prompts, budgets);
    for (int b = 0; b < prompts.length; b++) {
      int[] expected = batch.get(b).expected().continuation();
      int[] emitted = emitted(decodings.get(b));
      int difference = Arrays.mismatch(expected, emitted);
      steps += decodings.get(b).steps();
      settle(
          batch.get(b),
          difference < 0 ? OptionalInt.empty() : OptionalInt.of(difference),
          texts(decoder, emitted, difference),
          texts(decoder, expected, difference),
          decodings.get(b).outcome());
    }
  }

  private static int[] emitted(Decoding decoding) {
    IntStream tokens =
        IntStream.concat(Arrays.stream(decoding.chain()), Arrays.stream(decoding.output()));
    return decoding.outcome() instanceof Outcome.Answered answered
        ? IntStream.concat(tokens, IntStream.of(answered.token())).toArray()
        : tokens.toArray();
  }

  private void confirm(ConstructedDecoder<I> decoder, int[][] prompts, List<Numbered<I>> batch) {
    int[][] continuations =
        batch.stream().map(one -> one.expected().continuation()).toArray(int[][]::new);
    OptionalInt[] differences =
        new Verifier(decoder.model(), setup.executor()).firstDifferences(prompts, continuations);
    for (int b = 0; b < prompts.length; b++) {
      Expected expected = batch.get(b).expected();
      steps += expected.steps();
      settle(
          batch.get(b),
          differences[b],
          List.of(),
          texts(decoder, continuations[b], differences[b].orElse(-1)),
          new Outcome.Answered(expected.steps(), -1));
    }
  }

  private void settle(
      Numbered<I> numbered,
      OptionalInt difference,
      List<String> actual,
      List<String> wanted,
      Outcome outcome) {
    Expected expected = numbered.expected();
    truncated += expected.answered() ? 0 : 1;
    CheckedInput<I> one = numbered.one();
    boolean labelDiffers =
        one.label().isPresent() && expected.answered() && one.label().get() != expected.accepts();
    if (difference.isEmpty() && !labelDiffers) {
      right++;
      return;
    }
    wrong++;
    if (first.isEmpty() || numbered.order() < first.get().order()) {
      String reason =
          difference.isPresent()
              ? reason(one.input(), difference.getAsInt()) + ending(outcome)
              : "chain and oracle agree, but the label says " + (one.label().get() ? "1" : "0");
      first =
          Optional.of(
              new CheckResult.Mismatch(
                  numbered.order(),
                  one.place(),
                  problem.format(one.input()),
                  difference,
                  wanted,
                  actual,
                  reason));
    }
  }

  private String reason(I input, int difference) {
    String situation =
        problem instanceof MachineSituation<I> machine ? machine.situation(input, difference) : "";
    return "token "
        + difference
        + " after the prompt differs"
        + (situation.isEmpty() ? "" : ", where the machine is at " + situation);
  }

  private static String ending(Outcome outcome) {
    if (outcome instanceof Outcome.BudgetSpent spent) {
      return "; no answer within " + spent.limit() + " steps";
    }
    return outcome instanceof Outcome.Tied tied
        ? "; " + tied.tokens().size() + " tokens were tied after " + tied.steps() + " steps"
        : "";
  }

  private static List<String> texts(ConstructedDecoder<?> decoder, int[] tokens, int around) {
    if (around < 0) {
      return List.of();
    }
    Vocabulary vocabulary = decoder.model().vocabulary();
    int from = Math.max(0, around - WINDOW);
    int to = Math.min(tokens.length, around + WINDOW + 1);
    return Arrays.stream(tokens, Math.min(from, to), to)
        .mapToObj(token -> vocabulary.token(token).text())
        .toList();
  }
}
