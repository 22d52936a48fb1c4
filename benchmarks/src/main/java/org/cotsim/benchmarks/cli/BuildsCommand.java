package org.cotsim.benchmarks.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.speed.BuildComparison;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.BuildComparisonWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures an older build and this one in turn. */
@Command(
    name = "builds",
    description = {
      "Measures an older build of this program and this one in turn and prints the ratio.",
      "Each run is a process of its own; options of Java that begin with -X are those of this"
          + " process."
    },
    mixinStandardHelpOptions = true)
final class BuildsCommand implements Callable<Integer> {

  private static final List<String> COMMANDS = List.of("bench", "throughput");

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;

  @Parameters(index = "0", paramLabel = "OLD_JAR", description = "The older build's cot.jar.")
  private Path old;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "MEASUREMENT",
      description =
          "'bench PROBLEM ...' or 'throughput PROBLEM ...' with options, each in quotes; words are"
              + " parted by blanks. With --runs in 'bench PROBLEM ...' each process reports the"
              + " median of so many runs, else its first one.")
  private List<String> measurements;

  @Option(
      names = "--runs",
      paramLabel = "R",
      description = "Processes of each build for each measurement (default: 5).")
  private int runs = 5;

  @Option(
      names = "--allow-load",
      description =
          "Print figures also where other programs took a tenth or more of the decoding thread's"
              + " time.")
  private boolean allowLoad;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the table (builds.md), every run (builds.csv) and builds.json here.")
  private Path out;

  @Override
  public Integer call() throws ExperimentException, IOException {
    if (runs < 1) {
      throw new ExperimentException("--runs " + runs + ": expected at least 1");
    }
    if (!Files.isReadable(old)) {
      throw new ExperimentException(old + ": no such file");
    }
    List<List<String>> words = new ArrayList<>();
    for (String measurement : measurements) {
      words.add(words(measurement));
    }
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    BuildComparison comparison = measure(words);
    format.print(
        spec.commandLine().getOut(),
        BuildComparisonWriter.json(comparison),
        text -> print(text, comparison));
    return comparison.holds() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private static List<String> words(String measurement) throws ExperimentException {
    List<String> words = List.of(measurement.strip().split("\\s+", -1));
    if (!COMMANDS.contains(words.get(0))) {
      throw new ExperimentException(
          "'" + measurement + "': expected 'bench PROBLEM ...' or 'throughput PROBLEM ...'");
    }
    boolean chain = words.get(0).equals("bench");
    for (String option : List.of("--format", "--out", "--allow-load", "--runs")) {
      if (!(chain && option.equals("--runs"))
          && words.stream().anyMatch(w -> w.equals(option) || w.startsWith(option + "="))) {
        throw new ExperimentException(
            "'" + measurement + "': " + option + " is an option of builds itself");
      }
    }
    return words;
  }

  private BuildComparison measure(List<List<String>> words)
      throws ExperimentException, IOException {
    List<String> java = java();
    List<String> older = new ArrayList<>(java);
    older.addAll(List.of("-jar", old.toString()));
    List<String> own = new ArrayList<>(java);
    own.addAll(List.of("-cp", System.getProperty("java.class.path"), Cot.class.getName()));
    OptionalLong all = OptionalLong.of((long) words.size() * runs);
    try (ProgressLine progress = ProgressLine.open("builds", all)) {
      return BuildComparison.measure(older, own, words, runs, allowLoad, progress, this::write);
    }
  }

  private static List<String> java() {
    List<String> java = new ArrayList<>();
    java.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") && !argument.contains("Archive"))
        .forEach(java::add);
    return java;
  }

  private void write(BuildComparison soFar) throws IOException {
    if (out != null) {
      BuildComparisonWriter.write(soFar, out);
    }
  }

  private static void print(PrintWriter text, BuildComparison comparison) {
    text.println("machine   " + comparison.machine());
    String line = "%-50s %16s %16s %7s %11s %11s %11s %5s%n";
    text.printf(line, BuildComparisonWriter.COLUMNS.toArray());
    comparison.rows().forEach(row -> text.printf(line, BuildComparisonWriter.cells(row).toArray()));
    text.println(BuildComparisonWriter.legend(comparison));
    BuildComparisonWriter.refusals(comparison).forEach(text::println);
  }
}
