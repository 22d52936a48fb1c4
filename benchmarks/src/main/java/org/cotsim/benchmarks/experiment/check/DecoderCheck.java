package org.cotsim.benchmarks.experiment.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.Batches;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.experiment.BudgetedDecoders;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Currency;
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

  /** An input, what is right for it, and that within its budget. */
  private record Numbered<I>(
      long order, CheckedInput<I> one, Expected expected, Expected within, long context) {}

  private final Problem<I> problem;
  private final ExperimentSetup setup;
  private final Mode mode;
  private final Optional<Budget> budget;
  private final BudgetedDecoders<I> decoders;
  private final Map<CompiledModels<I>, Batches<Numbered<I>>> batches = new LinkedHashMap<>();
  private Progress watching = Progress.NONE;
  private long right;
  private long wrong;
  private long steps;
  private long truncated;
  private int longest;
  private Optional<CheckResult.Mismatch> first = Optional.empty();

  /** A check of the decoder as it is claimed, with as many steps as each input needs. */
  public DecoderCheck(Problem<I> problem, ExperimentSetup setup, Mode mode)
      throws ExperimentException {
    this(problem, setup, mode, Optional.empty());
  }

  /**
   * A check under a budget; where it is spent before the answer, the forced answer is compared.
   *
   * @throws ExperimentException if the answers are not bought with the currency of the budget
   */
  public DecoderCheck(Problem<I> problem, ExperimentSetup setup, Mode mode, Optional<Budget> budget)
      throws ExperimentException {
    this.problem = problem;
    this.setup = setup;
    this.mode = mode;
    this.budget = budget;
    Currency currency = budget.map(Budget::currency).orElse(Currency.STEPS);
    this.decoders = new BudgetedDecoders<>(problem, currency, setup);
  }

  /** Checks all the inputs of a plan and says what was found. */
  public CheckResult run(CheckPlan<I> plan, Progress progress)
      throws ExperimentException, InputException {
    watching = progress;
    long order = 0;
    try (CheckedInputs<I> cases = plan.cases()) {
      for (Optional<CheckedInput<I>> one = cases.next(); one.isPresent(); one = cases.next()) {
        Expected expected = problem.expected(one.get().input());
        one.get().drawn().add(expected);
        add(order++, one.get(), expected);
      }
    }
    for (Batches<Numbered<I>> waiting : batches.values()) {
      waiting.flushAll();
    }
    return new CheckResult(right, wrong, first, steps, truncated, longest);
  }

  private void add(long order, CheckedInput<I> one, Expected expected)
      throws ExperimentException, InputException {
    long amount =
        budget.isPresent() ? budget.get().amount(problem, one.input(), expected) : expected.steps();
    Expected within = expected.within(decoders.steps(amount, expected));
    Numbered<I> numbered =
        new Numbered<>(order, one, expected, within, decoders.context(amount, one.input()));
    batches
        .computeIfAbsent(decoders.models(amount), this::waiting)
        .add(problem.promptLength(one.input()), expected.steps(), numbered);
  }

  private Batches<Numbered<I>> waiting(CompiledModels<I> models) {
    return new Batches<>(
        one -> batchSize(models, one),
        batch -> {
          checkBatch(models, batch);
          watching.done(batch.size());
        });
  }

  private int batchSize(CompiledModels<I> models, Numbered<I> one) throws ExperimentException {
    int n = problem.promptLength(one.one().input());
    long chain = one.expected().steps();
    return setup
        .executor()
        .preferredBatch(
            models.forRun(n, one.expected()).model(), (int) Math.min(n + 2 + chain, 1 << 30));
  }

  private void checkBatch(CompiledModels<I> models, List<Numbered<I>> batch)
      throws ExperimentException {
    int n = problem.promptLength(batch.get(0).one().input());
    ConstructedDecoder<I> decoder =
        models.forRun(n, batch.stream().map(Numbered::expected).toList());
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
    Arrays.setAll(budgets, b -> new long[] {batch.get(b).within().steps()});
    long[] contexts = batch.stream().mapToLong(Numbered::context).toArray();
    List<Decoding> decodings =
        new Decoder(decoder.model(), setup.executor()).decode(prompts, budgets, contexts);
    for (int b = 0; b < prompts.length; b++) {
      boolean full = decodings.get(b).outcome() instanceof Outcome.ContextFull;
      Expected within = batch.get(b).within();
      within = full ? within.within(decodings.get(b).steps()) : within;
      int[] expected = within.continuation();
      boolean enough = !full && within.steps() == batch.get(b).expected().steps();
      int[] emitted = emitted(decodings.get(b), !enough);
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

  /** All tokens; a forced answer is one of them where the budget was smaller than the need. */
  private static int[] emitted(Decoding decoding, boolean forced) {
    IntStream tokens =
        IntStream.concat(Arrays.stream(decoding.chain()), Arrays.stream(decoding.output()));
    boolean answers = forced || decoding.outcome() instanceof Outcome.Answered;
    OptionalInt answer = answers ? decoding.outcome().answer() : OptionalInt.empty();
    return IntStream.concat(tokens, answer.stream()).toArray();
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
    if (outcome instanceof Outcome.ContextFull full) {
      return "; no answer in a context of " + full.limit() + " tokens";
    }
    if (outcome instanceof Outcome.RanOn endless) {
      return "; no answer: it went on without an end after " + endless.steps() + " steps";
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
