package org.cotsim.execute;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.tokensonly.TokensOnlyExecutor;
import org.cotsim.simulator.model.Transformer;

class TokensOnlyExecutorTest implements ExecutorContract {

  private static final int LONGEST = 9; // three layers read (2 * 9)^3 positions per token

  @Override
  public Executor executor() {
    return new TokensOnlyExecutor();
  }

  @Override
  public List<int[]> sequences(Transformer model, long seed) {
    return ExecutorContract.super.sequences(model, seed).stream()
        .map(tokens -> Arrays.copyOf(tokens, Math.min(tokens.length, LONGEST)))
        .toList();
  }
}
