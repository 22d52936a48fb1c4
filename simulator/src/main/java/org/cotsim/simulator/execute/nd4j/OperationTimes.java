package org.cotsim.simulator.execute.nd4j;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often ND4J's operations ran and how long that took, by name.
 *
 * <p>ND4J 1.0.0-M1.1 and M2.1 wait for a GPU after every operation, so that a time is that of
 * launching and of computing. Threads that run side by side add up.
 */
public final class OperationTimes {

  /** Measures nothing. */
  static final OperationTimes NONE = new OperationTimes(false);

  /**
   * What one kind of operation took.
   *
   * @param count how often it ran
   * @param nanos nanoseconds in all
   */
  public record Spent(long count, long nanos) {
    Spent plus(Spent more) {
      return new Spent(count + more.count, nanos + more.nanos);
    }
  }

  private final boolean measuring;
  private final Map<String, Spent> spent = new TreeMap<>();

  private OperationTimes(boolean measuring) {
    this.measuring = measuring;
  }

  /** Nothing spent so far. */
  public OperationTimes() {
    this(true);
  }

  void run(String name, Runnable operation) {
    if (!measuring) {
      operation.run();
      return;
    }
    long start = System.nanoTime();
    operation.run();
    Spent more = new Spent(1, System.nanoTime() - start);
    synchronized (spent) {
      spent.merge(name, more, Spent::plus);
    }
  }

  /** What was spent so far, by the name of the operation. */
  public Map<String, Spent> spent() {
    synchronized (spent) {
      return new TreeMap<>(spent);
    }
  }

  /** Forgets what was spent so far. */
  public void clear() {
    synchronized (spent) {
      spent.clear();
    }
  }
}
