package org.cotsim.benchmarks.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import picocli.CommandLine.Option;

/** How much an answer may cost, in one of the currencies. */
final class BudgetOptions {

  @Option(
      names = "--budget",
      paramLabel = "B",
      description = "Intermediate tokens at most, a formula in n (default: as many as claimed).")
  private String steps;

  @Option(
      names = "--loops",
      paramLabel = "B",
      description =
          "Build the decoder with so many loops, a formula in n, whatever it needs (default: as many"
              + " as claimed).")
  private String loops;

  @Option(
      names = "--padding",
      paramLabel = "B",
      description = "Build it for at most so many padding tokens, a formula in n.")
  private String padding;

  @Option(
      names = "--thoughts",
      paramLabel = "B",
      description = "Continuous thoughts at most, a formula in n.")
  private String thoughts;

  @Option(
      names = "--context",
      paramLabel = "B",
      description = "Tokens that the decoder sees at once at most, a formula in n.")
  private String context;

  /** The budget that was asked, if one was. */
  Optional<Budget> budget() throws ExperimentException, FormulaException {
    Map<Currency, String> asked = given();
    requireOne(asked);
    for (Map.Entry<Currency, String> one : asked.entrySet()) {
      return Optional.of(new Budget(one.getKey(), StepBudget.parse(one.getValue())));
    }
    return Optional.empty();
  }

  /** Refuses budgets for what is measured as it is claimed only. */
  void requireNone(String what) throws ExperimentException {
    for (Currency currency : given().keySet()) {
      throw new ExperimentException(option(currency) + " cannot be given for " + what);
    }
  }

  /** Refuses a budget that says how a decoder is built, for one that is built already. */
  void requireNothingToBuild() throws ExperimentException {
    for (Currency currency : given().keySet()) {
      if (currency.isBuilt()) {
        throw new ExperimentException(
            option(currency) + " says how a model is built, and a model: is built already");
      }
      if (currency == Currency.CONTEXT) {
        throw new ExperimentException(option(currency) + " is not for a model: file");
      }
    }
  }

  private Map<Currency, String> given() {
    Map<Currency, String> given = new EnumMap<>(Currency.class);
    put(given, Currency.STEPS, steps);
    put(given, Currency.LOOPS, loops);
    put(given, Currency.PADDING, padding);
    put(given, Currency.THOUGHTS, thoughts);
    put(given, Currency.CONTEXT, context);
    return given;
  }

  static void put(Map<Currency, String> given, Currency currency, String text) {
    if (text != null) {
      given.put(currency, text);
    }
  }

  private static String option(Currency currency) {
    return currency == Currency.STEPS ? "--budget" : "--" + currency;
  }

  static void requireOne(Map<Currency, String> given) throws ExperimentException {
    if (given.size() > 1) {
      List<Currency> all = List.copyOf(given.keySet());
      throw new ExperimentException(oneOnly(all.get(0), all.get(1)));
    }
  }

  static String oneOnly(Currency one, Currency other) {
    return "a budget is in one currency at a time, not in " + one + " and " + other;
  }
}
