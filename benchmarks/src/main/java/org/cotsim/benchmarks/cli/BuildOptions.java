package org.cotsim.benchmarks.cli;

import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.ExperimentException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import picocli.CommandLine.Option;

/** The options that say how a model is built. */
final class BuildOptions {

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

  @Option(
      names = "--arithmetic",
      paramLabel = "NAME",
      description =
          "The arithmetic: binary64 (default), binary32, binary16, bfloat16, or bits:P for P"
              + " significant bits.")
  private String arithmetic = Arithmetic.BINARY64.name();

  @Option(
      names = "--rounding",
      paramLabel = "nearest|truncate",
      description = "How the arithmetic rounds (default: nearest, ties to even).")
  private Arithmetic.Rounding rounding = Arithmetic.Rounding.NEAREST;

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
    Arithmetic named =
        Arithmetic.named(arithmetic)
            .orElseThrow(
                () ->
                    new ExperimentException(
                        "--arithmetic "
                            + arithmetic
                            + ": expected binary64, binary32, binary16, bfloat16, or bits:P with P"
                            + " from "
                            + Arithmetic.FEWEST_BITS
                            + " to "
                            + Arithmetic.MOST_BITS));
    return rounding == Arithmetic.Rounding.TRUNCATE ? named.truncating() : named;
  }

  OptionalInt maxLength() throws ExperimentException {
    if (maxLength != null && maxLength < 0) {
      throw new ExperimentException("--max-length " + maxLength + ": a length is at least 0");
    }
    return maxLength == null ? OptionalInt.empty() : OptionalInt.of(maxLength);
  }
}
