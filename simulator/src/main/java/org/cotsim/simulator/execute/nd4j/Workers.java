package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The threads that run the slices of a session on the CPU, one native thread each.
 *
 * <p>ND4J's own threads meet after every operation and spin while they wait; as soon as another
 * process wants a core, each of the operations of a step may stall for milliseconds. Slices are
 * independent, so here threads meet once per step. On a GPU everything runs in the caller.
 */
final class Workers {

  private static final int THREADS = wanted();
  private static final ExecutorService POOL = Executors.newFixedThreadPool(THREADS, Workers::make);

  private Workers() {}

  /** The number of threads: {@code OMP_NUM_THREADS} where it is set, else the processors. */
  static int threads() {
    return THREADS;
  }

  private static int wanted() {
    String set = System.getenv("OMP_NUM_THREADS");
    return set != null && set.matches("[1-9][0-9]{0,2}")
        ? Integer.parseInt(set)
        : Runtime.getRuntime().availableProcessors();
  }

  private static Thread make(Runnable work) {
    Thread thread =
        new Thread(
            () -> {
              Backend.useOneNativeThread();
              work.run();
            },
            "nd4j");
    thread.setDaemon(true);
    return thread;
  }

  /** Runs all tasks and waits for them; throws what the first failing one threw. */
  static void run(List<Runnable> tasks) {
    if (!Backend.isCpu()) {
      tasks.forEach(Runnable::run);
      return;
    }
    List<Callable<Object>> calls = new ArrayList<>();
    tasks.forEach(task -> calls.add(Executors.callable(task)));
    try {
      for (Future<Object> done : POOL.invokeAll(calls)) {
        done.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for ND4J", e);
    }
  }

  /**
   * Does something for every number below {@code count}: one after the other on the CPU, where the
   * caller is one of several workers, side by side where the caller is alone.
   */
  static void each(int count, IntConsumer action) {
    IntStream all = IntStream.range(0, count);
    (Backend.isCpu() ? all : all.parallel()).forEach(action);
  }
}
