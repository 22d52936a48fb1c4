package org.cotsim.benchmarks.experiment.sweep;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.ExperimentException;

/** Measures cells side by side. */
public final class CellRunner {

  /** Takes cells as they are measured, in any order, one at a time. */
  @FunctionalInterface
  public interface Sink {
    void take(MeasuredCell cell) throws IOException;
  }

  /** Is told which cell is begun, and how many inputs are done; by several threads. */
  public interface Watcher extends Progress {
    void begins(PlannedCell<?> cell);
  }

  private CellRunner() {}

  /**
   * Measures cells.
   *
   * @param jobs how many at a time
   * @throws ExperimentException if nothing can be measured at all; what is wrong with one cell is
   *     said in it
   */
  public static void run(
      List<PlannedCell<?>> cells, int jobs, CellMeter meter, Watcher watcher, Sink sink)
      throws ExperimentException, IOException {
    if (jobs == 1) {
      for (PlannedCell<?> cell : cells) {
        sink.take(measure(cell, meter, watcher));
      }
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(jobs, CellRunner::daemon);
    try {
      CompletionService<MeasuredCell> done = new ExecutorCompletionService<>(threads);
      cells.forEach(cell -> done.submit(() -> measure(cell, meter, watcher)));
      for (int i = 0; i < cells.size(); i++) {
        sink.take(done.take().get());
      }
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static MeasuredCell measure(PlannedCell<?> cell, CellMeter meter, Watcher watcher)
      throws ExperimentException {
    watcher.begins(cell);
    return meter.measure(cell, watcher);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "cell");
    thread.setDaemon(true);
    return thread;
  }

  private static ExperimentException rethrown(Throwable cause) {
    if (cause instanceof ExperimentException e) {
      return e;
    }
    if (cause instanceof RuntimeException e) {
      throw e;
    }
    if (cause instanceof Error e) {
      throw e;
    }
    throw new IllegalStateException(cause);
  }
}
