package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.manifold.Manifold;
import org.cotsim.benchmarks.experiment.manifold.ManifoldExperiment;
import org.cotsim.benchmarks.experiment.manifold.ManifoldResult;
import org.cotsim.benchmarks.experiment.manifold.ManifoldSlope;
import org.cotsim.benchmarks.page.ManifoldPage;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.ManifoldWords;
import org.cotsim.benchmarks.report.ManifoldWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well hand-built transformers approximate functions on manifolds. */
@Command(
    name = "manifold",
    description = {
      "Builds transformers that approximate a function on a d-dimensional manifold in D dimensions"
          + " and fits how the squared error falls with their size and with the number of samples.",
      "Manifolds: circle, sphere, torus, swiss-roll, and ellipsoid-1 to ellipsoid-6."
    },
    mixinStandardHelpOptions = true)
final class ManifoldCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private FormatOption format;

  @Option(
      names = "--manifolds",
      split = ",",
      paramLabel = "NAME",
      description = "On which manifolds (default: all of them).")
  private List<String> manifolds = Manifold.all().stream().map(Manifold::name).toList();

  @Option(
      names = "--ambient",
      split = ",",
      paramLabel = "D",
      description = "The numbers of coordinates that points have, up to 64 (default: 8,64).")
  private List<Integer> ambients = List.of(8, 64);

  @Option(
      names = "--beta",
      split = ",",
      paramLabel = "B",
      description =
          "The smoothness: up to 1, near an anchor functions count as constant; 2, as affine"
              + " (default: 1,2).")
  private List<Double> smoothness = List.of(1.0, 2.0);

  @Option(
      names = "--law",
      paramLabel = "size|data|both",
      description = "Measure by anchors, by samples, or by both (default: both).")
  private String law = "both";

  @Option(
      names = "--anchors",
      split = ",",
      paramLabel = "N",
      description = "The numbers of anchors (default: 64,128,256,512,1024,2048).")
  private List<Integer> anchors = List.of(64, 128, 256, 512, 1024, 2048);

  @Option(
      names = "--samples",
      split = ",",
      paramLabel = "n",
      description = "The numbers of noisy samples (default: 256,512,1024,2048,4096,8192).")
  private List<Integer> samples = List.of(256, 512, 1024, 2048, 4096, 8192);

  @Option(
      names = "--sharpness",
      paramLabel = "S",
      description =
          "How fast the bump around an anchor falls, in units of their spacing (default: 20).")
  private double sharpness = 20;

  @Option(
      names = "--noise",
      paramLabel = "SD",
      description = "The standard deviation of the noise of samples (default: 0.5).")
  private double noise = 0.5;

  @Option(
      names = "--tests",
      paramLabel = "COUNT",
      description = "The points at which errors are taken (default: 300).")
  private int tests = 300;

  @Option(
      names = "--repetitions",
      paramLabel = "COUNT",
      description = "Draws of function, anchors and samples to average over (default: 3).")
  private int repetitions = 3;

  @Option(names = "--seed", paramLabel = "S", description = "The seed of it all (default: 1).")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Write manifold.json, .csv, .md, .html and pictures of the errors into this folder.")
  private Path out;

  @Override
  public Integer call() throws ExperimentException, IOException {
    ManifoldExperiment experiment = new ManifoldExperiment(request());
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    ManifoldResult result;
    try (ProgressLine progress =
        ProgressLine.open("manifold", OptionalLong.of(experiment.size()))) {
      result = experiment.run(CommandText.of(spec), progress);
    }
    if (out != null) {
      ManifoldWriter.write(result, out);
      AtomicFiles.write(out.resolve("manifold.html"), ManifoldPage.of(result, ""));
    }
    format.print(
        spec.commandLine().getOut(), ManifoldWriter.json(result), text -> print(text, result));
    return Cot.DONE;
  }

  private ManifoldExperiment.Request request() throws ExperimentException {
    String which = law.toLowerCase(Locale.ROOT);
    if (!List.of("size", "data", "both").contains(which)) {
      throw new ExperimentException("--law " + law + ": expected size, data or both");
    }
    return new ManifoldExperiment.Request(
        manifolds,
        ambients,
        smoothness,
        which.equals("data") ? List.of() : anchors,
        which.equals("size") ? List.of() : samples,
        sharpness,
        noise,
        tests,
        repetitions,
        seed);
  }

  private void print(PrintWriter text, ManifoldResult result) {
    String line = "%-5s %-12s %2s %3s %5s %9s %7s %10s %8s %9s%n";
    text.printf(line, ManifoldWriter.COLUMNS.toArray());
    for (ManifoldSlope slope : result.slopes()) {
      text.printf(line, ManifoldWriter.cells(slope).toArray());
    }
    text.println();
    ManifoldWriter.notes(result).forEach(text::println);
    text.println();
    ManifoldWords.sentences(result).forEach(text::println);
    if (out != null) {
      text.println("written to " + out + ": manifold.json, .csv, .md, .html and pictures");
    }
  }
}
