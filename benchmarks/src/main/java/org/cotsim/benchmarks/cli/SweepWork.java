package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotsim.benchmarks.experiment.sweep.CellRunner;
import org.cotsim.benchmarks.experiment.sweep.MeasuredCell;
import org.cotsim.benchmarks.experiment.sweep.PlannedCell;
import org.cotsim.benchmarks.experiment.sweep.PlannedSweep;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.SweepJournal;

/**
 * The measuring of a sweep: cells go into the journal, and into the other files now and then.
 *
 * @param journal is open
 * @param sweep that was planned
 * @param own all cells of this run
 * @param output what is written beside the journal
 * @param err where a person is told
 */
record SweepWork(
    SweepJournal journal,
    PlannedSweep sweep,
    List<PlannedCell<?>> own,
    SweepOutput output,
    PrintWriter err) {

  private static final int WRITING_SHARE = 10; // at most a tenth of the time

  /** Measures the cells that are left. */
  void measure(List<PlannedCell<?>> left, CellRunner runner)
      throws ExperimentException, IOException {
    AtomicInteger kept = new AtomicInteger(own.size() - left.size());
    Thread interrupted = new Thread(() -> sayInterrupted(kept.get()));
    try (ProgressLine progress = ProgressLine.open("sweep", OptionalLong.of(inputs(own)))) {
      Runtime.getRuntime().addShutdownHook(interrupted);
      progress.done(inputs(own) - inputs(left));
      Writer writer = new Writer();
      runner.run(
          sweep,
          left,
          watcher(progress),
          cell -> {
            journal.add(cell);
            kept.incrementAndGet();
            writer.after(cell);
          });
    } finally {
      forget(interrupted);
    }
  }

  private static void forget(Thread interrupted) {
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException e) {
      // the process is ending, and the thread has its say
    }
  }

  private static long inputs(List<PlannedCell<?>> cells) {
    return cells.stream().mapToLong(PlannedCell::size).sum();
  }

  private static CellRunner.Watcher watcher(ProgressLine progress) {
    return new CellRunner.Watcher() {
      @Override
      public void begins(PlannedCell<?> cell) {
        progress.now(cell.name());
      }

      @Override
      public void done(long more) {
        progress.done(more);
      }
    };
  }

  private void sayInterrupted(int finished) {
    err.println();
    err.println(
        "cot: stopped; "
            + finished
            + " of "
            + own.size()
            + " problems and lengths are finished"
            + (finished > 0
                ? " and kept in " + output.out() + "; --resume goes on with them"
                : ""));
    err.flush();
  }

  /** Writes the other files again when that costs little beside the measuring. */
  private final class Writer {
    private long next = System.nanoTime();

    void after(MeasuredCell cell) throws IOException {
      long begin = System.nanoTime();
      if (begin - next >= 0 && !cell.rows().isEmpty()) {
        output.write(SweepResult.of(sweep.header(), journal.cells()));
        long took = System.nanoTime() - begin;
        next = begin + Math.max(TimeUnit.MILLISECONDS.toNanos(1), WRITING_SHARE * took);
      }
    }
  }
}
