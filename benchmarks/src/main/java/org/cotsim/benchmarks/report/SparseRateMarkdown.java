package org.cotsim.benchmarks.report;

import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;

/** A white-box transformer's figures as a report to read. */
final class SparseRateMarkdown {

  private SparseRateMarkdown() {}

  /** The whole report. */
  static String of(SparseRateResult result, String command, long seed) {
    StringBuilder text = new StringBuilder("# Sparse rate reduction, layer by layer\n\n");
    text.append(SparseRateText.CLAIM).append("\n\n");
    SparseRateText.measured(result)
        .forEach(sentence -> text.append("* ").append(Markdown.plain(sentence)).append('\n'));
    text.append("\nTransformer: ").append(SparseRateText.network(result)).append("  \n");
    text.append("Subspaces: ").append(SparseRateText.subspaces(result)).append("  \n");
    text.append("Tokens: ").append(result.tokens()).append(", seed ").append(seed);
    text.append(". The command that gives these figures:\n\n").append(Markdown.code(command));
    text.append("\n\n![The objective after each layer](").append(SparseRateWriter.LAYERS_CHART);
    text.append(")\n\n").append(Markdown.table(SparseRateText.layers(result)));
    text.append(SparseRateText.legend()).append("\n\n");
    text.append("## Every gradient with every threshold, after the last layer\n\n");
    text.append(Markdown.table(SparseRateText.variants(result))).append(FORMS);
    text.append("## One step of any size from the input\n\n");
    text.append("![The rate against the subspaces after one step](");
    text.append(SparseRateWriter.STEPS_CHART).append(")\n\n");
    text.append("## How near each gradient is to the exact one, at the input\n\n");
    text.append(Markdown.table(SparseRateText.approximation(result))).append(APPROXIMATION);
    return text.append(NOT_SHOWN)
        .append("Source: ")
        .append(SparseRateText.SOURCE)
        .append(".\n")
        .toString();
  }

  private static final String FORMS =
      """
      The exact gradient has an inverse in each head. First-order replaces it by I - b V^T V; projected
      replaces the Gram matrix V^T V by its softmax; attention, the form of the source, also replaces the
      projections of the tokens by the tokens themselves. Residual is Z + MSSA(Z) without the factor b.
      Numbers under "rises in" are the layers in which the objective does not fall.

      """;

  private static final String APPROXIMATION =
      """
      Energy is the largest eigenvalue that the inverse adds to I: the series behind the attention form
      converges below 1. Error is relative; attended is the length of what the heads attend to against
      that of the tokens.

      """;

  private static final String NOT_SHOWN =
      """
      ## What this shows, and what it does not

      Every weight follows from principal components of other tokens; the classes of these are used for
      that and the classes of the tokens that run for counting right ones only. Nothing is trained, so
      this says nothing about what training makes of such layers. A norm puts tokens back on the unit
      sphere after each half: without one, shorter tokens have lower rates for no other reason. What
      falls by the objective need not be better: compare the column of right ones.

      """;
}
