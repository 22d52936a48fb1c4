package org.cotsim.simulator.execute.tokensonly;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.SequentialSession;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/**
 * Keeps nothing but the tokens between steps and computes everything else again, by the operations
 * of the definition in their order.
 *
 * <p>Space: the tokens and, for each layer, the vectors of two positions, so O(t + log n) bits for
 * t tokens, with numbers of O(log n) bits. Time per token: O((2 n)^L) for L layers with heads,
 * since a layer reads the layer below at all positions, twice. Source: theorem 4 of Merrill and
 * Sabharwal 2024, CoT(t) is inside SPACE(t + log n). Continuous thoughts are not tokens: to compute
 * them again takes time exponential in their number, so models that have them are refused.
 */
public final class TokensOnlyExecutor implements Executor {

  @Override
  public String name() {
    return "tokens-only";
  }

  @Override
  public String backend() {
    return "plain Java, " + arithmetic();
  }

  @Override
  public Arithmetic arithmetic() {
    return Arithmetic.BINARY64;
  }

  @Override
  public Session open(Transformer model, int batch, int capacity) {
    model.requireNoThoughts(name());
    return new SequentialSession(model, batch, capacity, () -> new RecomputedSequence(model));
  }
}
