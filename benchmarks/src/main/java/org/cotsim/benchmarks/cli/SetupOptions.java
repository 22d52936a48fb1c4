package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.ExperimentException;
import org.cotsim.benchmarks.experiment.Setup;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Arithmetic;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how a model is built and what runs it. */
final class SetupOptions {

  @Mixin private BuildOptions build;

  @Option(
      names = "--executor",
      paramLabel = "NAME",
      description =
          "indexed (default; binary64 only), reference, nd4j, onnxruntime or tokens-only.")
  private String executor;

  Setup toSetup() throws ExperimentException {
    return new Setup(
        build.toConstructionOptions(), build.maxLength(), executor(build.arithmetic()));
  }

  private Executor executor(Arithmetic arithmetic) throws ExperimentException {
    return Executors.named(
        executor == null ? Executors.defaultFor(arithmetic) : executor, arithmetic);
  }
}
