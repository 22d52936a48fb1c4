package org.cotsim.benchmarks.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import picocli.CommandLine.Option;

/** The budgets of a sweep, all in one currency. */
final class SweepBudgets {

  private static final String USUAL = "0,log,sqrt,n/2,n,n+1,nlogn,n^2";
  private static final String LIST = "B,...";

  @Option(
      names = "--budgets",
      paramLabel = LIST,
      description = "Step budgets, formulas in n (default: " + USUAL + "); thoughts are steps.")
  private String steps;

  @Option(
      names = "--loops",
      paramLabel = LIST,
      description =
          "Instead of step budgets: numbers of loops, formulas in n; a decoder is built for each.")
  private String loops;

  @Option(
      names = "--padding",
      paramLabel = LIST,
      description = "Instead of step budgets: most padding tokens; a decoder is built for each.")
  private String padding;

  @Option(
      names = "--thoughts",
      paramLabel = LIST,
      description = "Instead of step budgets: most continuous thoughts.")
  private String thoughts;

  @Option(
      names = "--context",
      paramLabel = LIST,
      description = "Instead of step budgets: most tokens that a decoder sees at once.")
  private String context;

  /** What the budgets count. */
  Currency currency() throws ExperimentException {
    return given().keySet().iterator().next();
  }

  /** The budgets. */
  List<StepBudget> formulas() throws ExperimentException, FormulaException {
    return StepBudget.parseList(given().values().iterator().next());
  }

  private Map<Currency, String> given() throws ExperimentException {
    Map<Currency, String> given = new EnumMap<>(Currency.class);
    BudgetOptions.put(given, Currency.STEPS, steps);
    BudgetOptions.put(given, Currency.LOOPS, loops);
    BudgetOptions.put(given, Currency.PADDING, padding);
    BudgetOptions.put(given, Currency.THOUGHTS, thoughts);
    BudgetOptions.put(given, Currency.CONTEXT, context);
    BudgetOptions.requireOne(given);
    return given.isEmpty() ? Map.of(Currency.STEPS, USUAL) : given;
  }
}
