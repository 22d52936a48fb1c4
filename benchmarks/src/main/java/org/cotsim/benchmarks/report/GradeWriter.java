package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cotsim.benchmarks.experiment.grade.GradeResult;

/** Writes grades into a folder; each file is replaced whole. */
public final class GradeWriter {

  /** The rows. */
  public static final String CSV = "grades.csv";

  /** All that was found. */
  public static final String JSON = "grades.json";

  /** The picture. */
  public static final String CHART = "grades.svg";

  /** What a person reads. */
  public static final String REPORT = "grades.md";

  private GradeWriter() {}

  /**
   * Writes the four files, creating the folder if it is missing.
   *
   * @throws IOException with a sentence for the user, as {@link AtomicFiles#write} gives it
   */
  public static void write(GradeResult grades, Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(CSV, GradeFields.csv(grades));
    files.put(JSON, Json.of(GradeFields.json(grades)) + "\n");
    files.put(CHART, GradeChart.of(grades));
    files.put(REPORT, GradeMarkdown.of(grades));
    AtomicFiles.writeAll(folder, files);
  }
}
