package org.cotsim.benchmarks.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.cotsim.benchmarks.experiment.Budget;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.decode.StepBudget;

/** The counts of all budgets of a cell, and which budgets could not be decided. */
final class Tallies {

  private final List<StepBudget> formulas;
  private final OptionalLong seed;
  private final List<SweepTally> tallies;
  private final Map<Integer, String> closed = new TreeMap<>();

  Tallies(List<StepBudget> formulas, OptionalLong seed) {
    this.formulas = formulas;
    this.seed = seed;
    this.tallies = formulas.stream().map(formula -> new SweepTally()).toList();
  }

  List<StepBudget> formulas() {
    return formulas;
  }

  SweepTally of(int budget) {
    return tallies.get(budget);
  }

  /** Whether a budget could be decided on all inputs so far. */
  boolean isOpen(int budget) {
    return !closed.containsKey(budget);
  }

  /** Counts a budget no longer; the first reason is kept. */
  void close(int budget, String reason) {
    closed.putIfAbsent(budget, reason);
  }

  /** Why budgets could not be decided. */
  List<String> reasons(String cell) {
    return closed.entrySet().stream()
        .map(one -> cell + ", budget " + formulas.get(one.getKey()) + ": " + one.getValue())
        .toList();
  }

  /** The rows of the budgets that could be decided. */
  List<SweepRow> rows(Problem<?> problem, Currency currency, int n) {
    List<SweepRow> rows = new ArrayList<>();
    for (int i = 0; i < formulas.size(); i++) {
      if (isOpen(i) && !tallies.get(i).isEmpty()) {
        rows.add(tallies.get(i).toRow(problem, n, new Budget(currency, formulas.get(i)), seed));
      }
    }
    return rows;
  }
}
