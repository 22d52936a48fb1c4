package org.cotsim.simulator.execute.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;
import org.cotsim.simulator.model.Arithmetic;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The ND4J back end that runs, as ND4J itself tells it. */
final class Backend {

  private static final String COORDINATES = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

  private static final String DEVICES = Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY;
  private static final String NAME = Nd4jEnvironment.CUDA_DEVICE_NAME_KEY;
  private static final String MAJOR = Nd4jEnvironment.CUDA_DEVICE_MAJOR_VERSION_KEY;
  private static final String MEMORY = Nd4jEnvironment.CUDA_TOTAL_MEMORY_KEY;
  private static final String MINOR = Nd4jEnvironment.CUDA_DEVICE_MINOR_VERSION_KEY;

  private Backend() {}

  /**
   * Loads the native library and runs a first operation; on a GPU each operation that is needed.
   *
   * @throws IllegalStateException if one of them gives a wrong result
   */
  static void load() {
    try (INDArray one = Nd4j.create(DataType.DOUBLE, 1)) {
      one.getDouble(0); // loads the class that reads memory, too
    }
    if (isCpu()) {
      Nd4j.factory().blas().setMaxThreads(1); // of each thread that calls
      return;
    }
    for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
      Optional<String> wrong = SelfTest.firstWrong(type);
      if (wrong.isPresent()) {
        throw new IllegalStateException(MissingParts.WRONG + type + ", " + wrong.get());
      }
    }
  }

  static boolean isCpu() {
    return Nd4j.getEnvironment().isCPU();
  }

  /**
   * Keeps the operations of the calling thread to itself. The method for it is not in {@code
   * nd4j-api} but in the library of the back end, hence by name; without it only speed would
   * suffer.
   */
  static void useOneNativeThread() {
    try {
      Object holder =
          Class.forName("org.nd4j.nativeblas.NativeOpsHolder")
              .getMethod("getInstance")
              .invoke(null);
      Object operations = holder.getClass().getMethod("getDeviceNativeOps").invoke(holder);
      Class.forName("org.nd4j.nativeblas.NativeOps")
          .getMethod("setOmpNumThreads", int.class)
          .invoke(operations, 1);
    } catch (ReflectiveOperationException e) {
      // another version of the library: it keeps the threads that it has
    }
  }

  static DataType type(Arithmetic arithmetic) {
    return arithmetic.precision() == 53 ? DataType.DOUBLE : DataType.FLOAT;
  }

  /** Library, version, kind and threads or device. */
  static String description() {
    Properties information = Nd4j.getExecutioner().getEnvironmentInformation();
    String where =
        isCpu()
            ? "CPU, " + Workers.threads() + (Workers.threads() == 1 ? " thread" : " threads")
            : information.get("backend") + ", " + devices(information.get(DEVICES));
    return "ND4J " + version() + " " + where;
  }

  /** The memory of the smallest device; empty for a CPU. */
  static OptionalLong deviceBytes() {
    Object devices = Nd4j.getExecutioner().getEnvironmentInformation().get(DEVICES);
    return isCpu() || !(devices instanceof List<?> known)
        ? OptionalLong.empty()
        : known.stream()
            .map(device -> ((Map<?, ?>) device).get(MEMORY))
            .filter(Number.class::isInstance)
            .mapToLong(bytes -> ((Number) bytes).longValue())
            .min();
  }

  /** Name and compute capability of each device. */
  static String devices(Object information) {
    if (!(information instanceof List<?> devices)) {
      return "unknown device";
    }
    return devices.stream()
        .map(
            device ->
                device instanceof Map<?, ?> known
                    ? known.get(NAME)
                        + " (compute capability "
                        + (known.get(MAJOR) + "." + known.get(MINOR) + ")")
                    : String.valueOf(device))
        .collect(Collectors.joining(", "));
  }

  private static String version() {
    try (InputStream coordinates = Nd4j.class.getResourceAsStream(COORDINATES)) {
      Properties properties = new Properties();
      if (coordinates != null) {
        properties.load(coordinates);
      }
      return properties.getProperty("version", "of unknown version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
