package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotsim.benchmarks.experiment.divergence.DivergenceResult;

/** Writes where two sides part into a folder; each file is replaced whole. */
public final class DivergenceWriter {

  private DivergenceWriter() {}

  /**
   * Writes divergence.csv, divergence.json and divergence.md.
   *
   * @throws IOException with a sentence for the user, as {@link AtomicFiles#write} gives it
   */
  public static void write(DivergenceResult result, Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("divergence.csv", DivergenceFields.csv(result));
    files.put("divergence.json", Json.of(DivergenceFields.of(result)) + "\n");
    files.put("divergence.md", DivergenceText.markdown(result));
    AtomicFiles.writeAll(folder, files);
  }
}
