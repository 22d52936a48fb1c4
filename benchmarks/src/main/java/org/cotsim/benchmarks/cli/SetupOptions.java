package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Arithmetic;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The options that say how a model is built and what runs it. */
final class SetupOptions {

  @Mixin private BuildOptions build;

  @Option(
      names = "--executor",
      paramLabel = "NAME",
      description =
          "indexed (default; binary64 only), reference, nd4j, onnxruntime or tokens-only.")
  private String executor;

  ExperimentSetup toSetup() throws ExperimentException {
    return new ExperimentSetup(
        build.toConstructionOptions(), build.maxLength(), executor(build.arithmetic()));
  }

  /** Refuses options that say how a model is built, for models that are built already. */
  void requireNothingToBuild(ParseResult given) throws ExperimentException {
    for (String option : BuildOptions.NAMES) {
      if (given.hasMatchedOption(option)) {
        throw new ExperimentException(
            option + " says how a model is built, and a model: is built already");
      }
    }
  }

  /** The executor chosen, or the fastest one that computes in this arithmetic. */
  Executor executor(Arithmetic arithmetic) throws ExperimentException {
    return Executors.named(
        executor == null ? Executors.defaultFor(arithmetic) : executor, arithmetic);
  }
}
