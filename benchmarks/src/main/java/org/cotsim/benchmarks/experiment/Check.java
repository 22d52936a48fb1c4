package org.cotsim.benchmarks.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
public final class Check<I> {

  private static final int WINDOW = 3; // tokens shown on either side of a difference

  /** How tokens are compared. */
  public enum Mode {
    /** Decode step by step and compare. */
    DECODING,
    /** Run the machine's chain through the model once and confirm each next token. */
    ONE_PASS
  }

  private record Numbered<I>(long order, Case<I> one) {}

  private final Problem<I> problem;
  private final Setup setup;
  private final Mode mode;
  private final CompiledLengths<I> models;
  private long right;
  private long wrong;
  private long steps;
  private int longest;
  private Optional<CheckResult.Mismatch> first = Optional.empty();

  public Check(Problem<I> problem, Setup setup, Mode mode) {
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
            (n, batch) -> {
              checkBatch(n, batch);
              progress.done(batch.size());
            });
    long order = 0;
    CaseSource<I> cases = plan.cases();
    for (Optional<Case<I>> one = cases.next(); one.isPresent(); one = cases.next()) {
      batches.add(problem.length(one.get().input()), new Numbered<>(order++, one.get()));
    }
    batches.flushAll();
    return new CheckResult(right, wrong, first, steps, longest);
  }

  private int batchSize(int n) throws ExperimentException {
    ConstructedDecoder<I> decoder = models.forLength(n);
    long length = n + 2 + decoder.stepClaim().at(n);
    return setup.executor().preferredBatch(decoder.model(), (int) Math.min(length, 1 << 30));
  }

  private void checkBatch(int n, List<Numbered<I>> batch) throws ExperimentException {
    ConstructedDecoder<I> decoder = models.forLength(n);
    List<Expected> expected = new ArrayList<>();
    int[][] prompts = new int[batch.size()][];
    for (int b = 0; b < prompts.length; b++) {
      I input = batch.get(b).one().input();
      prompts[b] = decoder.prompt(input);
      expected.add(problem.expected(input));
    }
    if (mode == Mode.DECODING) {
      compareDecodings(decoder, n, prompts, expected, batch);
    } else {
      confirm(decoder, prompts, expected, batch);
    }
    longest = Math.max(longest, n);
  }

  private void compareDecodings(
      ConstructedDecoder<I> decoder,
      int n,
      int[][] prompts,
      List<Expected> expected,
      List<Numbered<I>> batch) {
    long[][] budgets = new long[prompts.length][1];
    Arrays.setAll(budgets, b -> new long[] {decoder.stepClaim().at(n)});
    List<Decoding> decodings =
        new Decoder(decoder.model(), setup.executor()).decode(prompts, budgets);
    for (int b = 0; b < prompts.length; b++) {
      int[] emitted = emitted(decodings.get(b));
      int difference = Arrays.mismatch(expected.get(b).continuation(), emitted);
      steps += decodings.get(b).steps();
      settle(
          batch.get(b),
          expected.get(b),
          difference < 0 ? OptionalInt.empty() : OptionalInt.of(difference),
          texts(decoder, emitted, difference),
          texts(decoder, expected.get(b).continuation(), difference),
          decodings.get(b).outcome());
    }
  }

  private static int[] emitted(Decoding decoding) {
    int[] tokens = decoding.chain();
    if (decoding.outcome() instanceof Outcome.Answered answered) {
      tokens = Arrays.copyOf(tokens, tokens.length + 1);
      tokens[tokens.length - 1] = answered.token();
    }
    return tokens;
  }

  private void confirm(
      ConstructedDecoder<I> decoder,
      int[][] prompts,
      List<Expected> expected,
      List<Numbered<I>> batch) {
    int[][] continuations = expected.stream().map(Expected::continuation).toArray(int[][]::new);
    OptionalInt[] differences =
        new Verifier(decoder.model(), setup.executor()).firstDifferences(prompts, continuations);
    for (int b = 0; b < prompts.length; b++) {
      steps += expected.get(b).steps();
      List<String> around = texts(decoder, continuations[b], differences[b].orElse(-1));
      settle(
          batch.get(b),
          expected.get(b),
          differences[b],
          List.of(),
          around,
          new Outcome.Answered(expected.get(b).steps(), expected.get(b).answer()));
    }
  }

  private void settle(
      Numbered<I> numbered,
      Expected expected,
      OptionalInt difference,
      List<String> actual,
      List<String> wanted,
      Outcome outcome) {
    Case<I> one = numbered.one();
    boolean labelDiffers = one.label().isPresent() && one.label().get() != expected.accepts();
    if (difference.isEmpty() && !labelDiffers) {
      right++;
      return;
    }
    wrong++;
    if (first.isEmpty() || numbered.order() < first.get().order()) {
      String reason =
          difference.isPresent()
              ? "token " + difference.getAsInt() + " after the prompt differs" + ending(outcome)
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

  private static String ending(Outcome outcome) {
    if (outcome instanceof Outcome.BudgetSpent spent) {
      return "; no answer within the " + spent.limit() + " steps claimed";
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
