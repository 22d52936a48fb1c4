package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotsim.benchmarks.experiment.precision.PrecisionComparison;
import org.cotsim.benchmarks.experiment.precision.PrecisionResult;

/** Writes a precision law, finished or not, into a folder; each file is replaced whole. */
public final class PrecisionWriter {
  /** The points as a table. */
  public static final String CSV = "precision.csv";

  /** The points and what they were asked with. */
  public static final String JSON = "precision.json";

  /** The picture. */
  public static final String CHART = "precision.svg";

  /** What a person reads. */
  public static final String REPORT = "precision.md";

  private PrecisionWriter() {}

  /**
   * Writes the four files, creating the folder if it is missing.
   *
   * @throws IOException with a sentence for the user, as {@link AtomicFiles#write} gives it
   */
  public static void write(PrecisionResult result, Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(CSV, PrecisionCsv.of(result));
    files.put(JSON, Json.of(PrecisionJson.of(result)) + "\n");
    files.put(CHART, PrecisionChart.of(result));
    files.put(REPORT, PrecisionMarkdown.of(result));
    AtomicFiles.writeAll(folder, files);
  }

  /** Writes the same files about several laws. */
  public static void write(PrecisionComparison comparison, Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(CSV, PrecisionCsv.of(comparison));
    files.put(JSON, Json.of(PrecisionJson.of(comparison)) + "\n");
    files.put(CHART, PrecisionLawsChart.of(comparison));
    files.put(REPORT, PrecisionLawsMarkdown.of(comparison));
    AtomicFiles.writeAll(folder, files);
  }
}
