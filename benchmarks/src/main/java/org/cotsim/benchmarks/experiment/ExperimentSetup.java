package org.cotsim.benchmarks.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;

/**
 * What runs an experiment, apart from its problem.
 *
 * @param options how models are built
 * @param maxLength compile for just this length instead of rounding up
 * @param executor what runs the models
 */
public record ExperimentSetup(
    ConstructionOptions options, OptionalInt maxLength, Executor executor) {

  /** This set-up, and the same one with each of the other executors named. */
  public List<ExperimentSetup> against(List<String> names) throws ExperimentException {
    List<ExperimentSetup> setups = new ArrayList<>(List.of(this));
    for (String name : names) {
      ExperimentSetup other =
          new ExperimentSetup(options, maxLength, Executors.named(name, executor.arithmetic()));
      if (setups.stream().noneMatch(setup -> setup.executor().name().equals(name))) {
        setups.add(other);
      }
    }
    return setups;
  }

  /** This set-up for a problem, whose decoder may have an executor of its own. */
  public ExperimentSetup suited(Problem<?> problem) {
    return problem instanceof OwnExecutor<?> own
        ? new ExperimentSetup(options, maxLength, own.executor())
        : this;
  }

  /** Models of a problem under this set-up. */
  public <I> CompiledModels<I> compiled(Problem<I> problem) throws ExperimentException {
    return new CompiledModels<>(problem.construction(options), maxLength);
  }
}
