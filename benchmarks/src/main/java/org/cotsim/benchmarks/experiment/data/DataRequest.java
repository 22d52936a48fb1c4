package org.cotsim.benchmarks.experiment.data;

import java.util.List;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.simulator.decode.StepBudget;

/**
 * What is asked of a data set.
 *
 * @param budgets the step budgets, each an example of every input
 * @param samples the inputs of each problem and length
 * @param splits which part an input is in
 * @param corrupted the share of examples whose chain goes wrong, 0 to 1
 * @param corruptions how it may go wrong
 * @param forced who gives the answer when the budget is spent before the chain is whole
 * @param checked how many inputs of each problem and length the decoder decodes as well
 * @param seed of the inputs, which are those of a sweep with this seed, and of all other choices
 * @param setup what builds and runs the decoder
 */
public record DataRequest(
    List<StepBudget> budgets,
    int samples,
    Splits splits,
    double corrupted,
    List<Corruption> corruptions,
    Forced forced,
    int checked,
    long seed,
    ExperimentSetup setup) {

  /** Who gives an answer that is forced. */
  public enum Forced {
    /** The oracle: the right answer, as a model is to learn it. */
    RIGHT,
    /** The hand-built decoder, which may be wrong. */
    DECODER
  }

  public DataRequest {
    budgets = List.copyOf(budgets);
    corruptions = List.copyOf(corruptions);
    if (budgets.isEmpty() || samples < 1 || checked < 0 || corruptions.isEmpty()) {
      throw new IllegalArgumentException("a data set needs a budget and a sample");
    }
  }
}
