package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.benchmarks.experiment.speed.Throughput;
import org.cotsim.benchmarks.experiment.speed.ThroughputResult;
import org.cotsim.benchmarks.experiment.speed.ThroughputRow;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.ThroughputWriter;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how many tokens per second come out of many sequences side by side. */
@Command(
    name = "throughput",
    description = {
      "Measures the tokens per second of many sequences side by side, decoded step by step and"
          + " confirmed in one pass.",
      "Executors that gain nothing from batches run the same inputs one after the other."
    },
    mixinStandardHelpOptions = true)
final class ThroughputCommand implements Callable<Integer> {

  private static final int LARGEST_BATCH = 1 << 17;

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private SetupOptions setupOptions;
  @Mixin private FormatOption format;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Intermediate tokens of each chain; longer ones are cut (default: 257).")
  private int length = 257;

  @Option(
      names = "--batches",
      split = ",",
      paramLabel = "B",
      description = "Sequences side by side (default: 1,1024); 1 shows what any step costs.")
  private List<Integer> batches = List.of(1, 1024);

  @Option(
      names = "--mode",
      paramLabel = "decode|one-pass|both",
      description = "Decode step by step, confirm the oracle's chains in one pass, or both.")
  private String mode = "both";

  @Option(
      names = "--against",
      split = ",",
      paramLabel = "NAME",
      description = "Run these executors too, on the same inputs.")
  private List<String> against = new ArrayList<>();

  @Option(
      names = "--bandwidth",
      paramLabel = "GB/S",
      description = "What the memory of ND4J's device moves, to print the least time of a step.")
  private Double bandwidth;

  @Option(
      names = "--operations",
      description = "Also split the time of a step of the executor nd4j by ND4J's operations.")
  private boolean operations;

  @Option(
      names = "--patience",
      paramLabel = "S",
      description =
          "Seconds that one decoding may take; larger batches are left out (default: 60). A pass"
              + " is not stopped.")
  private double patience = 60;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      description = "Seconds for which the smallest batch runs first (default: 3).")
  private double warmUp = 3;

  @Option(names = "--seed", paramLabel = "S", description = "The seed of the inputs (default: 1).")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the table and a plot of tokens per second into this folder.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    if (GraphOptions.isGraph(problemOptions.text())) {
      throw new ExperimentException(
          "a graph:FILE is one input; for many at once take a family, such as graph-tree");
    }
    Throughput.Request request = request();
    List<ExperimentSetup> setups = setupOptions.toSetup().against(against);
    requireNd4j(setups, request);
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    ThroughputResult result = measure(problemOptions.find(), setups, request);
    if (result.rows().isEmpty()) {
      throw new ExperimentException("nothing was measured: " + result.stopped().get(0));
    }
    format.print(
        spec.commandLine().getOut(),
        ThroughputWriter.json(result, CommandText.of(spec)),
        text -> print(text, result));
    return result.allRight() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private Throughput.Request request() throws ExperimentException {
    if (length < 1) {
      throw new ExperimentException("--length " + length + ": expected at least 1");
    }
    if (!(patience > 0)) {
      throw new ExperimentException("--patience " + patience + ": expected more than 0");
    }
    if (!(warmUp >= 0)) {
      throw new ExperimentException("--warm-up " + warmUp + ": expected at least 0");
    }
    if (bandwidth != null && !(bandwidth > 0)) {
      throw new ExperimentException("--bandwidth " + bandwidth + ": expected more than 0");
    }
    List<Integer> ascending = batches.stream().sorted().distinct().toList();
    if (ascending.get(0) < 1) {
      throw new ExperimentException("--batches " + ascending.get(0) + ": expected at least 1");
    }
    int largest = ascending.get(ascending.size() - 1);
    if (largest > LARGEST_BATCH) {
      throw new ExperimentException("--batches " + largest + ": expected at most " + LARGEST_BATCH);
    }
    return new Throughput.Request(
        length,
        ascending,
        modes(),
        seed,
        warmUp,
        patience,
        bandwidth == null ? OptionalDouble.empty() : OptionalDouble.of(bandwidth * 1e9),
        operations);
  }

  private List<DecoderCheck.Mode> modes() throws ExperimentException {
    return switch (mode.toLowerCase(Locale.ROOT)) {
      case "decode" -> List.of(DecoderCheck.Mode.DECODING);
      case "one-pass" -> List.of(DecoderCheck.Mode.ONE_PASS);
      case "both" -> List.of(DecoderCheck.Mode.DECODING, DecoderCheck.Mode.ONE_PASS);
      default ->
          throw new ExperimentException("--mode " + mode + ": expected decode, one-pass or both");
    };
  }

  /** Refuses options that nothing measured would heed. */
  private void requireNd4j(List<ExperimentSetup> setups, Throughput.Request request)
      throws ExperimentException {
    boolean decoded =
        request.modes().contains(DecoderCheck.Mode.DECODING)
            && setups.stream().anyMatch(setup -> setup.executor() instanceof Nd4jExecutor);
    if (!decoded && (operations || bandwidth != null)) {
      throw new ExperimentException(
          (operations ? "--operations" : "--bandwidth")
              + " is for decoding with the executor nd4j");
    }
  }

  private ThroughputResult measure(
      Problem<?> problem, List<ExperimentSetup> setups, Throughput.Request request)
      throws InputException, ExperimentException, IOException {
    String file = AtomicFiles.nameFor(problem.name());
    try (ProgressLine progress = ProgressLine.open("throughput", OptionalLong.empty())) {
      return Throughput.measure(
          problem,
          setups,
          request,
          soFar -> {
            progress.done(1);
            write(soFar, file);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(ThroughputResult soFar, String file) {
    if (out == null || soFar.rows().isEmpty()) {
      return;
    }
    try {
      ThroughputWriter.write(soFar, CommandText.of(spec), file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(PrintWriter text, ThroughputResult result) {
    text.println("problem   " + result.problem());
    text.println("inputs    " + ThroughputWriter.inputs(result));
    text.println("machine   " + result.machine());
    text.println();
    String line = "%-12s %-9s %7s %7s %12s %9s %10s %9s %9s  %s%n";
    text.printf(line, ThroughputWriter.COLUMNS.toArray());
    for (ThroughputRow row : result.rows()) {
      text.printf(line, ThroughputWriter.cells(result, row).toArray());
    }
    text.println();
    text.println(ThroughputWriter.legend(result));
    ThroughputWriter.backends(result).forEach(text::println);
    result.rows().forEach(row -> ThroughputWriter.operations(row).forEach(text::println));
    result.stopped().forEach(text::println);
  }
}
