package org.cotsim.execute;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;

class IndexedExecutorTest implements ExecutorContract {
  @Override
  public Executor executor() {
    return new IndexedExecutor();
  }
}
