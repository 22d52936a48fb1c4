package org.cotsim.execute;

import org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.model.Arithmetic;

class OnnxRuntimeBinary32Test implements ExecutorContract {
  @Override
  public Executor executor() {
    return new OnnxRuntimeExecutor(Arithmetic.BINARY32);
  }
}
