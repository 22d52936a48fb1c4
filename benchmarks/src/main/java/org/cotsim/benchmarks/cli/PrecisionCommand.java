package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.precision.Precision;
import org.cotsim.benchmarks.experiment.precision.PrecisionLaw;
import org.cotsim.benchmarks.experiment.precision.PrecisionPoint;
import org.cotsim.benchmarks.experiment.precision.PrecisionResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.PrecisionJson;
import org.cotsim.benchmarks.report.PrecisionMarkdown;
import org.cotsim.benchmarks.report.PrecisionWriter;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Arithmetic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how the longest right length grows with the precision. */
@Command(
    name = "precision",
    description = {
      "Finds, for each number of bits, the longest length decoded without a wrong token and the"
          + " longest certified one, and fits the law by which they grow.",
      "A length is that of the input of a regular language, or the steps of a Turing machine."
    },
    mixinStandardHelpOptions = true)
final class PrecisionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private AmountOptions amountOptions;
  @Mixin private VariantOptions variant;
  @Mixin private FormatOption format;

  @Option(
      names = "--bits",
      paramLabel = "P,...",
      description =
          "Bits of the significand: a list, FROM..TO or FROM..TO/STEP (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "8..53/3")
  private String bits;

  @Option(
      names = "--rounding",
      paramLabel = "nearest|truncate",
      description = "How every operation rounds (default: nearest, ties to even).")
  private Arithmetic.Rounding rounding = Arithmetic.Rounding.NEAREST;

  @Option(
      names = "--longest",
      paramLabel = "L",
      description = "Try no longer length (default: ${DEFAULT-VALUE}).",
      defaultValue = "1024")
  private int longest;

  @Option(
      names = "--samples",
      paramLabel = "COUNT",
      description = "Inputs of each length (default: ${DEFAULT-VALUE}).",
      defaultValue = "3")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the inputs (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write precision.csv, precision.json, precision.md and precision.svg to this folder;"
              + " they are complete after every precision.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    requireSensible();
    List<Integer> precisions = BitList.parse(bits);
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    PrecisionResult result = measure(amountOptions.of(problemOptions.find()), precisions);
    format.print(
        spec.commandLine().getOut(), PrecisionJson.of(result), text -> print(text, result));
    return result.certificatesAreKept() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private void requireSensible() throws ExperimentException {
    if (longest < 1 || longest > 1 << 24) {
      throw new ExperimentException("--longest " + longest + ": expected 1 to " + (1 << 24));
    }
    if (samples < 1) {
      throw new ExperimentException("--samples " + samples + ": expected at least 1");
    }
  }

  private <I> PrecisionResult measure(Problem<I> problem, List<Integer> precisions)
      throws ExperimentException, InputException, IOException {
    ConstructionOptions options = variant.toConstructionOptions();
    Precision<I> search = new Precision<>(problem, options, longest, samples, seed);
    List<PrecisionPoint> points = new ArrayList<>();
    PrecisionResult result = result(problem, options, points);
    try (ProgressLine progress =
        ProgressLine.open("precision", OptionalLong.of(precisions.size()))) {
      for (int precision : precisions) {
        progress.now(precision + " bits");
        Arithmetic arithmetic = arithmetic(precision);
        boolean capped = !points.isEmpty() && points.get(points.size() - 1).capped();
        points.add(capped ? search.assumedCapped(arithmetic) : search.point(arithmetic));
        result = result(problem, options, points);
        if (out != null) {
          PrecisionWriter.write(result, out);
        }
        progress.done(1);
      }
    }
    return result;
  }

  private Arithmetic arithmetic(int precision) {
    Arithmetic nearest = Arithmetic.bits(precision);
    return rounding == Arithmetic.Rounding.TRUNCATE ? nearest.truncating() : nearest;
  }

  private PrecisionResult result(
      Problem<?> problem, ConstructionOptions options, List<PrecisionPoint> points)
      throws ExperimentException {
    String how = rounding == Arithmetic.Rounding.TRUNCATE ? "truncated" : "rounded to nearest";
    return new PrecisionResult(
        CommandText.of(spec),
        problem.name(),
        variant.inWords(!(problem instanceof WordsOfEveryLength)),
        "reference executor, " + how,
        seed,
        samples,
        longest,
        PrecisionLaw.slope(problem, options),
        points);
  }

  private void print(PrintWriter text, PrecisionResult result) {
    text.println("problem   " + result.problem() + ", " + result.variant());
    text.println("executor  " + result.backend());
    text.println();
    for (List<String> row : PrecisionMarkdown.rows(result)) {
      text.printf("%6s %15s %12s%n", row.get(0), row.get(1), row.get(2));
    }
    text.println();
    text.println(PrecisionMarkdown.headline(result));
    text.println(PrecisionMarkdown.certificates(result));
    if (out != null) {
      text.println("written to " + out + ": precision.csv, .json, .md and .svg");
    }
  }
}
