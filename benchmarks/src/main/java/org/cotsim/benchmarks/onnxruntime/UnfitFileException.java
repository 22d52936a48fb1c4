package org.cotsim.benchmarks.onnxruntime;

import java.nio.file.Path;

/** An ONNX file that is no decoder as expected; the message says what was found. */
public final class UnfitFileException extends Exception {

  private static final long serialVersionUID = 1;

  UnfitFileException(Path file, String message) {
    super(file + ": " + message);
  }
}
