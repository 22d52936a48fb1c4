package org.cotsim.benchmarks.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.cotsim.simulator.execute.BackendException;
import org.cotsim.simulator.export.OnnxExport;

/** ONNX Runtime itself: its native library and the options of its sessions. */
final class Engine {

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
  private static final int LONGEST_COMMAND_LINE = 3500; // bytes; from 3971 on, 1.29.0 crashes

  private Engine() {}

  /** Loads the native library if it is not loaded yet. */
  static OrtEnvironment environment() {
    requireShortCommandLine();
    try {
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "cotsim");
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException("ONNX Runtime has no library that runs here: " + cause(e), e);
    }
  }

  /** ONNX Runtime reads the command line of its process into a buffer that is too small for all. */
  private static void requireShortCommandLine() {
    try {
      if (Files.isReadable(COMMAND_LINE)
          && Files.readAllBytes(COMMAND_LINE).length > LONGEST_COMMAND_LINE) {
        throw new BackendException(
            "ONNX Runtime crashes where the command line has more than about "
                + LONGEST_COMMAND_LINE
                + " bytes: give a shorter word, or words in a file",
            null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A session of an exported model. */
  static OrtSession open(OnnxExport export) {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    try (OrtSession.SessionOptions options = options()) {
      export.write(model, Map.of());
      return environment().createSession(model.toByteArray(), options);
    } catch (OrtException e) {
      throw failed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A session of a file. */
  static OrtSession open(Path file) throws OrtException {
    OrtEnvironment environment = environment();
    try (OrtSession.SessionOptions options = options()) {
      return environment.createSession(file.toString(), options);
    }
  }

  /** One thread, all optimisations of the graph. */
  private static OrtSession.SessionOptions options() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    options.setMemoryPatternOptimization(false); // shapes change with every step
    return options;
  }

  static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  /** What ONNX Runtime says, in one line and without the names of its own source files. */
  static String sentence(OrtException e) {
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return first
        .replaceFirst("^Error code - \\S+ - message: ", "")
        .replaceAll("\\S*/onnxruntime/\\S*:\\d+ ", "");
  }

  static IllegalStateException failed(OrtException e) {
    return new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
  }

  private static String cause(Throwable thrown) {
    Throwable first = thrown;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
  }
}
