package org.cotsim.benchmarks.cli;

import java.util.Locale;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Mask;
import picocli.CommandLine.Option;

/** The options that choose among the ways to build a model, but for its arithmetic. */
final class VariantOptions {

  private static final String SATURATED = "saturated";
  private static final String SOFTMAX = "softmax:";

  @Option(
      names = "--hash",
      paramLabel = "plain|scaled|digits|folded",
      description =
          "How positions are compared: the layer-norm hash as published, scaled (default, as long"
              + " as that is certified), binary digits, for embedded positions, or the digits of a"
              + " count (default beyond), read out by folding in a number of layers that grows like"
              + " the logarithm of the longest input.")
  private ConstructionOptions.Hash hash;

  @Option(
      names = "--positions",
      paramLabel = "none|embedded",
      description = "Count by attention (default) or use a positional embedding.")
  private ConstructionOptions.Positions positions = ConstructionOptions.Positions.NONE;

  @Option(
      names = "--mask",
      paramLabel = "causal|strict",
      description = "Whether a position sees itself (default: what the construction uses).")
  private Mask mask;

  @Option(
      names = "--rightmost",
      paramLabel = "counts|differences",
      description =
          "How the latest write to a cell is found: by counting (default) or as published.")
  private ConstructionOptions.Rightmost rightmost = ConstructionOptions.Rightmost.COUNTS;

  @Option(
      names = "--norm",
      paramLabel = "multi|projected|standard",
      description =
          "What sublayers read: several normalised projections (default), one each, or the whole"
              + " stream.")
  private ConstructionOptions.Norms norms = ConstructionOptions.Norms.MULTI;

  @Option(
      names = "--attention",
      paramLabel = "saturated|softmax:BETA",
      description =
          "Share the weight among the largest scores (default), or by the exponential of BETA times"
              + " the score.")
  private String attention = SATURATED;

  /** Whether softmax attention was asked for. */
  boolean isSoftmax() {
    return !attention.equals(SATURATED);
  }

  private ConstructionOptions withAttention(ConstructionOptions options)
      throws ExperimentException {
    if (!isSoftmax()) {
      return options;
    }
    try {
      double beta =
          attention.startsWith(SOFTMAX)
              ? Double.parseDouble(attention.substring(SOFTMAX.length()))
              : Double.NaN;
      if (beta > 0 && beta <= Double.MAX_VALUE) {
        return options.withSoftmax(beta);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new ExperimentException(
        "--attention " + attention + ": expected saturated, or softmax:BETA with BETA above 0");
  }

  /** The hash that was asked for, or the usual one. */
  private ConstructionOptions.Hash hash() {
    return hash == null ? ConstructionOptions.Hash.SCALED : hash;
  }

  /** The options, the hash left to the length of the inputs if none was asked for. */
  ConstructionOptions orFolded() throws ExperimentException {
    ConstructionOptions options = toConstructionOptions();
    return hash == null ? options.orFolded() : options;
  }

  ConstructionOptions toConstructionOptions() throws ExperimentException {
    ConstructionOptions options =
        ConstructionOptions.defaults()
            .withHash(hash())
            .withPositions(positions)
            .withRightmost(rightmost)
            .withNorms(norms);
    return withAttention(mask == null ? options : options.withMask(mask));
  }

  /** What was chosen, in plain words. */
  String inWords(boolean turing) {
    return inWords(hash(), rightmost, turing);
  }

  /** The same with another hash and another way to find the latest write. */
  String inWords(
      ConstructionOptions.Hash compared, ConstructionOptions.Rightmost latest, boolean turing) {
    String words =
        switch (compared) {
          case DIGITS -> "binary digits";
          case FOLDED -> "folded counts";
          default -> lower(compared) + " hash";
        };
    if (positions == ConstructionOptions.Positions.EMBEDDED) {
      words += ", embedded positions";
    }
    if (turing) {
      words += ", rightmost by " + lower(latest);
    }
    if (norms == ConstructionOptions.Norms.PROJECTED) {
      words += ", projected pre-norm";
    }
    if (isSoftmax()) {
      words += ", " + attention;
    }
    return mask == null ? words : words + ", " + mask + " mask";
  }

  private static String lower(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
