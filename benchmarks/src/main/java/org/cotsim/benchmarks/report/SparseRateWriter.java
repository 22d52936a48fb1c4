package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotsim.benchmarks.experiment.sparserate.SparseRateResult;

/** Writes what a white-box transformer did into a folder; each file is replaced whole. */
public final class SparseRateWriter {
  static final String LAYERS_CHART = "sparse-rate.svg";
  static final String STEPS_CHART = "sparse-rate-steps.svg";

  private SparseRateWriter() {}

  /**
   * Writes JSON, two tables, two pictures and a report.
   *
   * @throws IOException with a sentence for the user, as {@link AtomicFiles#write} gives it
   */
  public static void write(SparseRateResult result, String command, long seed, Path folder)
      throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("sparse-rate.json", Json.of(SparseRateJson.of(result, command, seed)) + "\n");
    files.put("sparse-rate.csv", SparseRateCsv.layers(result));
    files.put("sparse-rate-steps.csv", SparseRateCsv.steps(result));
    files.put(LAYERS_CHART, SparseRateCharts.layers(result));
    files.put(STEPS_CHART, SparseRateCharts.steps(result));
    files.put("sparse-rate.md", SparseRateMarkdown.of(result, command, seed));
    AtomicFiles.writeAll(folder, files);
  }
}
