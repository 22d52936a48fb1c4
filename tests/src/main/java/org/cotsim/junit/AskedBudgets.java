package org.cotsim.junit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;

/**
 * The budgets of an annotation.
 *
 * @param currency what they count
 * @param formulas at least one
 */
record AskedBudgets(Currency currency, List<String> formulas) {

  private static final List<String> USUAL = List.of("0", "log", "sqrt", "n/2", "n", "n+1");

  static AskedBudgets of(StepBudgetExperiment asked) throws ExperimentException {
    Map<Currency, List<String>> given = new EnumMap<>(Currency.class);
    given.put(Currency.STEPS, List.of(asked.budgets()));
    given.put(Currency.LOOPS, List.of(asked.loops()));
    given.put(Currency.PADDING, List.of(asked.padding()));
    given.put(Currency.THOUGHTS, List.of(asked.thoughts()));
    given.put(Currency.CONTEXT, List.of(asked.context()));
    given.values().removeIf(List::isEmpty);
    if (given.size() > 1) {
      throw new ExperimentException(
          "budgets are in one currency at a time, not in " + given.keySet());
    }
    for (Map.Entry<Currency, List<String>> one : given.entrySet()) {
      return new AskedBudgets(one.getKey(), one.getValue());
    }
    return new AskedBudgets(Currency.STEPS, USUAL);
  }

  /** The option of {@code cot sweep} that names them. */
  String option() {
    return currency == Currency.STEPS ? "--budgets" : "--" + currency;
  }
}
