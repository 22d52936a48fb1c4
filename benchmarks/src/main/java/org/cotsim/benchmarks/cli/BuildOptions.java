package org.cotsim.benchmarks.cli;

import java.util.List;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.ExperimentException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import picocli.CommandLine.Option;

/** The options that say how a model is built. */
final class BuildOptions {

  /** The options below. */
  static final List<String> NAMES =
      List.of(
          "--hash",
          "--positions",
          "--mask",
          "--rightmost",
          "--arithmetic",
          "--max-length",
          "--uncertified");

  @Option(
      names = "--hash",
      paramLabel = "plain|scaled",
      description = "The layer-norm hash: as published, or scaled (default).")
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

  @Option(
      names = "--arithmetic",
      paramLabel = "binary64|binary32",
      description = "The floating-point arithmetic (default: binary64).")
  private String arithmetic = Arithmetic.BINARY64.name();

  @Option(
      names = "--max-length",
      paramLabel = "N",
      description = "Compile for inputs of up to N tokens instead of the length asked, rounded up.")
  private Integer maxLength;

  @Option(
      names = "--uncertified",
      description = "Build also where rounding errors may change the answer.")
  private boolean uncertified;

  ConstructionOptions toConstructionOptions() throws ExperimentException {
    ConstructionOptions options =
        ConstructionOptions.defaults()
            .withHash(hash)
            .withPositions(positions)
            .withRightmost(rightmost)
            .withArithmetic(arithmetic());
    if (mask != null) {
      options = options.withMask(mask);
    }
    return uncertified ? options.uncertified() : options;
  }

  Arithmetic arithmetic() throws ExperimentException {
    for (Arithmetic known : Arithmetic.values()) {
      if (known.name().equals(arithmetic)) {
        return known;
      }
    }
    throw new ExperimentException("--arithmetic " + arithmetic + ": expected binary64 or binary32");
  }

  OptionalInt maxLength() throws ExperimentException {
    if (maxLength != null && maxLength < 0) {
      throw new ExperimentException("--max-length " + maxLength + ": a length is at least 0");
    }
    return maxLength == null ? OptionalInt.empty() : OptionalInt.of(maxLength);
  }
}
