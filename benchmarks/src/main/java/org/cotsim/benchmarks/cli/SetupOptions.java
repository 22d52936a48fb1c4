package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
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
          "indexed (binary64 only), reference, nd4j, onnxruntime or tokens-only (default: indexed,"
              + " or reference for what indexed does not carry).")
  private String executor;

  /**
   * The set-up for several problems, each of which runs on the fastest executor that carries it.
   */
  ExperimentSetup toSetup() throws ExperimentException {
    return new ExperimentSetup(
        build.toConstructionOptions(), build.maxLength(), executor(build.arithmetic()));
  }

  /** The set-up for one problem. */
  ExperimentSetup toSetup(Problem<?> problem) throws ExperimentException {
    return new ExperimentSetup(
            build.toConstructionOptions(),
            build.maxLength(),
            executor == null
                ? Executors.usual(problem, build.arithmetic())
                : Executors.named(executor, build.arithmetic()))
        .suited(problem);
  }

  /** Refuses options that say how a model is built, for models that are built already. */
  void requireNothingToBuild(ParseResult given) throws ExperimentException {
    BuildOptions.requireNone(given);
  }

  /** The executor chosen, or the usual one. */
  Executor executor(Arithmetic arithmetic) throws ExperimentException {
    return executor == null ? Executors.usual(arithmetic) : Executors.named(executor, arithmetic);
  }
}
