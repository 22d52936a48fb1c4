package org.cotsim.benchmarks.experiment;

import java.util.OptionalInt;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;

/**
 * What runs an experiment, apart from its problem.
 *
 * @param options how models are built
 * @param maxLength compile for just this length instead of rounding up
 * @param executor what runs the models
 */
public record Setup(ConstructionOptions options, OptionalInt maxLength, Executor executor) {

  /** The same set-up with the executor of another name. */
  public Setup withExecutor(String name) throws ExperimentException {
    return new Setup(options, maxLength, Executors.named(name, executor.arithmetic()));
  }

  /** Models of a problem under this set-up. */
  public <I> CompiledModels<I> compiled(Problem<I> problem) throws ExperimentException {
    return new CompiledModels<>(problem.construction(options), maxLength);
  }
}
