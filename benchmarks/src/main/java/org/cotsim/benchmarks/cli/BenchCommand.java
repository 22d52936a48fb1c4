package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.speed.DecodingSpeed;
import org.cotsim.benchmarks.experiment.speed.DecodingSpeedResult;
import org.cotsim.benchmarks.experiment.speed.Hardware;
import org.cotsim.benchmarks.experiment.speed.SpeedComparison;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.TapeHistory;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.ComparisonWriter;
import org.cotsim.benchmarks.report.TapeChart;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.indexed.step.StepTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Measures how fast a chain is decoded. */
@Command(
    name = "bench",
    description = "Measures the tokens per second and the memory of decoding one long chain.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private AmountOptions amountOptions;
  @Mixin private SetupOptions setupOptions;
  @Mixin private GraphOptions graphOptions;
  @Mixin private FormatOption format;
  @Mixin private BenchComparisonOptions comparisonRun;

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "Intermediate tokens of the chain; longer ones are cut (default: 10000).")
  private int length = 10_000;

  @Option(
      names = "--runs",
      paramLabel = "R",
      description = "Measure R runs and report the median one (default: 3).")
  private int runs = 3;

  @Option(
      names = "--word",
      paramLabel = "W",
      description = "Measure the chain of this word (default: a random one, or the graph's).")
  private String word;

  @Option(names = "--seed", paramLabel = "S", description = "The seed of the input (default: 1).")
  private long seed = 1;

  @Option(
      names = "--profile",
      description = "Split the time of one more run: weights, look-up, normalisation, other.")
  private boolean profile;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description =
          "Turing machines: draw the first tape over time, as the emitted tokens write it, as SVG.")
  private Path picture;

  @Option(
      names = "--allow-load",
      description =
          "Print figures also where other programs took a tenth or more of the decoding thread's"
              + " time.")
  private boolean allowLoad;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    if (length < 1 || runs < 1) {
      throw new ExperimentException("--length and --runs must be at least 1");
    }
    return benchInput(amountOptions.of(problemOptions.find(graphOptions.directed())));
  }

  private <I> int benchInput(Problem<I> problem)
      throws InputException, ExperimentException, IOException {
    if (word != null && spec.commandLine().getParseResult().hasMatchedOption("--seed")) {
      throw new ExperimentException("--word and --seed exclude each other");
    }
    ExperimentSetup setup = setupOptions.toSetup(problem);
    Optional<I> input = graphOptions.input(problem, word);
    return input.isPresent()
        ? bench(problem, setup, (n, one) -> DecodingSpeed.of(problem, input.get(), n, one))
        : bench(problem, setup, (n, one) -> DecodingSpeed.of(problem, n, seed, one));
  }

  private int bench(Problem<?> problem, ExperimentSetup setup, SpeedComparison.Benches benches)
      throws InputException, ExperimentException, IOException {
    if (!comparisonRun.isAsked()) {
      return bench(problem, benches.of(length, setup), setup);
    }
    ParseResult given = spec.commandLine().getParseResult();
    for (String option : List.of("--profile", "--runs", "--picture")) {
      if (given.hasMatchedOption(option)) {
        throw new ExperimentException(option + " is for one executor at one length");
      }
    }
    if (given.hasMatchedOption("--length") && given.hasMatchedOption("--lengths")) {
      throw new ExperimentException("--length and --lengths exclude each other");
    }
    SpeedComparison comparison =
        comparisonRun.run(problem.name(), setup, length, benches, allowLoad);
    if (comparison.rows().isEmpty()) {
      throw new ExperimentException(
          "nothing was measured: the executor "
              + setup.executor().name()
              + " "
              + comparison.stopped().get(setup.executor().name()));
    }
    format.print(
        spec.commandLine().getOut(),
        ComparisonWriter.json(comparison),
        out -> comparisonRun.print(out, comparison));
    return comparison.allRight() && !comparison.anyRefused() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private int bench(Problem<?> problem, DecodingSpeed bench, ExperimentSetup setup)
      throws ExperimentException, IOException {
    if (picture != null) {
      if (!bench.writesTape()) {
        throw new ExperimentException("--picture is for a Turing machine whose chain is its run");
      }
      AtomicFiles.requireWritableFile(picture);
    }
    if (profile && !(setup.executor() instanceof IndexedExecutor)) {
      throw new ExperimentException("--profile is for the executor indexed");
    }
    if (profile && WaysToBuild.currency(problem) == Currency.CONTEXT) {
      throw new ExperimentException("--profile is not for a chain that forgets");
    }
    DecodingSpeedResult result;
    OptionalLong tokens = OptionalLong.of((long) runs * bench.steps());
    try (ProgressLine progress = ProgressLine.open("bench " + problem.name(), tokens)) {
      result = bench.run(runs, progress);
    }
    boolean refused = result.refusal().isPresent() && !allowLoad;
    Map<String, Object> fields = fields(problem, setup, bench, result, refused);
    if (profile) {
      StepTimes spent = new StepTimes();
      fields.put("profile", split(spent, bench.profile(spent)));
    }
    if (picture != null) {
      draw(problem, result);
    }
    format.print(spec.commandLine().getOut(), fields, out -> print(out, fields));
    return result.right() && !refused ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private void draw(Problem<?> problem, DecodingSpeedResult result) throws IOException {
    String words =
        String.format(
            Locale.ROOT,
            "steps downwards: what %,d emitted tokens write, %s",
            result.tokens(),
            result.right() ? "every one compared with the interpreter" : "the last one wrong");
    TapeHistory history = result.history().orElseThrow();
    if (!history.rows().isEmpty()) {
      AtomicFiles.write(picture, TapeChart.of("The tape of " + problem.name(), words, history));
    }
  }

  private Map<String, Object> fields(
      Problem<?> problem,
      ExperimentSetup setup,
      DecodingSpeed bench,
      DecodingSpeedResult result,
      boolean refused) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", problem.name());
    fields.put("n", result.n());
    fields.put("tokens", result.tokens());
    fields.put("seconds", result.seconds());
    fields.put("cpu_seconds", result.cpuSeconds());
    fields.put("tokens_per_second", refused ? null : result.tokensPerSecond());
    fields.put("tokens_per_cpu_second", refused ? null : result.tokensPerCpuSecond());
    if (refused) {
      fields.put("refused", result.refusal().orElseThrow());
    }
    fields.put("bytes_per_token", result.bytesPerToken());
    fields.put("prompt_tokens", result.promptTokens());
    fields.put("prompt_seconds", result.promptSeconds());
    fields.put(
        "held_bytes", result.heldBytes().isPresent() ? result.heldBytes().getAsLong() : null);
    fields.put("right", result.right());
    fields.put("certified", bench.certified());
    List<String> notes = new ArrayList<>(bench.notes());
    if (bench.steps() < length) {
      notes.add(
          "the chain ends after %d tokens; --length %d is beyond it"
              .formatted(bench.steps(), length));
    }
    if (!notes.isEmpty()) {
      fields.put("note", String.join("; ", notes));
    }
    fields.putAll(result.result());
    fields.put("runs", runs);
    fields.put("executor", setup.executor().name());
    fields.put("backend", setup.executor().backend());
    fields.put("machine", Hardware.here().toString());
    return fields;
  }

  /** Seconds by kind; measuring slows the run down, so shares matter more than sums. */
  private static Map<String, Object> split(StepTimes spent, DecodingSpeedResult run) {
    double whole = run.promptSeconds() + run.seconds();
    double weights = spent.weights() * 1e-9;
    double lookUp = spent.lookUp() * 1e-9;
    double normalisation = spent.normalisation() * 1e-9;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("weights_seconds", weights);
    fields.put("look_up_seconds", lookUp);
    fields.put("normalisation_seconds", normalisation);
    fields.put("other_seconds", whole - weights - lookUp - normalisation);
    return fields;
  }

  private static void print(PrintWriter out, Map<String, ?> fields) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> nested) {
            nested.forEach((inner, number) -> print(out, inner.toString(), number));
          } else {
            print(out, name, value);
          }
        });
  }

  private static void print(PrintWriter out, String name, Object value) {
    String shown =
        value instanceof Double number
            ? String.format(Locale.ROOT, number >= 1000 ? "%.0f" : "%.3f", number)
            : value == null ? "-" : String.valueOf(value);
    out.printf(Locale.ROOT, "%-22s %s%n", name.replace('_', ' '), shown);
  }
}
