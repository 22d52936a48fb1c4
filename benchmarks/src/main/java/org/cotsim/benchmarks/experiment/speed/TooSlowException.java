package org.cotsim.benchmarks.experiment.speed;

/** A run took longer than it may. */
final class TooSlowException extends Exception {

  private static final long serialVersionUID = 1;

  /** Does nothing before the deadline, as {@link System#nanoTime} tells. */
  static void requireTime(long deadline) throws TooSlowException {
    if (System.nanoTime() - deadline > 0) {
      throw new TooSlowException();
    }
  }
}
