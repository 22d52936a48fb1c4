package org.cotsim.benchmarks.experiment.sweep;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cotsim.benchmarks.problem.ExperimentException;

/**
 * Measures cells side by side in this process.
 *
 * @param jobs how many at a time
 */
public record CellThreads(int jobs) implements CellRunner {

  @Override
  public void run(PlannedSweep sweep, List<PlannedCell<?>> cells, Watcher watcher, Sink sink)
      throws ExperimentException, IOException {
    if (jobs == 1) {
      for (PlannedCell<?> cell : cells) {
        sink.take(measure(cell, sweep.meter(), watcher));
      }
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(jobs, CellThreads::daemon);
    try {
      CompletionService<MeasuredCell> done = new ExecutorCompletionService<>(threads);
      cells.forEach(cell -> done.submit(() -> measure(cell, sweep.meter(), watcher)));
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
