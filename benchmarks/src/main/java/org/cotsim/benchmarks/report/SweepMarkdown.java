package org.cotsim.benchmarks.report;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.Recipe;

/**
 * A sweep as a report to read: what it shows in a sentence, the chart, a table per problem, and
 * what the figures do not show.
 *
 * <p>The chart is the file {@link SweepWriter#CHART} beside the report. No date and no name of a
 * machine is in it, so the same rows give the same report.
 */
public final class SweepMarkdown {
  private final SweepResult sweep;
  private final List<ProblemRows> problems;
  private final List<SweepRow> measured;

  private SweepMarkdown(SweepResult sweep) {
    this.sweep = sweep;
    this.problems = ProblemRows.of(sweep);
    this.measured = sweep.points().stream().filter(row -> row.samples() > 0).toList();
  }

  /** The whole report. */
  public static String of(SweepResult sweep) {
    SweepMarkdown report = new SweepMarkdown(sweep);
    return report.head()
        + report.tables()
        + new SweepNeeds(report.problems, sweep.currency()).text()
        + report.meaning();
  }

  private String head() {
    return ("# Accuracy against " + subject() + part() + "\n\n")
        + ("**" + Markdown.plain(SweepHeadline.of(sweep)) + "**\n\n")
        + sweep.unmeasured().stream()
            .map(reason -> "Not measured: " + Markdown.plain(reason) + "\n\n")
            .collect(Collectors.joining())
        + sweep.leftOut().stream()
            .map(way -> "Left out: " + Markdown.plain(way.reason()) + ".\n\n")
            .collect(Collectors.joining())
        + ("Executor " + Markdown.plain(sweep.executor()))
        + (" (" + Markdown.plain(sweep.backend()) + "), " + seeds() + samples() + ".")
        + (" The command that gives these rows:\n\n" + Markdown.code(sweep.command()) + "\n\n")
        + ("![Accuracy against "
            + words().budget()
            + ", a panel per problem]("
            + SweepWriter.CHART
            + ")\n\n");
  }

  private String part() {
    return sweep.shard().map(shard -> ", part " + shard.part() + " of " + shard.parts()).orElse("");
  }

  private boolean isOfSteps() {
    return sweep.currency() == Currency.STEPS;
  }

  private CurrencyWords words() {
    return CurrencyWords.of(sweep.currency());
  }

  private String subject() {
    return isOfSteps() ? "chain-of-thought budget" : words().amount();
  }

  private String samples() {
    if (measured.isEmpty()) {
      return "";
    }
    IntSummaryStatistics counts = measured.stream().mapToInt(SweepRow::samples).summaryStatistics();
    String each = String.valueOf(counts.getMin());
    return ", "
        + (counts.getMin() == counts.getMax() ? each : each + " to " + counts.getMax())
        + (counts.getMax() == 1 ? " input" : " inputs")
        + " for each length and budget";
  }

  private String seeds() {
    if (sweep.seeds().isEmpty()) {
      return "inputs as listed";
    }
    return (sweep.hasSeveralSeeds() ? "seeds " : "seed ")
        + sweep.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private String tables() {
    if (problems.isEmpty()) {
      return "";
    }
    return "## Accuracy\n\n"
        + ("Rows: length n of the input and the "
            + counted()
            + " that the construction claims to\n")
        + ("need. Columns: the " + words().budget() + ". ")
        + "Bold: every sampled input was answered right.\n"
        + (has(row -> Recipe.isFromElsewhere(row.by()))
            ? "Of a decoder from a file nothing is claimed: there \"claimed\" is the length of the right chain.\n"
            : "")
        + (sweep.hasSeveralSeeds()
            ? "The mean of the seeds, ± half its 95 % interval over seeds (Student's t).\n"
            : "")
        + (has(ProblemRows::oneSided)
            ? "With °, all inputs have the same label, so a constant answer is right as well.\n"
            : "")
        + "\n"
        + problems.stream().map(SweepMarkdown::table).collect(Collectors.joining());
  }

  private String counted() {
    return isOfSteps() ? "intermediate tokens" : sweep.currency().toString();
  }

  private static String table(ProblemRows problem) {
    List<String> budgets = problem.budgets();
    boolean namesWay = problem.namesWay();
    StringBuilder text = new StringBuilder();
    text.append("### ").append(Markdown.plain(problem.name())).append("\n\n");
    text.append(Markdown.plain(problem.languageClass())).append("\n\n| ");
    text.append(namesWay ? "by | n | claimed |" : "n | claimed |");
    budgets.forEach(budget -> text.append(' ').append(Markdown.plain(budget)).append(" |"));
    text.append("\n|").append(namesWay ? " :--- |" : "");
    text.append(" ---: |".repeat(budgets.size() + 2)).append('\n');
    for (Series one : problem.series()) {
      text.append(namesWay ? "| " + one.by() + " | " : "| ");
      text.append(one.n()).append(" | ").append(problem.claimed(one)).append(" |");
      for (String budget : budgets) {
        String cell = problem.at(one, budget).map(SweepMarkdown::cell).orElse("");
        text.append(' ').append(cell).append(" |");
      }
      text.append('\n');
    }
    return text.append('\n').toString();
  }

  private static String cell(SweepRow row) {
    if (row.samples() == 0) {
      return "no inputs";
    }
    String share =
        row.seeds().size() > 1 ? overSeeds(row) : NumberText.share(row.right(), row.samples());
    return (row.right() == row.samples() ? "**" + share + "**" : share)
        + (ProblemRows.oneSided(row) ? "°" : "");
  }

  private static String overSeeds(SweepRow row) {
    SeedInterval over = SeedInterval.of(row.seeds());
    return NumberText.share(row.right(), row.samples())
        + (over.most() == over.least() ? "" : " ± " + NumberText.three(over.halfWidth()));
  }

  private String meaning() {
    return """
        ## What this shows, and what it does not

        Accuracy is the share of sampled inputs whose answer agrees with an independent oracle; a tie
        between answers counts as wrong."""
        + spent()
        + forced()
        + "\n\n"
        + interval()
        + """
        * It shows how often this construction is right at these lengths, on inputs %s. It does not prove it right on other inputs or at other lengths.
        * It does not show that %s cannot be enough: another transformer might need %s.
        * Intervals hold for one figure at a time; the figures of one length under several budgets are
          not independent if they share their inputs.
        """
            .formatted(drawn(), words().less(), words().less().split(" ", -1)[0]);
  }

  private String drawn() {
    if (sweep.seeds().isEmpty()) {
      return "that are\n  listed";
    }
    return sweep.hasSeveralSeeds() ? "drawn with these\n  seeds" : "drawn with this\n  seed";
  }

  private String spent() {
    return sweep.currency().isBuilt()
        ? " A budget is what the decoder is built with; with less than\nclaimed it answers all the same."
        : " When the budget is spent before the model answers by itself,\n"
            + "it must choose one of the answers at once.";
  }

  private String forced() {
    List<SweepRow> below =
        measured.stream()
            .filter(row -> !row.reachesClaim() && !Recipe.isFromElsewhere(row.by()))
            .toList();
    long inputs = below.stream().mapToLong(SweepRow::samples).sum();
    long forced = below.stream().mapToLong(SweepRow::forced).sum();
    return inputs == 0 || sweep.currency().isBuilt()
        ? ""
        : "\nBelow the claimed "
            + sweep.currency()
            + " "
            + forced
            + " of "
            + inputs
            + " answers were forced like that.";
  }

  private String interval() {
    if (sweep.hasSeveralSeeds()) {
      return """
          Intervals in the chart and in %s are over the %d seeds, at 95 %% by Student's t and cut at 0
          and 1. They say how much a figure moves with the inputs that are drawn. Where all seeds give the
          same figure they have no width; pooled_low and pooled_high in %s are Wilson score intervals at
          95 %% over all inputs of a row together.

          """
          .formatted(SweepWriter.SEEDS, sweep.seeds().size(), SweepWriter.SEEDS);
    }
    String text =
        "Intervals in the chart and in "
            + SweepWriter.CSV
            + " are Wilson score intervals at 95 %, computed from\nthe right answers and the inputs of a row";
    return measured.stream()
        .filter(row -> row.right() == row.samples())
        .min(Comparator.comparingInt(SweepRow::samples))
        .map(row -> text + ": " + allRight(row))
        .orElse(text)
        .concat(".\n\n");
  }

  private static String allRight(SweepRow row) {
    return row.right()
        + (" right of " + row.samples())
        + (" still allow a true accuracy of " + NumberText.three(Wilson.of(row).low()));
  }

  private boolean has(Predicate<SweepRow> property) {
    return measured.stream().anyMatch(property);
  }
}
