package org.cotsim.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.cotsim.benchmarks.experiment.sweep.CellRunner;
import org.cotsim.benchmarks.experiment.sweep.MeasuredCell;
import org.cotsim.benchmarks.experiment.sweep.PlannedCell;
import org.cotsim.benchmarks.experiment.sweep.PlannedSweep;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.SweepJournal;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Measures cells as tasks of Spark.
 *
 * <p>A task has the numbers of its cells and no more; each executor plans the sweep once, from the
 * words of its command. A cell depends on nothing but the sweep and its number, so that it does not
 * matter where, in which task and how often it is measured. Cells are taken in the driver as their
 * tasks end.
 */
final class SparkCells implements CellRunner {

  /** How many cells a task has, 1 if nothing is said. */
  static final String CELLS_PER_TASK = "spark.cotsim.cellsPerTask";

  private static final ClassTag<String[]> LINES = ClassTag$.MODULE$.apply(String[].class);

  private final SparkConf conf;

  SparkCells(SparkConf conf) {
    this.conf = conf;
  }

  @Override
  public void check(List<String> words) throws ExperimentException {
    cellsPerTask();
    SweepWords.check(words);
  }

  private int cellsPerTask() throws ExperimentException {
    String text = conf.get(CELLS_PER_TASK, "1");
    if (!text.matches("0*[1-9]\\d{0,8}")) {
      throw new ExperimentException(
          CELLS_PER_TASK + "=" + text + ": expected a whole number of at least 1");
    }
    return Integer.parseInt(text);
  }

  @Override
  public void run(PlannedSweep sweep, List<PlannedCell<?>> cells, Watcher watcher, Sink sink)
      throws ExperimentException, IOException {
    if (cells.isEmpty()) {
      return;
    }
    SweepCopy copy = SweepCopy.of(sweep);
    Taking taking = new Taking(byNumber(cells), watcher, sink);
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      spark.sc().setJobDescription(sweep.header().command());
      List<Integer> numbers = cells.stream().map(PlannedCell::index).toList();
      int tasks = (numbers.size() - 1) / cellsPerTask() + 1;
      spark
          .sc()
          .runJob(
              spark.parallelize(numbers, tasks).rdd(),
              new MeasuringTask(spark.broadcast(copy)),
              taking,
              LINES);
    } catch (Exception e) { // Spark throws checked ones that it does not declare
      ProcessEnd.awaitIfBegun();
      throw failure(e, taking.taken(), cells.size());
    }
  }

  private static Map<Integer, PlannedCell<?>> byNumber(List<PlannedCell<?>> cells) {
    return cells.stream().collect(Collectors.toMap(PlannedCell::index, Function.identity()));
  }

  /** What ended the job, as a sentence; what could not be written is thrown as it is. */
  private static ExperimentException failure(Exception e, int taken, int cells) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UncheckedIOException unwritten) {
        throw unwritten.getCause();
      }
    }
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new ExperimentException(
        "Spark gave up after %d of %d cells%s: %s"
            .formatted(taken, cells, taken > 0 ? ", which are kept for --resume" : "", first));
  }

  /** Takes the cells of a task when it has ended; one task at a time, each once. */
  private static final class Taking extends AbstractFunction2<Object, String[], BoxedUnit> {
    private final Map<Integer, PlannedCell<?>> cells;
    private final Watcher watcher;
    private final Sink sink;
    private int taken;

    Taking(Map<Integer, PlannedCell<?>> cells, Watcher watcher, Sink sink) {
      this.cells = cells;
      this.watcher = watcher;
      this.sink = sink;
    }

    synchronized int taken() {
      return taken;
    }

    @Override
    public synchronized BoxedUnit apply(Object task, String[] lines) {
      try {
        for (String line : lines) {
          MeasuredCell cell = SweepJournal.cell(line);
          sink.take(cell);
          taken++;
          watcher.done(cells.get(cell.cell()).size());
        }
        return BoxedUnit.UNIT;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
