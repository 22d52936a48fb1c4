package org.cotsim.simulator.execute.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What machines without a driver, without libraries or with a newer GPU print. */
class MissingPartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.lang.UnsatisfiedLinkError: /x/libjnicudart.so: libcuda.so.1: cannot open shared object"
            + " file: No such file or directory"
            + " | ND4J's GPU back end cannot start: libcuda.so.1 is missing, which is part of the"
            + " NVIDIA driver",
        "UnsatisfiedLinkError: /x/libnd4jcuda.so: libcublas.so.11: cannot open shared object file"
            + " | ND4J's GPU back end cannot start: libcublas.so.11 is missing, which is part of the"
            + " CUDA 11 libraries",
        "CUDA error 209: no kernel image is available for execution on the device"
            + " | ND4J's GPU back end cannot start: this GPU is newer than the machine code of the"
            + " library; build with -Pcuda-ptx and compile the library with"
            + " benchmarks/gpu/compile.py",
        "cudaGetDeviceCount: no CUDA-capable device is detected"
            + " | ND4J's GPU back end cannot start: there is a driver but no NVIDIA GPU that it can"
            + " use",
        "java.lang.RuntimeException: No CUDA devices were found in system"
            + " | ND4J's GPU back end cannot start: there is a driver but no NVIDIA GPU that it can"
            + " use",
        "CUDA driver version is insufficient for CUDA runtime version"
            + " | ND4J's GPU back end cannot start: the NVIDIA driver is older than the library",
        "something else" + " | ND4J has no back end on the class path that runs here: the cause"
      })
  void whatIsMissingIsNamed(String trace, String sentence) {
    assertThat(MissingParts.of(trace, "the cause")).isEqualTo(sentence);
  }

  @Test
  void aResultThatAGpuLeftAsItWasIsNamed() {
    String wrong = SelfTest.difference("a sum", new double[] {3}, new double[] {99}).orElseThrow();
    assertThat(SelfTest.difference("a sum", new double[] {3}, new double[] {3})).isEmpty();
    assertThat(MissingParts.of("", MissingParts.WRONG + "DOUBLE, " + wrong))
        .isEqualTo(
            "ND4J's GPU back end cannot start: wrong result on this GPU: in DOUBLE, a sum gives"
                + " [99.0] instead of [3.0]; a library made by benchmarks/gpu/compile.py --kernels"
                + " lacks kernels that are needed");
  }

  @Test
  void aDeviceIsNamedWithItsComputeCapability() {
    Map<String, Object> device =
        Map.of("cuda.deviceName", "NVIDIA H200", "cuda.deviceMajor", 9, "cuda.deviceMinor", 0);
    assertThat(Backend.devices(List.of(device))).isEqualTo("NVIDIA H200 (compute capability 9.0)");
    assertThat(Backend.devices(null)).isEqualTo("unknown device");
  }
}
