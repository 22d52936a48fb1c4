package org.cotsim.benchmarks.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Arithmetic;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that say how a model is built. */
final class BuildOptions {

  /** The options below. */
  static final List<String> NAMES =
      List.of(
          "--hash",
          "--positions",
          "--mask",
          "--rightmost",
          "--norm",
          "--attention",
          "--arithmetic",
          "--rounding",
          "--max-length",
          "--uncertified");

  @Mixin private VariantOptions variant;

  /**
   * Refuses options that say how a model is built, for models that are built already.
   *
   * @param more options that say so too
   */
  static void requireNone(ParseResult given, String... more) throws ExperimentException {
    for (String option : Stream.concat(NAMES.stream(), Stream.of(more)).toList()) {
      if (given.hasMatchedOption(option)) {
        throw new ExperimentException(
            option + " says how a model is built, and a model: is built already");
      }
    }
  }

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
    ConstructionOptions options = variant.orFolded().withArithmetic(arithmetic());
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
