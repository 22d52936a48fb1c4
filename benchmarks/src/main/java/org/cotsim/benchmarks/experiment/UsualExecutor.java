package org.cotsim.benchmarks.experiment;

import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * What runs where nobody chooses, in binary64: the fastest executor that carries the model.
 *
 * <p>It is called by the name of those that ran something.
 */
public final class UsualExecutor implements Executor {

  private final Executor fastest = new IndexedExecutor();
  private final Executor able = new ReferenceExecutor();
  private final SortedSet<String> used = new ConcurrentSkipListSet<>();

  private Executor of(Transformer model) {
    Executor chosen = model.feedback().isPresent() ? able : fastest;
    used.add(chosen.name());
    return chosen;
  }

  @Override
  public String name() {
    return used.isEmpty() ? fastest.name() : String.join(", ", used);
  }

  @Override
  public String backend() {
    return fastest.backend();
  }

  @Override
  public Arithmetic arithmetic() {
    return Arithmetic.BINARY64;
  }

  @Override
  public int preferredBatch(Transformer model, int length) {
    return of(model).preferredBatch(model, length);
  }

  @Override
  public Session open(Transformer model, int batch, int capacity) {
    return of(model).open(model, batch, capacity);
  }

  @Override
  public int[][] choices(Transformer model, int[][] sequences, TokenSet allowed) {
    return of(model).choices(model, sequences, allowed);
  }
}
