package org.cotsim.simulator.execute.reference;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.SequentialSession;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/**
 * Runs a model exactly as it is defined, in plain Java, one sequence after the other.
 *
 * <p>Cost per token: the non-zero weights, and for every head the positions it sees times its key
 * and value sizes; a chain of t tokens therefore costs O(t^2) (theorem 3 of Merrill and Sabharwal
 * 2024).
 */
public record ReferenceExecutor(Arithmetic arithmetic) implements Executor {

  /** The reference executor in binary64. */
  public ReferenceExecutor() {
    this(Arithmetic.BINARY64);
  }

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public String backend() {
    return "plain Java, " + arithmetic;
  }

  @Override
  public Session open(Transformer model, int batch, int capacity) {
    return open(model, arithmetic, batch, capacity, Observer.NONE);
  }

  /** Sequences whose weights are numbers of the arithmetic. */
  static Session open(
      Transformer model, Arithmetic arithmetic, int batch, int capacity, Observer observer) {
    Transformer rounded = RoundedWeights.of(model, arithmetic);
    return new SequentialSession(
        model, batch, capacity, () -> Sequence.of(rounded, arithmetic, observer));
  }
}
