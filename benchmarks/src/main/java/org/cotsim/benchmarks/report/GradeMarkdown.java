package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.grade.GradeResult;
import org.cotsim.benchmarks.experiment.grade.GradeRow;

/** Grades as a report to read; no date and no name of a machine is in it. */
final class GradeMarkdown {

  private static final int SHOWN = 20; // first wrong steps

  private GradeMarkdown() {}

  /** The whole report. */
  static String of(GradeResult grades) {
    return "# Completions graded token by token\n\n**"
        + Markdown.plain(GradeFields.headline(grades))
        + "**\n\nThe command that finds this again:\n\n"
        + Markdown.code(grades.command())
        + "\n\n!["
        + GradeChart.TITLE
        + "]("
        + GradeWriter.CHART
        + ")\n\n"
        + table("By length", grades.byLength())
        + table("By budget", grades.byBudget())
        + table("By class: the right answer", grades.byClass())
        + steps(grades)
        + remarks(grades)
        + MEANING;
  }

  private static String table(String title, List<GradeRow> rows) {
    return "## " + title + "\n\n" + Markdown.table(Markdown.plain(GradeFields.text(rows)));
  }

  private static String steps(GradeResult grades) {
    if (grades.wrongSteps().isEmpty()) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("step", "expected", "found", "chains"));
    for (GradeResult.CountedStep counted : grades.wrongSteps()) {
      if (rows.size() <= SHOWN) {
        rows.add(
            List.of(
                String.valueOf(counted.wrong().step()),
                Markdown.plain(counted.wrong().expected()),
                Markdown.plain(counted.wrong().found()),
                String.valueOf(counted.count())));
      }
    }
    long left = grades.wrongBeyond(SHOWN);
    return "## First wrong steps, the most frequent first\n\n"
        + Markdown.table(rows)
        + (left == 0 ? "" : "and " + left + " chains that go wrong otherwise.\n\n");
  }

  private static String remarks(GradeResult grades) {
    return "## How it was read\n\n* Read as "
        + Markdown.plain(grades.form())
        + ".\n"
        + GradeFields.remarks(grades).stream()
            .map(remark -> "* " + Markdown.plain(remark) + ".\n")
            .collect(Collectors.joining())
        + grades.examples().stream()
            .map(example -> "* " + Markdown.plain(example) + ".\n")
            .collect(Collectors.joining())
        + "\n";
  }

  private static final String MEANING =
      """
      ## What this shows, and what it does not

      A chain is right if each of its tokens is the one of the machine's own run, cut at the budget, and
      none is missing; another way of thinking that leads to the right answer counts as wrong here.
      Intervals are Wilson score intervals at 95 %, each for one figure at a time. Completions that cannot
      be read count as wrong. Inputs that are not in the file are not covered.
      """;
}
