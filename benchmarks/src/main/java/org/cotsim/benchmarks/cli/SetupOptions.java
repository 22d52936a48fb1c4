package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.ExperimentException;
import org.cotsim.benchmarks.experiment.Setup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a model is built and what runs it. */
final class SetupOptions {

  @Mixin private BuildOptions build;

  @Option(names = "--executor", paramLabel = "NAME", description = "reference (default) or nd4j.")
  private String executor = "reference";

  Setup toSetup() throws ExperimentException {
    return new Setup(
        build.toConstructionOptions(),
        build.maxLength(),
        Executors.named(executor, build.arithmetic()));
  }
}
