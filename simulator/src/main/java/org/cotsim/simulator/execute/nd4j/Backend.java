package org.cotsim.simulator.execute.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.cotsim.simulator.model.Arithmetic;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The ND4J back end that runs, as ND4J itself tells it. */
final class Backend {

  private static final String COORDINATES = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

  private Backend() {}

  /** Loads the native library and runs a first operation. */
  static void load() {
    try (INDArray one = Nd4j.create(DataType.DOUBLE, 1)) {
      one.getDouble(0); // loads the class that reads memory, too
    }
    if (isCpu()) {
      Nd4j.factory().blas().setMaxThreads(1); // of each thread that calls
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
            : information.get("backend") + ", " + information.get("cuda.devicesInformation");
    return "ND4J " + version() + " " + where;
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
