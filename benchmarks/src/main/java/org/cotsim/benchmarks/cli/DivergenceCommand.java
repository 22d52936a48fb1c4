package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.divergence.Divergence;
import org.cotsim.benchmarks.experiment.divergence.DivergenceResult;
import org.cotsim.benchmarks.experiment.divergence.DivergenceRun;
import org.cotsim.benchmarks.experiment.divergence.DivergenceSearch;
import org.cotsim.benchmarks.experiment.divergence.Side;
import org.cotsim.benchmarks.experiment.run.ReadyModel;
import org.cotsim.benchmarks.modelfile.ModelFile;
import org.cotsim.benchmarks.modelfile.ModelJson;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.benchmarks.problem.WordsOfEveryLength;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.DivergenceFields;
import org.cotsim.benchmarks.report.DivergenceText;
import org.cotsim.benchmarks.report.DivergenceWriter;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.model.Arithmetic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says where two arithmetics or executors that run the same weights part. */
@Command(
    name = "divergence",
    description = {
      "Says up to which length two arithmetics or executors that run the same weights cannot part,"
          + " from gaps and noise, and the first length and token at which they are seen to part.",
      "Without --word, lengths are doubled and bisected, each with a model compiled for it."
    },
    mixinStandardHelpOptions = true)
final class DivergenceCommand implements Callable<Integer> {

  private static final int MOST = 1 << 20;

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private AmountOptions amountOptions;
  @Mixin private VariantOptions variant;
  @Mixin private GraphOptions graphOptions;
  @Mixin private FormatOption format;

  @Option(
      names = "--between",
      paramLabel = "A,B",
      required = true,
      description =
          "Two of: an arithmetic (binary64, binary32, binary16, bfloat16, bits:P, each with"
              + " :truncate if it cuts off), run by the reference executor; an executor, in binary64"
              + " or with an arithmetic after a colon.")
  private String between;

  @Option(
      names = "--built-for",
      paramLabel = "NAME",
      description = "The arithmetic that models are built for (default: the coarser of the two).")
  private String builtFor;

  @Option(
      names = "--word",
      paramLabel = "W",
      description = "Compare on this input instead of looking for a length.")
  private String word;

  @Option(
      names = "--longest",
      paramLabel = "L",
      description =
          "Try no longer length, and with --word decode no more tokens (default: ${DEFAULT-VALUE}).",
      defaultValue = "256")
  private int longest;

  @Option(
      names = "--samples",
      paramLabel = "COUNT",
      description = "Inputs of each length (default: ${DEFAULT-VALUE}).",
      defaultValue = "2")
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
      description = "Write divergence.csv, divergence.json and divergence.md to this folder.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    if (longest < 1 || longest > MOST) {
      throw new ExperimentException("--longest " + longest + ": expected 1 to " + MOST);
    }
    ProblemListOptions.requireSamples(samples);
    List<Side> sides = Side.pair(between);
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    DivergenceResult result;
    try (ProgressLine progress = ProgressLine.open("divergence", OptionalLong.empty())) {
      progress.now(problemOptions.text());
      result =
          ModelFileRun.isModel(problemOptions.text())
              ? ofModel(sides)
              : of(amountOptions.of(problemOptions.find(graphOptions.directed())), sides);
    }
    if (out != null) {
      DivergenceWriter.write(result, out);
    }
    format.print(
        spec.commandLine().getOut(), DivergenceFields.of(result), text -> print(text, result));
    return result.isKept() ? Cot.DONE : Cot.CHECK_FAILED;
  }

  private <I> DivergenceResult of(Problem<I> named, List<Side> sides)
      throws InputException, ExperimentException {
    Arithmetic arithmetic = builtFor(sides);
    if (word == null && !graphOptions.asksOne()) {
      DivergenceSearch<I> search = search(named, arithmetic, sides);
      DivergenceSearch.Found found = search.lengths(longest, samples, seed);
      return result(
          named.name(),
          built(named, arithmetic),
          sides,
          search.certified(),
          OptionalInt.of(found.certain()),
          found.parted(),
          longest,
          found.runs());
    }
    I input = graphOptions.required(named, word);
    DivergenceSearch<I> search = search(VocabularyByInput.suited(named, input), arithmetic, sides);
    return result(
        named.name(),
        built(named, arithmetic),
        sides,
        search.certified(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        0,
        List.of(search.on(input, longest)));
  }

  private <I> DivergenceSearch<I> search(
      Problem<I> problem, Arithmetic arithmetic, List<Side> sides) throws ExperimentException {
    return new DivergenceSearch<>(
        problem, variant.toConstructionOptions(), arithmetic, sides.get(0), sides.get(1));
  }

  private String built(Problem<?> problem, Arithmetic arithmetic) {
    return variant.inWords(!(problem instanceof WordsOfEveryLength)) + ", built for " + arithmetic;
  }

  private DivergenceResult ofModel(List<Side> sides) throws InputException, ExperimentException {
    BuildOptions.requireNone(spec.commandLine().getParseResult(), "--built-for");
    ModelFile file = ModelJson.read(ModelFileRun.path(problemOptions.text()));
    ReadyModel model = new ReadyModel(file.assembly(), file.certificate());
    if (word == null) {
      throw MissingInput.of(model);
    }
    List<String> symbols = model.parse(word);
    DivergenceRun run =
        new Divergence(sides.get(0), sides.get(1))
            .of(file.assembly(), symbols.size(), word, model.prompt(symbols), longest);
    return result(
        problemOptions.text(),
        "a model of " + file.problem() + ", built for " + file.certificate().arithmetic(),
        sides,
        certified(file.certificate(), sides),
        OptionalInt.empty(),
        OptionalInt.empty(),
        0,
        List.of(run));
  }

  private static OptionalInt certified(Certificate certificate, List<Side> sides) {
    boolean covers =
        certificate.holds()
            && !certificate.claims().isEmpty()
            && sides.stream()
                .allMatch(side -> DivergenceSearch.covers(certificate.arithmetic(), side));
    return covers ? OptionalInt.of((int) certificate.maxLength()) : OptionalInt.empty();
  }

  private Arithmetic builtFor(List<Side> sides) throws ExperimentException {
    return builtFor == null
        ? DivergenceSearch.coarser(sides.get(0), sides.get(1))
        : Side.arithmetic(builtFor)
            .orElseThrow(
                () ->
                    new ExperimentException(
                        "--built-for "
                            + builtFor
                            + ": expected binary64, binary32, binary16, bfloat16 or bits:P, each"
                            + " with :truncate if it cuts off"));
  }

  private DivergenceResult result(
      String problem,
      String built,
      List<Side> sides,
      OptionalInt certified,
      OptionalInt certain,
      OptionalInt parted,
      int tried,
      List<DivergenceRun> runs) {
    return new DivergenceResult(
        CommandText.of(spec),
        problem,
        built,
        sides.get(0).name(),
        sides.get(1).name(),
        certified,
        certain,
        parted,
        tried,
        runs);
  }

  private void print(PrintWriter text, DivergenceResult result) {
    text.println("problem   " + result.problem() + ", " + result.built());
    text.println("between   " + result.one() + " and " + result.other());
    for (String line : DivergenceText.lengths(result)) {
      text.println("          " + line);
    }
    for (DivergenceRun run : result.runs()) {
      text.println();
      text.println("input     " + DivergenceText.input(run));
      for (String line : DivergenceText.run(result, run)) {
        text.println("          " + line);
      }
      if (!run.tightest().isEmpty()) {
        text.println();
        TextTable.print(text, DivergenceText.tightest(run), 1);
      }
    }
    text.println();
    text.println(
        result.isKept()
            ? "Nothing was seen to part that cannot."
            : "WHAT CANNOT PART WAS SEEN TO PART: please report it.");
    if (out != null) {
      text.println("written to " + out + ": divergence.csv, .json and .md");
    }
  }
}
