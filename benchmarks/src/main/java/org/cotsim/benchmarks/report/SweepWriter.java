package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.problem.Recipe;

/**
 * Writes a sweep, finished or not, into a folder: {@value #CSV}, {@value #JSON}, {@value #CHART}
 * and {@value #REPORT}.
 *
 * <p>With several seeds there is {@value #SEEDS} too, with a decoder that was made elsewhere
 * {@value #LENGTHS}. All are made before the first is written, and each replaces its older version
 * whole. The report comes last because it shows the chart. The same rows give the same bytes on
 * every machine.
 */
public final class SweepWriter {
  /** The rows as a table. */
  public static final String CSV = "results.csv";

  /** The rows and what they were asked with. */
  public static final String JSON = "results.json";

  /** The picture. */
  public static final String CHART = "accuracy.svg";

  /** What a person reads. */
  public static final String REPORT = "report.md";

  /** The figures over seeds, where there are several. */
  public static final String SEEDS = "seeds.csv";

  /** Accuracy against the length, where a decoder was made elsewhere. */
  public static final String LENGTHS = "lengths.svg";

  static final List<String> FILES = List.of(CSV, JSON, CHART, REPORT, SEEDS, LENGTHS);

  private SweepWriter() {}

  /**
   * Writes the files, creating the folder if it is missing.
   *
   * @throws IOException with a sentence for the user, as {@link AtomicFiles#write} gives it
   */
  public static void write(SweepResult sweep, Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(CSV, SweepCsv.of(sweep));
    files.put(JSON, SweepJson.of(sweep));
    if (sweep.hasSeveralSeeds()) {
      files.put(SEEDS, SeedFigures.csv(sweep));
    }
    files.put(CHART, AccuracyChart.of(sweep));
    if (hasLengths(sweep)) {
      files.put(LENGTHS, LengthChart.of(sweep));
    }
    files.put(REPORT, SweepMarkdown.of(sweep));
    AtomicFiles.writeAll(folder, files);
    if (!sweep.hasSeveralSeeds()) {
      Files.deleteIfExists(folder.resolve(SEEDS)); // that of what is replaced
    }
    if (!hasLengths(sweep)) {
      Files.deleteIfExists(folder.resolve(LENGTHS));
    }
  }

  /** Whether there is a picture of {@value #LENGTHS}. */
  public static boolean hasLengths(SweepResult sweep) {
    return sweep.points().stream().anyMatch(row -> Recipe.isFromElsewhere(row.by()));
  }
}
