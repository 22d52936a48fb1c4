package org.cotsim.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;

/**
 * A sweep as a PGFPlots snippet for slides: an axis per problem, a plot per way and length.
 *
 * <p>The preamble needs the package pgfplots. Budgets stand at one more than they are, so that a
 * budget of 0 has a place on the logarithmic axis; its ticks say the budgets themselves.
 */
public final class SweepLatex {

  private static final List<Long> TICKS =
      List.of(0L, 1L, 3L, 10L, 30L, 100L, 300L, 1000L, 10_000L, 100_000L, 1_000_000L);

  private SweepLatex() {}

  /** The whole file. */
  public static String of(SweepResult sweep) {
    return "% Accuracy against the "
        + CurrencyWords.of(sweep.currency()).budget()
        + ", made by: "
        + (sweep.command().replaceAll("[\\r\\n]", " ") + "\n")
        + (sweep.finished() ? "" : "% " + SweepHeadline.unfinished(sweep) + "\n")
        + "% Needs \\usepackage{pgfplots} in the preamble. Budgets are shifted by 1, as 0 has no"
        + " logarithm.\n"
        + ProblemRows.of(sweep).stream()
            .map(problem -> axis(problem, sweep.currency()))
            .collect(Collectors.joining("\n"));
  }

  private static String axis(ProblemRows problem, Currency currency) {
    long most =
        problem.rows().stream().mapToLong(r -> Math.max(r.amount(), r.claimed())).max().orElse(1);
    List<Long> ticks = TICKS.stream().filter(tick -> tick <= most).toList();
    return "\\begin{tikzpicture}\n\\begin{axis}[\n"
        + ("  title={" + escape(problem.name()) + "}, xmode=log, ymin=0, ymax=1.05,\n")
        + "  xlabel={"
        + CurrencyWords.of(currency).axis()
        + "}, ylabel={accuracy}, legend pos=south east,\n"
        + ("  xtick={"
            + joined(ticks.stream().map(tick -> String.valueOf(tick + 1)).toList())
            + "},\n")
        + ("  xticklabels={" + joined(ticks.stream().map(String::valueOf).toList()) + "},\n")
        + "  minor xtick={}, grid=major]\n"
        + problem.series().stream()
            .map(one -> plot(problem, one, currency))
            .collect(Collectors.joining())
        + "\\end{axis}\n\\end{tikzpicture}\n";
  }

  private static String joined(List<String> parts) {
    return String.join(",", parts);
  }

  private static String plot(ProblemRows problem, Series series, Currency currency) {
    String way = problem.ways().size() > 1 ? ", by " + series.by() : "";
    String points =
        problem.at(series).stream()
            .filter(row -> row.samples() > 0)
            .sorted(Comparator.comparingLong(SweepRow::amount))
            .map(row -> "(" + (row.amount() + 1) + "," + NumberText.three(row.accuracy()) + ")")
            .collect(Collectors.joining(" "));
    return ("\\addplot+[mark=*] coordinates {" + points + "};\n")
        + ("\\addlegendentry{$n = " + series.n() + "$" + way + "}\n")
        + ("\\draw[dashed] (axis cs:" + (problem.claimed(series) + 1) + ",0) -- (axis cs:")
        + ((problem.claimed(series) + 1)
            + ",1.05); % "
            + currency
            + " claimed for n = "
            + series.n())
        + (way + "\n");
  }

  private static String escape(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                switch (c) {
                  case '\\' -> "\\textbackslash{}";
                  case '~' -> "\\textasciitilde{}";
                  case '^' -> "\\textasciicircum{}";
                  case '{', '}', '#', '$', '%', '&', '_' -> "\\" + Character.toString(c);
                  default -> Character.toString(c);
                })
        .collect(Collectors.joining());
  }
}
