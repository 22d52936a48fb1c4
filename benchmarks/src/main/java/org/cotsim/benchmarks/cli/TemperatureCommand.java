package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.cotsim.benchmarks.experiment.NumberList;
import org.cotsim.benchmarks.experiment.precision.Temperature;
import org.cotsim.benchmarks.experiment.precision.TemperaturePoint;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.TemperatureCsv;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how sharp softmax attention must be to stand in for saturated attention. */
@Command(
    name = "temperature",
    description = {
      "Finds, for each length, the smallest inverse temperature with which softmax attention makes"
          + " no wrong token, beside one that is certified.",
      "For regular languages, in binary64."
    },
    mixinStandardHelpOptions = true)
final class TemperatureCommand implements Callable<Integer> {

  private static final int LONGEST = 1 << 16;

  @Spec private CommandSpec spec;
  @Mixin private ProblemOptions problemOptions;
  @Mixin private VariantOptions variant;
  @Mixin private FormatOption format;

  @Option(
      names = "--lengths",
      paramLabel = "N,...",
      description =
          "Input lengths: 16,64, or 16..64/8 in steps of 8, or 4..256*2, each twice the one before"
              + " (default: ${DEFAULT-VALUE}).",
      defaultValue = "4..256*2")
  private String lengthList;

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
      description = "Write temperature.csv to this folder; it is complete after every length.")
  private Path out;

  private List<Integer> lengths;

  @Override
  public Integer call() throws InputException, ExperimentException, IOException {
    lengths = NumberList.lengths("--lengths", lengthList);
    for (int length : lengths) {
      if (length < 1 || length > LONGEST) {
        throw new ExperimentException("--lengths " + length + ": expected 1 to " + LONGEST);
      }
    }
    ProblemListOptions.requireSamples(samples);
    if (out != null) {
      AtomicFiles.requireWritable(out);
    }
    List<TemperaturePoint> points = measure();
    format.print(spec.commandLine().getOut(), json(points), text -> print(text, points));
    return Cot.DONE;
  }

  private List<TemperaturePoint> measure() throws InputException, ExperimentException, IOException {
    Temperature<?> search =
        new Temperature<>(
            problemOptions.find(),
            variant.toConstructionOptions(),
            Collections.max(lengths),
            samples,
            seed);
    List<TemperaturePoint> points = new ArrayList<>();
    try (ProgressLine progress =
        ProgressLine.open("temperature", OptionalLong.of(lengths.size()))) {
      for (int length : lengths) {
        progress.now("n = " + length);
        points.add(search.point(length));
        if (out != null) {
          AtomicFiles.write(out.resolve(TemperatureCsv.FILE), TemperatureCsv.of(points));
        }
        progress.done(1);
      }
    }
    return points;
  }

  private Map<String, Object> json(List<TemperaturePoint> points) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", CommandText.of(spec));
    fields.put("built", variant.inWords(false));
    Temperature.slope(points)
        .ifPresentOrElse(slope -> fields.put("slope", slope), () -> fields.put("slope", null));
    List<Map<String, Object>> list = new ArrayList<>();
    for (TemperaturePoint point : points) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("length", point.length());
      one.put("smallest_beta", point.smallest());
      one.put("certified_beta", point.bound());
      list.add(one);
    }
    fields.put("points", list);
    return fields;
  }

  private void print(PrintWriter text, List<TemperaturePoint> points) {
    text.println("problem   " + problemOptions.text() + ", " + variant.inWords(false));
    text.println();
    text.printf("%8s %16s %16s%n", "length", "smallest beta", "certified beta");
    for (TemperaturePoint point : points) {
      text.printf(
          Locale.ROOT, "%8d %16.4g %16.4g%n", point.length(), point.smallest(), point.bound());
    }
    text.println();
    Temperature.slope(points)
        .ifPresent(
            slope -> text.printf(Locale.ROOT, "The smallest beta grows like n^%.2f.%n", slope));
  }
}
