package org.cotsim.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;

/**
 * How much of the chain the longest inputs of each problem needed, and on graphs how far t was
 * where a short chain was enough.
 */
final class SweepNeeds {

  private static final String NEEDS =
      """
      ## How much of the chain is needed

      The largest measured budget with a wrong answer, beside the longest chain of these inputs.

      | problem | n | longest chain | still wrong at | share of the chain |
      | :--- | ---: | ---: | ---: | ---: |
      """;

  private static final String OTHER_NEEDS =
      """
      ## How much of the claim is needed

      The largest measured budget with a wrong answer, beside the %s claimed.

      | problem | n | claimed | still wrong at | share of the claim |
      | :--- | ---: | ---: | ---: | ---: |
      """;

  private static final String DISTANCES =
      """
      ## Where a short chain is enough

      The mean distance from s to t, over the graphs where t is reachable: answered right / answered
      wrong. Below the whole chain the answer is right where the path is short.

      """;

  private final List<ProblemRows> problems;
  private final Currency currency;

  SweepNeeds(List<ProblemRows> problems, Currency currency) {
    this.problems = problems;
    this.currency = currency;
  }

  /** The two sections; empty where no budget was too small. */
  String text() {
    String needs =
        problems.stream()
            .flatMap(problem -> problem.onlyFromElsewhere(false).stream())
            .flatMap(problem -> largestWrong(problem).stream())
            .map(SweepNeeds::need)
            .collect(Collectors.joining());
    String distances =
        problems.stream()
            .filter(problem -> problem.rows().stream().anyMatch(SweepNeeds::hasDistances))
            .map(SweepNeeds::distances)
            .collect(Collectors.joining());
    String head = currency == Currency.STEPS ? NEEDS : OTHER_NEEDS.formatted(currency);
    return (needs.isEmpty() ? "" : head + needs + "\n")
        + (distances.isEmpty() ? "" : DISTANCES + distances);
  }

  private static Optional<SweepRow> largestWrong(ProblemRows problem) {
    long longest = problem.rows().stream().mapToLong(SweepRow::n).max().orElseThrow();
    return problem.rows().stream()
        .filter(row -> row.n() == longest)
        .filter(row -> row.right() < row.samples())
        .max(Comparator.comparingLong(SweepRow::amount));
  }

  private static String need(SweepRow row) {
    return "| "
        + (Markdown.plain(row.problem()) + " | " + row.n() + " | " + row.claimed() + " | ")
        + (row.amount() + " | " + NumberText.percent(row.amount(), row.claimed()) + " |\n");
  }

  private static boolean hasDistances(SweepRow row) {
    return Double.isFinite(row.distanceRight()) || Double.isFinite(row.distanceWrong());
  }

  private static String distances(ProblemRows problem) {
    List<String> budgets = problem.budgets();
    StringBuilder text = new StringBuilder();
    text.append("### ").append(Markdown.plain(problem.name())).append("\n\n| n |");
    budgets.forEach(budget -> text.append(' ').append(Markdown.plain(budget)).append(" |"));
    text.append("\n|").append(" ---: |".repeat(budgets.size() + 1)).append('\n');
    for (Series series : problem.series()) {
      text.append("| ").append(series.n()).append(" |");
      for (String budget : budgets) {
        Optional<SweepRow> row = problem.at(series, budget);
        String right = row.map(one -> figure(one, SweepRow::distanceRight)).orElse("");
        String wrong = row.map(one -> figure(one, SweepRow::distanceWrong)).orElse("");
        text.append(' ').append(right).append(" / ").append(wrong).append(" |");
      }
      text.append('\n');
    }
    return text.append('\n').toString();
  }

  private static String figure(SweepRow row, ToDoubleFunction<SweepRow> distance) {
    double value = distance.applyAsDouble(row);
    return Double.isFinite(value) ? NumberText.one(value) : "none";
  }
}
