package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;

/** An exchange table as a report to read; no date and no name of a machine is in it. */
final class CurrenciesMarkdown {

  private CurrenciesMarkdown() {}

  /** The whole report. */
  static String of(CurrencyTable table) {
    return "# What an answer costs, way by way\n\n**"
        + Markdown.plain(CurrencyFields.headline(table))
        + "**\n\n"
        + Markdown.plain(table.backend())
        + ", "
        + NumberText.counted(table.samples(), "input")
        + " a row, seed "
        + table.seed()
        + ". The command that gives these rows:\n\n"
        + Markdown.code(table.command())
        + "\n\n![Multiply-adds of an answer against the length of the input]("
        + CurrenciesWriter.CHART
        + ")\n\n"
        + rows(CurrencyFields.text(table))
        + leftOut(table)
        + MEANING;
  }

  private static String rows(List<List<String>> rows) {
    List<String> lines =
        rows.stream()
            .map(row -> row.stream().map(Markdown::plain).collect(Collectors.joining(" | ")))
            .map(row -> "| " + row + " |\n")
            .toList();
    return lines.get(0)
        + "| --- | --- |"
        + " ---: |".repeat(rows.get(0).size() - 2)
        + "\n"
        + String.join("", lines.subList(1, lines.size()))
        + "\n";
  }

  private static String leftOut(CurrencyTable table) {
    return table.leftOut().isEmpty()
        ? ""
        : table.leftOut().stream()
            .map(out -> "- Left out: " + Markdown.plain(out.reason()) + ".\n")
            .collect(Collectors.joining("", "", "\n"));
  }

  private static final String MEANING =
      """
      ## What this shows, and what it does not

      All rows of a problem and a length are about the same inputs. Steps are the most intermediate
      tokens of an answer, context the most tokens that a decoder saw, loops how often the repeated
      layer is applied (1: none is repeated); layers and non-zeros count it once. No decoder here has
      padding or continuous thoughts. Operations are the multiply-adds of an answer with that context,
      counted from the weights: every non-zero once for each token and application of its layer, keys
      and values for each pair of a token and a position that it sees, the output map for each token
      emitted. An executor with an index looks at fewer pairs, so seconds, the median wall time of an
      answer, need not follow them. These are the costs of these decoders, not the least possible ones.
      """;
}
