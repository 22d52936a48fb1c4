package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WaysToBuild;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the decoder is built of which a command shows something, whatever the input. */
final class AmountOptions {

  @Mixin private RecipeOption recipe;

  @Option(
      names = "--loops",
      paramLabel = "COUNT",
      description =
          "Apply the repeated layers COUNT times, whatever the input needs; with fewer than claimed"
              + " the answer may be wrong, and the certificate, about rounding, does not say so.")
  private Long loops;

  @Option(
      names = "--padding",
      paramLabel = "COUNT",
      description = "Build for at most COUNT padding tokens, whatever the input needs.")
  private Long padding;

  /** The problem with decoders built like this. */
  <I> Problem<I> of(Problem<I> problem) throws ExperimentException {
    Problem<I> built = recipe.of(problem);
    if (loops != null && padding != null) {
      throw new ExperimentException(BudgetOptions.oneOnly(Currency.LOOPS, Currency.PADDING));
    }
    if (loops == null && padding == null) {
      return built;
    }
    Currency currency = loops != null ? Currency.LOOPS : Currency.PADDING;
    long amount = loops != null ? loops : padding;
    if (amount < 0) {
      throw new ExperimentException("--" + currency + " " + amount + ": expected at least 0");
    }
    WaysToBuild.requireSpent(built, currency);
    return WaysToBuild.of(built).limited(currency, amount);
  }
}
