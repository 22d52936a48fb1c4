package org.cotsim.simulator.execute.nd4j;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ND4J lacks where it cannot start, read from what it printed and threw.
 *
 * <p>A back end for GPUs prints the stack trace of a missing library itself and then throws that
 * there is no back end; so the cause alone does not tell.
 */
final class MissingParts {

  private static final Pattern LIBRARY =
      Pattern.compile("(lib[\\w.+-]+\\.so[\\w.]*|[\\w-]+\\.dll): cannot open shared object file");

  /** How the cause begins where a GPU computes something wrong. */
  static final String WRONG = "wrong result on this GPU: in ";

  private static final String START = "ND4J's GPU back end cannot start: ";

  private MissingParts() {}

  /**
   * One sentence.
   *
   * @param trace everything that was printed or thrown
   * @param cause the first cause, for what is not known here
   */
  static String of(String trace, String cause) {
    Matcher library = LIBRARY.matcher(trace);
    if (library.find()) {
      String name = library.group(1);
      return START + name + " is missing, " + origin(name);
    }
    if (trace.contains("no kernel image is available")) {
      return START
          + "this GPU is newer than the machine code of the library; build with -Pcuda-ptx and"
          + " compile the library with benchmarks/gpu/compile.py";
    }
    if (trace.contains("CUDA driver version is insufficient")) {
      return START + "the NVIDIA driver is older than the library";
    }
    if (trace.contains("no CUDA-capable device") || trace.contains("No CUDA devices were found")) {
      return START + "there is a driver but no NVIDIA GPU that it can use";
    }
    if (cause.startsWith(WRONG)) {
      return START
          + cause
          + "; a library made by benchmarks/gpu/compile.py --kernels lacks kernels that are needed";
    }
    return "ND4J has no back end on the class path that runs here: " + cause;
  }

  private static String origin(String library) {
    return library.startsWith("libcuda.") || library.startsWith("nvcuda")
        ? "which is part of the NVIDIA driver"
        : "which is part of the CUDA 11 libraries";
  }
}
