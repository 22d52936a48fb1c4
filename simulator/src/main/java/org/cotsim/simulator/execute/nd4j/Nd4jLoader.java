package org.cotsim.simulator.execute.nd4j;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cotsim.simulator.execute.BackendException;
import org.cotsim.simulator.model.Arithmetic;

/** Loads ND4J once, without a line of output. */
public final class Nd4jLoader {

  private static boolean loaded;

  private Nd4jLoader() {}

  /**
   * Loads the back end if it is not loaded yet; takes about a second.
   *
   * <p>What is left to whoever starts the virtual machine: a logging library without output on the
   * class path ({@code slf4j-nop}), and on Java 24 and later {@code Enable-Native-Access:
   * ALL-UNNAMED} in the manifest of the jar that is started, or {@code --enable-native-access}.
   *
   * @throws BackendException if there is no back end on the class path that runs here
   */
  public static synchronized void quietly() {
    if (loaded) {
      return;
    }
    keepUnsafeQuiet();
    PrintStream errors = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Backend.load();
      loaded = true;
    } catch (LinkageError | RuntimeException e) {
      throw new BackendException(
          MissingParts.of(printed.toString(StandardCharsets.UTF_8) + trace(e), cause(e)), e);
    } finally {
      System.setErr(errors);
    }
    if (printed.size() > 0) {
      errors.print(printed.toString(StandardCharsets.UTF_8));
    }
  }

  /**
   * Loads the back end as {@link #quietly} does, and keeps operations of the calling thread on that
   * thread: several native ones only wait for each other where arrays are small.
   *
   * @throws BackendException if there is no back end on the class path that runs here
   */
  public static void quietlyForThisThread() {
    quietly();
    if (Backend.isCpu()) {
      Backend.useOneNativeThread();
    }
  }

  /**
   * The first operation, of those that sessions need, which the back end computes wrong, in words;
   * a GPU for which there is one is refused when the back end is loaded.
   *
   * @throws BackendException if there is no back end on the class path that runs here
   */
  public static Optional<String> wrongOperation(Arithmetic arithmetic) {
    quietly();
    return SelfTest.firstWrong(Backend.type(arithmetic));
  }

  /**
   * Tells {@code sun.misc.Unsafe} that it has warned already: from Java 24 on, its first use by
   * ND4J's libraries prints four lines to an error stream that cannot be exchanged. Its package is
   * open to reflection; where there is no such field there is no warning either.
   */
  private static void keepUnsafeQuiet() {
    try {
      Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
      warned.setAccessible(true);
      warned.setBoolean(null, true);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // Java 23 and earlier do not warn
    }
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private static String cause(Throwable thrown) {
    Throwable first = thrown;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
  }
}
