package org.cotsim.spark;

/**
 * The end of this process by a signal: Spark then stops itself and fails the job, which is no news
 * to whoever stopped it.
 */
final class ProcessEnd {

  private ProcessEnd() {}

  /** Does not return if this process is ending. */
  static void awaitIfBegun() {
    if (hasBegun()) {
      while (true) {
        try {
          Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
          // only the end is waited for
        }
      }
    }
  }

  private static boolean hasBegun() {
    Thread none = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(none);
      Runtime.getRuntime().removeShutdownHook(none);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
