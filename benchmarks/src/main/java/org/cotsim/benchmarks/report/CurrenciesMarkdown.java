package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.LeftOut;
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
        + "\n\n![What each way needs of what it is bought with, and the multiply-adds of an answer, against the length]("
        + CurrenciesWriter.CHART
        + ")\n\n"
        + rows(CurrencyFields.text(table))
        + rates(table)
        + floors(table)
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

  private static String rates(CurrencyTable table) {
    List<ExchangeRates.Rate> rates = ExchangeRates.of(table);
    if (rates.isEmpty()) {
      return "";
    }
    return "## What one buys instead of another\n\n"
        + bullets(rates.stream().map(ExchangeRates.Rate::sentence).toList())
        + bullets(rates.stream().flatMap(rate -> rate.savesLittle().stream()).toList())
        + "\n";
  }

  private static String floors(CurrencyTable table) {
    List<String> sentences = CurrencyFields.floors(table);
    return sentences.isEmpty()
        ? ""
        : "## What is known to be needed at least\n\n" + bullets(sentences) + "\n";
  }

  private static String bullets(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> "- " + Markdown.plain(sentence) + ".\n")
        .collect(Collectors.joining());
  }

  private static String leftOut(CurrencyTable table) {
    return table.leftOut().isEmpty()
        ? ""
        : "## What is left out\n\n"
            + bullets(table.leftOut().stream().map(LeftOut::reason).toList())
            + "\n";
  }

  private static final String MEANING =
      """
      ## What this shows, and what it does not

      All rows of a problem and a length are about the same inputs. Each way is bought with one
      currency. Claimed is the most that its construction says an answer needs; observed is the least
      amount from which on all sampled answers are right, found by running with less than claimed: the
      decoding stopped earlier, or the decoder built with less. It may be less on other inputs than on
      these, never more than claimed if the certificate holds.

      Steps are the most intermediate tokens of an answer and thoughts those that feed a vector back;
      loops how often the repeated layers are applied (1: none is repeated), padding the tokens of the
      prompt that say nothing, context the most tokens that a decoder saw at once. Layers and non-zeros
      count a repeated layer once, depth counts each application. Operations are the multiply-adds of
      an answer, counted from the weights: every non-zero once for each token and application of its
      layer, keys and values for each pair of a token and a position that it sees, the output map for
      each token emitted. An executor with an index looks at fewer pairs, so seconds, the median wall
      time of an answer, need not follow them. These are the costs of these decoders, not the least
      possible ones.
      """;
}
