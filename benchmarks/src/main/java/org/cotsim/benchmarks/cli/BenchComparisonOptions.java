package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.NumberList;
import org.cotsim.benchmarks.experiment.speed.SpeedComparison;
import org.cotsim.benchmarks.experiment.speed.SpeedComparisonRow;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.ComparisonWriter;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Option;

/** The options of {@code cot bench} that compare executors and lengths. */
final class BenchComparisonOptions {

  private static final int SHORTEST = 100;

  @Option(
      names = "--against",
      split = ",",
      paramLabel = "NAME",
      description = "Run these executors too, at lengths up to --length, and print the ratios.")
  private List<String> against = new ArrayList<>();

  @Option(
      names = "--lengths",
      paramLabel = "N,...",
      description =
          "Measure at these lengths: 100,400, or 100..900/200 in steps of 200, or 100..6400*4, each"
              + " four times the one before (default: 100, 1000, ... up to --length).")
  private String lengths;

  @Option(names = "--memory", description = "Print the bytes that each executor holds, by length.")
  private boolean memory;

  @Option(
      names = "--patience",
      paramLabel = "S",
      description = "Seconds that one run may take; slower executors stop there (default: 60).")
  private double patience = 60;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the table and a plot of time against length into this folder.")
  private Path out;

  boolean isAsked() {
    return !against.isEmpty() || lengths != null || memory || out != null;
  }

  /** Measures and, where a folder was named, writes after every row. */
  SpeedComparison run(
      String problem,
      ExperimentSetup own,
      int length,
      SpeedComparison.Benches benches,
      boolean allowLoad)
      throws ExperimentException, InputException, IOException {
    if (!(patience > 0)) {
      throw new ExperimentException("--patience " + patience + ": expected more than 0");
    }
    List<ExperimentSetup> setups = own.against(against);
    List<Integer> all =
        lengths == null
            ? ladder(length)
            : NumberList.lengths("--lengths", lengths).stream().sorted().toList();
    if (all.get(0) < 1) {
      throw new ExperimentException("--lengths " + all.get(0) + ": expected at least 1");
    }
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    String file = AtomicFiles.nameFor(problem);
    try (ProgressLine progress =
        ProgressLine.open("bench", OptionalLong.of((long) all.size() * setups.size()))) {
      return SpeedComparison.measure(
          problem,
          setups,
          all,
          patience,
          allowLoad,
          benches,
          soFar -> {
            progress.done(1);
            write(soFar, file);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(SpeedComparison soFar, String file) {
    if (out == null || soFar.rows().isEmpty()) {
      return;
    }
    try {
      ComparisonWriter.write(soFar, file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Integer> ladder(int length) {
    List<Integer> lengths = new ArrayList<>();
    for (long step = SHORTEST; step < length; step *= 10) {
      lengths.add((int) step);
    }
    lengths.add(length);
    return lengths;
  }

  void print(PrintWriter text, SpeedComparison comparison) {
    text.println("problem   " + comparison.problem());
    text.println("machine   " + comparison.machine());
    text.printf(
        "%-12s %9s %12s %7s %13s%s%n",
        "executor", "length", "tokens/s", "CPU", "times slower", memory ? "   bytes held" : "");
    for (SpeedComparisonRow row : comparison.rows()) {
      Optional<Double> ratio = comparison.ratio(row);
      OptionalLong held = row.result().heldBytes();
      text.printf(
          Locale.ROOT,
          "%-12s %9d %12s %7s %13s%s%s%n",
          row.executor(),
          row.result().tokens(),
          ComparisonWriter.speed(comparison, row, "-"),
          ComparisonWriter.cpuShare(row),
          ratio.map(r -> String.format(Locale.ROOT, "%.1f", r)).orElse("-"),
          memory ? String.format("%13s", held.isPresent() ? held.getAsLong() : "-") : "",
          row.result().right() ? "" : "  WRONG");
      comparison.refusal(row).ifPresent(why -> text.println("  " + why));
    }
    for (String executor : comparison.executors()) {
      comparison
          .slope(executor)
          .ifPresent(slope -> text.println(ComparisonWriter.slope(executor, slope)));
    }
    comparison.stopped().forEach((executor, why) -> text.println(executor + ": " + why));
    comparison.rows().stream()
        .map(row -> row.executor() + ": " + row.backend())
        .distinct()
        .forEach(text::println);
  }
}
