package org.cotsim.execute;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;

class ReferenceExecutorTest implements ExecutorContract {
  @Override
  public Executor executor() {
    return new ReferenceExecutor();
  }
}
