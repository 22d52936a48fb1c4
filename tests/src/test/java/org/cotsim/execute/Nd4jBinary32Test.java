package org.cotsim.execute;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.model.Arithmetic;

class Nd4jBinary32Test implements ExecutorContract {
  @Override
  public Executor executor() {
    return new Nd4jExecutor(Arithmetic.BINARY32);
  }
}
