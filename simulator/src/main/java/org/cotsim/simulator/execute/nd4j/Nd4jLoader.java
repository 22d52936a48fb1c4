package org.cotsim.simulator.execute.nd4j;

import java.lang.reflect.Method;

/** Loads ND4J once, without a line of output from it or from the virtual machine about it. */
public final class Nd4jLoader {

  private static boolean loaded;

  private Nd4jLoader() {}

  /**
   * Loads the back end if it is not loaded yet.
   *
   * @throws IllegalStateException if there is no back end on the class path that runs here
   */
  public static synchronized void quietly() {
    if (loaded) {
      return;
    }
    silenceUnsafeWarning();
    try {
      Backend.load();
      loaded = true;
    } catch (LinkageError | RuntimeException e) {
      throw new IllegalStateException(
          "ND4J has no back end on the class path that runs here: " + cause(e), e);
    }
  }

  /**
   * Keeps Java 24 and later from printing, once, that ND4J's libraries use {@code sun.misc.Unsafe}.
   *
   * <p>The virtual machine prints it past {@code System.err}; it is told that this has been done.
   */
  private static void silenceUnsafeWarning() {
    try {
      Method warned =
          Class.forName("sun.misc.Unsafe").getDeclaredMethod("trySetMemoryAccessWarned");
      warned.setAccessible(true);
      warned.invoke(null);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // another version of Java: it does not warn, or it cannot be helped
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
