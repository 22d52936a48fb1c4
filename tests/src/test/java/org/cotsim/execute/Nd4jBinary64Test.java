package org.cotsim.execute;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;

class Nd4jBinary64Test implements ExecutorContract {
  @Override
  public Executor executor() {
    return new Nd4jExecutor();
  }
}
