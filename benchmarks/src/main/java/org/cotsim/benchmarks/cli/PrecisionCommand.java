package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.precision.Precision;
import org.cotsim.benchmarks.experiment.precision.PrecisionComparison;
import org.cotsim.benchmarks.experiment.precision.PrecisionLaw;
import org.cotsim.benchmarks.experiment.precision.PrecisionPoint;
import org.cotsim.benchmarks.experiment.precision.PrecisionResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.PrecisionJson;
import org.cotsim.benchmarks.report.PrecisionLawsMarkdown;
import org.cotsim.benchmarks.report.PrecisionMarkdown;
import org.cotsim.benchmarks.report.PrecisionWriter;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Rightmost;
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

  @Option(
      names = "--hashes",
      paramLabel = "HASH",
      split = ",",
      description =
          "Measure several ways to compare positions and show them in one picture: ${COMPLETION-CANDIDATES}; differences is the scaled hash with --rightmost differences.")
  private List<Way> hashes;

  /** A hash, and what else tells the laws apart. */
  enum Way {
    PLAIN(Hash.PLAIN, Rightmost.COUNTS),
    SCALED(Hash.SCALED, Rightmost.COUNTS),
    DIGITS(Hash.DIGITS, Rightmost.COUNTS),
    FOLDED(Hash.FOLDED, Rightmost.COUNTS),
    DIFFERENCES(Hash.SCALED, Rightmost.DIFFERENCES);

    private final Hash hash;
    private final Rightmost rightmost;

    Way(Hash hash, Rightmost rightmost) {
      this.hash = hash;
      this.rightmost = rightmost;
    }

    ConstructionOptions applyTo(ConstructionOptions options) {
      return options.withHash(hash).withRightmost(rightmost);
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    requireSensible();
    List<Integer> precisions = BitList.parse(bits);
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    Problem<?> problem = amountOptions.of(problemOptions.find());
    return hashes == null ? one(problem, precisions) : several(problem, precisions);
  }

  private int one(Problem<?> problem, List<Integer> precisions)
      throws InputException, ExperimentException, IOException {
    boolean turing = !(problem instanceof WordsOfEveryLength);
    PrecisionResult result =
        measure(
            problem,
            variant.toConstructionOptions(),
            variant.inWords(turing),
            precisions,
            found -> {
              if (out != null) {
                PrecisionWriter.write(found, out);
              }
            });
    format.print(
        spec.commandLine().getOut(), PrecisionJson.of(result), text -> print(text, result));
    return result.certificatesAreKept() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private int several(Problem<?> problem, List<Integer> precisions)
      throws InputException, ExperimentException, IOException {
    requireNotBoth();
    boolean turing = !(problem instanceof WordsOfEveryLength);
    String command = CommandText.of(spec);
    List<PrecisionComparison.Line> done = new ArrayList<>();
    for (Way way : hashes) {
      PrecisionResult result =
          measure(
              problem,
              way.applyTo(variant.toConstructionOptions()),
              variant.inWords(way.hash, way.rightmost, turing),
              precisions,
              found -> {
                if (out != null) {
                  List<PrecisionComparison.Line> lines = new ArrayList<>(done);
                  lines.add(new PrecisionComparison.Line(way.toString(), found));
                  PrecisionWriter.write(new PrecisionComparison(command, lines), out);
                }
              });
      done.add(new PrecisionComparison.Line(way.toString(), result));
    }
    PrecisionComparison comparison = new PrecisionComparison(command, done);
    format.print(
        spec.commandLine().getOut(), PrecisionJson.of(comparison), text -> print(text, comparison));
    return comparison.certificatesAreKept() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private void requireNotBoth() throws ExperimentException {
    for (String option : List.of("--hash", "--rightmost")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new ExperimentException(option + " and --hashes both say how positions are compared");
      }
    }
  }

  private void requireSensible() throws ExperimentException {
    if (longest < 1 || longest > 1 << 24) {
      throw new ExperimentException("--longest " + longest + ": expected 1 to " + (1 << 24));
    }
    ProblemListOptions.requireSamples(samples);
  }

  /** What is done with a law that is not finished yet. */
  @FunctionalInterface
  private interface Keeping {
    void keep(PrecisionResult found) throws IOException;
  }

  private <I> PrecisionResult measure(
      Problem<I> problem,
      ConstructionOptions options,
      String built,
      List<Integer> precisions,
      Keeping keeping)
      throws ExperimentException, InputException, IOException {
    Precision<I> search = new Precision<>(problem, options, longest, samples, seed);
    List<PrecisionPoint> points = new ArrayList<>();
    PrecisionResult result = result(problem, options, built, points);
    try (ProgressLine progress =
        ProgressLine.open("precision", OptionalLong.of(precisions.size()))) {
      for (int precision : precisions) {
        progress.now(built + ", " + precision + " bits");
        Arithmetic arithmetic = arithmetic(precision);
        boolean capped = !points.isEmpty() && points.get(points.size() - 1).capped();
        points.add(capped ? search.assumedCapped(arithmetic) : search.point(arithmetic));
        result = result(problem, options, built, points);
        keeping.keep(result);
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
      Problem<?> problem, ConstructionOptions options, String built, List<PrecisionPoint> points)
      throws ExperimentException {
    String how = rounding == Arithmetic.Rounding.TRUNCATE ? "truncated" : "rounded to nearest";
    return new PrecisionResult(
        CommandText.of(spec),
        problem.name(),
        built,
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
    printPlace(text);
  }

  private void print(PrintWriter text, PrecisionComparison comparison) {
    text.println("problem   " + comparison.problem());
    text.println("executor  " + comparison.first().backend());
    text.println();
    TextTable.print(text, PrecisionLawsMarkdown.rows(comparison), 0);
    text.println();
    TextTable.print(text, PrecisionLawsMarkdown.slopes(comparison), 2);
    text.println();
    text.println(PrecisionMarkdown.certificates(comparison.certificatesAreKept()));
    printPlace(text);
  }

  private void printPlace(PrintWriter text) {
    if (out != null) {
      text.println("written to " + out + ": precision.csv, .json, .md and .svg");
    }
  }
}
