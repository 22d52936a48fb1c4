package org.cotsim.benchmarks.experiment;

import java.util.Map;
import java.util.TreeMap;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.simulator.construct.ConstructedDecoder;

/**
 * The decoders of a problem under budgets in one currency: the same one for all where the decoding
 * loop counts it, one for each amount where it is spent when a decoder is built.
 *
 * @param <I> the inputs
 */
public final class BudgetedDecoders<I> {

  private final Problem<I> problem;
  private final Currency currency;
  private final ExperimentSetup setup;
  private final CompiledModels<I> whole;
  private final Map<Long, CompiledModels<I>> limited = new TreeMap<>();

  /**
   * The decoders of a problem.
   *
   * @throws ExperimentException if its answers are not bought with this currency
   */
  public BudgetedDecoders(Problem<I> problem, Currency currency, ExperimentSetup setup)
      throws ExperimentException {
    WaysToBuild.requireSpent(problem, currency);
    this.problem = problem;
    this.currency = currency;
    this.setup = setup;
    this.whole = setup.compiled(problem);
  }

  /** The models as they are claimed, under no budget. */
  public CompiledModels<I> unlimited() {
    return whole;
  }

  /** The models under a budget of so much; the same object where that changes no decoder. */
  public CompiledModels<I> models(long amount) throws ExperimentException {
    if (!currency.isBuilt()) {
      return whole;
    }
    CompiledModels<I> known = limited.get(amount);
    if (known == null) {
      known = setup.compiled(WaysToBuild.of(problem).limited(currency, amount));
      limited.put(amount, known);
    }
    return known;
  }

  /** The intermediate tokens that decoding may take under a budget of so much. */
  public long steps(long amount, Expected expected) {
    return currency.isEmitted() ? amount : expected.steps();
  }

  /**
   * The tokens that decoding may see at once under a budget of so much.
   *
   * @throws ExperimentException if the prompt does not fit
   */
  public long context(long amount, I input) throws ExperimentException {
    if (currency != Currency.CONTEXT) {
      return Long.MAX_VALUE;
    }
    long prompt = problem.promptLength(input) + 2L;
    if (prompt > amount) {
      throw new ExperimentException(
          "a context of %d tokens has no room for a prompt of %d".formatted(amount, prompt));
    }
    return amount;
  }

  /** How much an answer takes, as the construction claims. */
  public long claimed(I input, Expected expected) throws ExperimentException {
    if (currency.isEmitted()) {
      return expected.steps();
    }
    ConstructedDecoder<I> decoder = whole.forRun(problem.promptLength(input), expected);
    int[] prompt = decoder.prompt(input);
    return switch (currency) {
      case LOOPS -> Spent.loops(decoder.model());
      case PADDING -> Spent.padding(decoder, prompt);
      default -> expected.context().orElse(prompt.length + expected.continuation().length - 1L);
    };
  }
}
