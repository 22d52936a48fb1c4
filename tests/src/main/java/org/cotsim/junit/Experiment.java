package org.cotsim.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.sweep.Sweep;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.report.ShellWords;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.decode.FormulaException;
import org.cotsim.simulator.decode.StepBudget;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Arithmetic;

/**
 * What one annotation asks of one executor.
 *
 * @param executor what runs the models
 * @param sweep the budgets, samples and seed
 * @param problems with the names by which they were asked
 * @param command the command that makes the same rows
 */
record Experiment(
    Executor executor,
    Sweep sweep,
    List<Problem<?>> problems,
    List<Integer> lengths,
    String command) {

  /** The experiments of an annotation, one for each executor. */
  static List<Experiment> of(StepBudgetExperiment asked)
      throws ExperimentException, InputException, FormulaException {
    require(asked.problem().length > 0, "problem = {}: expected at least one");
    require(asked.lengths().length > 0, "lengths = {}: expected at least one");
    require(asked.executors().length > 0, "executors = {}: expected at least one");
    require(asked.samples() >= 1, "samples = " + asked.samples() + ": expected at least 1");
    require(
        asked.stepsAtMost() >= 1, "stepsAtMost = " + asked.stepsAtMost() + ": expected at least 1");
    for (int n : asked.lengths()) {
      require(n >= 0, "lengths = " + n + ": a length is at least 0");
    }
    AskedBudgets budgets = AskedBudgets.of(asked);
    List<StepBudget> formulas = StepBudget.parseList(String.join(",", budgets.formulas()));
    List<Problem<?>> problems = problems(asked, budgets.currency());
    List<Experiment> experiments = new ArrayList<>();
    for (String name : asked.executors()) {
      Executor executor = Executors.named(name, Arithmetic.BINARY64);
      ExperimentSetup setup =
          new ExperimentSetup(
              ConstructionOptions.defaults().orFolded(), OptionalInt.empty(), executor);
      Sweep sweep = new Sweep(budgets.currency(), formulas, asked.samples(), asked.seed(), setup);
      String command = command(asked, budgets, name);
      List<Integer> lengths = Arrays.stream(asked.lengths()).boxed().toList();
      experiments.add(new Experiment(executor, sweep, problems, lengths, command));
    }
    return experiments;
  }

  private static List<Problem<?>> problems(StepBudgetExperiment asked, Currency currency)
      throws ExperimentException, InputException {
    List<Problem<?>> problems = new ArrayList<>();
    for (String name : asked.problem()) {
      Problem<?> problem = Problems.find(name, Optional.empty(), asked.stepsAtMost());
      if (asked.by().length == 0) {
        problems.add(problem);
      }
      for (String way : asked.by()) {
        problems.add(WaysToBuild.built(problem, Recipe.named(way)));
      }
    }
    for (Problem<?> problem : problems) {
      WaysToBuild.requireSpent(problem, currency);
    }
    return problems;
  }

  private static void require(boolean sensible, String message) throws ExperimentException {
    if (!sensible) {
      throw new ExperimentException(message);
    }
  }

  private static String command(StepBudgetExperiment asked, AskedBudgets budgets, String executor) {
    List<String> words = new ArrayList<>(List.of("cot", "sweep"));
    words.addAll(List.of(asked.problem()));
    if (asked.by().length > 0) {
      words.addAll(List.of("--by", String.join(",", asked.by())));
    }
    words.addAll(List.of("--lengths", joined(asked.lengths())));
    words.addAll(List.of(budgets.option(), String.join(",", budgets.formulas())));
    words.addAll(List.of("--samples", String.valueOf(asked.samples())));
    words.addAll(List.of("--seed", String.valueOf(asked.seed())));
    words.addAll(List.of("--steps-at-most", String.valueOf(asked.stepsAtMost())));
    words.addAll(List.of("--executor", executor, "--out", "DIR"));
    return ShellWords.join(words);
  }

  private static String joined(int[] lengths) {
    return Arrays.stream(lengths).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }

  /** The cells in the order of the report. */
  List<PlannedCell> cells() {
    return problems.stream()
        .flatMap(
            problem ->
                lengths.stream()
                    .flatMap(
                        n ->
                            IntStream.range(0, sweep.budgets().size())
                                .mapToObj(b -> new PlannedCell(this, problem, n, b))))
        .toList();
  }
}
