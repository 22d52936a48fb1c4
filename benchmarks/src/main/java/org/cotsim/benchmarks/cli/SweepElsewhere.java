package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.sweep.CellRunner;
import org.cotsim.benchmarks.experiment.sweep.PlannedSweep;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;
import picocli.CommandLine;

/** {@code cot sweep} for a program that has its cells measured elsewhere, such as on a cluster. */
public final class SweepElsewhere {

  private SweepElsewhere() {}

  /** Runs the command with the arguments behind {@code sweep} and ends the process. */
  public static void main(CellRunner cells, String... arguments) {
    Cot.end((out, err, typed) -> run(out, err, cells, typed), arguments);
  }

  /** Runs the command with the arguments behind {@code sweep} and returns its exit code. */
  public static int run(PrintWriter out, PrintWriter err, CellRunner cells, String... arguments) {
    String[] words = Stream.concat(Stream.of("sweep"), Stream.of(arguments)).toArray(String[]::new);
    CommandLine cot = Cot.commandLine(words);
    SweepCommand.of(cot).measuredBy(cells);
    return Cot.execute(cot, out, err, words);
  }

  /**
   * Plans a sweep again.
   *
   * @param words those of the sweep that was planned before
   */
  public static PlannedSweep plan(List<String> words)
      throws InputException, ExperimentException, FormulaException, IOException {
    String[] all = words.toArray(String[]::new);
    CommandLine cot = Cot.commandLine(all);
    cot.parseArgs(all);
    return SweepCommand.of(cot).plan();
  }
}
