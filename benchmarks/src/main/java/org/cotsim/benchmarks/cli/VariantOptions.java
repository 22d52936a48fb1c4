package org.cotsim.benchmarks.cli;

import java.util.Locale;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Mask;
import picocli.CommandLine.Option;

/** The options that choose among the ways to build a model, but for its arithmetic. */
final class VariantOptions {

  @Option(
      names = "--hash",
      paramLabel = "plain|scaled|digits",
      description =
          "How positions are compared: the layer-norm hash as published, scaled (default), or"
              + " binary digits, for embedded positions.")
  private ConstructionOptions.Hash hash = ConstructionOptions.Hash.SCALED;

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

  ConstructionOptions toConstructionOptions() {
    ConstructionOptions options =
        ConstructionOptions.defaults()
            .withHash(hash)
            .withPositions(positions)
            .withRightmost(rightmost);
    return mask == null ? options : options.withMask(mask);
  }

  /** What was chosen, in plain words. */
  String inWords(boolean turing) {
    String words =
        hash == ConstructionOptions.Hash.DIGITS ? "binary digits" : lower(hash) + " hash";
    if (positions == ConstructionOptions.Positions.EMBEDDED) {
      words += ", embedded positions";
    }
    if (turing) {
      words += ", rightmost by " + lower(rightmost);
    }
    return mask == null ? words : words + ", " + mask + " mask";
  }

  private static String lower(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
