package org.cotsim.simulator.execute.reference;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/**
 * The {@link ReferenceExecutor} with somebody looking on.
 *
 * @param observer sees one sequence; open one session and no second
 */
public record ObservedExecutor(Arithmetic arithmetic, Observer observer) implements Executor {

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String backend() {
    return "plain Java, " + arithmetic;
  }

  /**
   * Opens a session for one sequence.
   *
   * @throws IllegalArgumentException for a batch of more
   */
  @Override
  public Session open(Transformer model, int batch, int capacity) {
    if (batch != 1) {
      throw new IllegalArgumentException("an observer looks at one sequence, not at " + batch);
    }
    return ReferenceExecutor.open(model, arithmetic, batch, capacity, observer);
  }
}
