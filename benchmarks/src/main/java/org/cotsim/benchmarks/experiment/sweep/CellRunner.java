package org.cotsim.benchmarks.experiment.sweep;

import java.io.IOException;
import java.util.List;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.ExperimentException;

/** Measures the cells of a sweep: in this process, or wherever its words can be read again. */
public interface CellRunner {

  /** Takes cells as they are measured, in any order, one at a time. */
  @FunctionalInterface
  interface Sink {
    void take(MeasuredCell cell) throws IOException;
  }

  /** Is told which cell is begun, and how many inputs are done; by several threads. */
  interface Watcher extends Progress {
    void begins(PlannedCell<?> cell);
  }

  /**
   * Refuses what cannot be measured here, before anything is read or written.
   *
   * @param words of the command
   * @throws ExperimentException with a sentence for the user
   */
  default void check(List<String> words) throws ExperimentException {}

  /**
   * Measures cells.
   *
   * @param cells of the sweep, those that are left
   * @throws ExperimentException if nothing can be measured at all; what is wrong with one cell is
   *     said in it
   */
  void run(PlannedSweep sweep, List<PlannedCell<?>> cells, Watcher watcher, Sink sink)
      throws ExperimentException, IOException;
}
