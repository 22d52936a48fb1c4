package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.cotsim.benchmarks.experiment.speed.BuildComparison;
import org.cotsim.benchmarks.experiment.speed.BuildComparison.Row;
import org.cotsim.benchmarks.experiment.speed.BuildComparison.Side;
import org.cotsim.benchmarks.experiment.speed.BuildRun;

/** Writes two builds side by side: as JSON, CSV and Markdown. */
public final class BuildComparisonWriter {

  private static final String NAME = "builds";

  /** The columns of the table that people read. */
  public static final List<String> COLUMNS =
      List.of(
          "measured",
          "old tokens/s",
          "new tokens/s",
          "ratio",
          "old B/token",
          "new B/token",
          "CPUs busy",
          "right");

  private BuildComparisonWriter() {}

  /** Writes {@code builds.json}, {@code .csv} (every run) and {@code .md} into a folder. */
  public static void write(BuildComparison comparison, Path folder) throws IOException {
    AtomicFiles.write(folder.resolve(NAME + ".json"), Json.of(json(comparison)) + "\n");
    AtomicFiles.write(folder.resolve(NAME + ".csv"), csv(comparison));
    AtomicFiles.write(folder.resolve(NAME + ".md"), markdown(comparison));
  }

  /** The whole comparison, as a tree of maps. */
  public static Map<String, Object> json(BuildComparison comparison) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("machine", comparison.machine());
    fields.put("runs", comparison.runs());
    fields.put("load_allowed", comparison.allowLoad());
    fields.put("holds", comparison.holds());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : comparison.rows()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("measurement", row.measurement());
      one.put("ratio", ThroughputWriter.orNull(row.ratio()));
      one.put("old", side(row.old()));
      one.put("new", side(row.own()));
      rows.add(one);
    }
    fields.put("rows", rows);
    return fields;
  }

  private static Map<String, Object> side(Side side) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tokens_per_second", ThroughputWriter.orNull(side.speed()));
    fields.put("seconds", ThroughputWriter.orNull(side.seconds()));
    fields.put("processors", ThroughputWriter.orNull(side.processors()));
    fields.put("bytes_per_token", ThroughputWriter.orNull(side.bytesPerToken()));
    fields.put("right", side.right());
    fields.put("refused", side.refusal().orElse(null));
    fields.put("runs", side.runs().stream().map(BuildComparisonWriter::run).toList());
    return fields;
  }

  private static Map<String, Object> run(BuildRun run) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("tokens", run.tokens());
    fields.put("seconds", run.seconds());
    fields.put("cpu_seconds", ThroughputWriter.orNull(run.cpuSeconds()));
    fields.put("bytes_per_token", ThroughputWriter.orNull(run.bytesPerToken()));
    fields.put("right", run.right());
    fields.put("refused", run.refusal().orElse(null));
    return fields;
  }

  private static String csv(BuildComparison comparison) {
    List<String> header = new ArrayList<>(List.of("measurement", "build", "run"));
    header.addAll(
        List.of("tokens", "seconds", "cpu_seconds", "bytes_per_token", "right", "refused"));
    List<List<Object>> lines = new ArrayList<>();
    for (Row row : comparison.rows()) {
      lines.addAll(lines(row.measurement(), "old", row.old()));
      lines.addAll(lines(row.measurement(), "new", row.own()));
    }
    return Csv.of(header, lines);
  }

  private static List<List<Object>> lines(String measurement, String build, Side side) {
    List<List<Object>> lines = new ArrayList<>();
    for (int i = 0; i < side.runs().size(); i++) {
      List<Object> line = new ArrayList<>(List.of(measurement, build, i + 1));
      line.addAll(run(side.runs().get(i)).values());
      lines.add(line);
    }
    return lines;
  }

  /** The cells of a row under {@link #COLUMNS}. */
  public static List<String> cells(Row row) {
    return List.of(
        row.measurement(),
        figure(row.old().speed(), "%.0f"),
        figure(row.own().speed(), "%.0f"),
        figure(row.ratio(), "%.2f"),
        figure(row.old().bytesPerToken(), "%.1f"),
        figure(row.own().bytesPerToken(), "%.1f"),
        figure(row.old().processors(), "%.2f") + ", " + figure(row.own().processors(), "%.2f"),
        row.old().right() && row.own().right() ? "yes" : "NO");
  }

  private static String figure(OptionalDouble number, String format) {
    return number.isPresent() ? String.format(Locale.ROOT, format, number.getAsDouble()) : "-";
  }

  /** Why figures are missing, one sentence each. */
  public static List<String> refusals(BuildComparison comparison) {
    List<String> sentences = new ArrayList<>();
    for (Row row : comparison.rows()) {
      row.old().refusal().ifPresent(why -> sentences.add(row.measurement() + ": old: " + why));
      row.own().refusal().ifPresent(why -> sentences.add(row.measurement() + ": new: " + why));
    }
    return sentences;
  }

  /** What the columns mean, in a sentence or two. */
  public static String legend(BuildComparison comparison) {
    return "Medians of %d processes of each build, in turn; each reports one run, or the median of as many as --runs says, as the first ones are of code that is still being compiled. "
            .formatted(comparison.runs())
        + "Tokens per second are of the decoding thread's processor time in bench, and of"
        + " wall-clock time, with as many threads as there are, in throughput; CPUs busy is"
        + " processor time by wall-clock time, old and new.";
  }

  private static String markdown(BuildComparison comparison) {
    StringBuilder text = new StringBuilder("# Two builds\n\n");
    text.append(Markdown.plain(comparison.machine().toString())).append("\n\n");
    List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
    comparison.rows().forEach(row -> rows.add(cells(row)));
    text.append(Markdown.table(Markdown.plain(rows))).append(legend(comparison)).append('\n');
    for (String sentence : refusals(comparison)) {
      text.append("* ").append(Markdown.plain(sentence)).append('\n');
    }
    return text.toString();
  }
}
