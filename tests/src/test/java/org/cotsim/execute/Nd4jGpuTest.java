package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Built with a profile for GPUs, ND4J runs on the GPU and nowhere else; then the other tests of the
 * executor nd4j run there, too.
 */
@Tag("gpu")
class Nd4jGpuTest {

  private static boolean isGpuBuild() {
    return Nd4jGpuTest.class.getResource("/org/nd4j/linalg/jcublas/JCublasBackend.class") != null;
  }

  @Test
  void theDeviceIsNamed() {
    assumeTrue(isGpuBuild(), "skipped: built without -Pcuda or -Pcuda-ptx, so ND4J has no GPU");
    assertThat(new Nd4jExecutor(Arithmetic.BINARY64).backend())
        .contains("CUDA", "compute capability")
        .doesNotContain("CPU");
  }
}
