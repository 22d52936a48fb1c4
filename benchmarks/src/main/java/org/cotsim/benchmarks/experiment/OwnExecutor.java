package org.cotsim.benchmarks.experiment;

import org.cotsim.benchmarks.problem.FromElsewhere;
import org.cotsim.simulator.execute.Executor;

/**
 * A problem whose decoder has one executor, which no other can replace.
 *
 * @param <I> the inputs
 */
public interface OwnExecutor<I> extends FromElsewhere<I> {

  /** What runs it. */
  Executor executor();

  /** What the decoder is, in a few words. */
  String origin();
}
