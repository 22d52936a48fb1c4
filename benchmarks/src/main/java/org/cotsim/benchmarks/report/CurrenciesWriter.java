package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;

/** Writes an exchange table into a folder; each file is replaced whole. */
public final class CurrenciesWriter {
  /** The rows. */
  public static final String CSV = "currencies.csv";

  /** The rows and what they were asked with. */
  public static final String JSON = "currencies.json";

  /** The picture. */
  public static final String CHART = "currencies.svg";

  /** What a person reads. */
  public static final String REPORT = "currencies.md";

  private CurrenciesWriter() {}

  /**
   * Writes the four files, creating the folder if it is missing.
   *
   * @throws IOException with a sentence for the user, as {@link AtomicFiles#write} gives it
   */
  public static void write(CurrencyTable table, Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(CSV, CurrencyFields.csv(table));
    files.put(JSON, Json.of(CurrencyFields.json(table)) + "\n");
    files.put(CHART, CurrenciesChart.of(table));
    files.put(REPORT, CurrenciesMarkdown.of(table));
    AtomicFiles.writeAll(folder, files);
  }
}
