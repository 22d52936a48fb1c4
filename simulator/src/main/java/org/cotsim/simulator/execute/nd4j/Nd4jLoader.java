package org.cotsim.simulator.execute.nd4j;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Loads ND4J once, without a line of output from it or from the virtual machine about it. */
public final class Nd4jLoader {

  private static boolean loaded;

  private Nd4jLoader() {}

  /**
   * Loads the back end if it is not loaded yet.
   *
   * <p>On Java 24 and later the virtual machine warns on the error stream about the native access
   * and the {@code sun.misc.Unsafe} of ND4J's libraries; while they load, just these lines are held
   * back, and what other threads print is passed on afterwards.
   *
   * @throws IllegalStateException if there is no back end on the class path that runs here
   */
  public static synchronized void quietly() {
    if (loaded) {
      return;
    }
    PrintStream errors = System.err;
    ByteArrayOutputStream held = new ByteArrayOutputStream();
    System.setErr(new PrintStream(held, true, StandardCharsets.UTF_8));
    try {
      Backend.load();
      loaded = true;
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException(
          "ND4J has no back end on the class path that runs here: " + cause(e), e);
    } finally {
      System.setErr(errors);
      held.toString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("WARNING: "))
          .forEach(errors::println);
    }
  }

  private static String cause(Throwable thrown) {
    Throwable first = thrown;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
  }
}
