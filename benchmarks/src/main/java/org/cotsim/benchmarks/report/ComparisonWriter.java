package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.speed.SpeedComparison;
import org.cotsim.benchmarks.experiment.speed.SpeedComparisonRow;

/** Writes a comparison of executors: as JSON, CSV, Markdown and a {@link TimeChart}. */
public final class ComparisonWriter {

  private ComparisonWriter() {}

  /** Writes {@code NAME.json}, {@code .csv}, {@code .md} and {@code .svg} into a folder. */
  public static void write(SpeedComparison comparison, String name, Path folder)
      throws IOException {
    AtomicFiles.write(folder.resolve(name + ".json"), Json.of(json(comparison)) + "\n");
    AtomicFiles.write(folder.resolve(name + ".csv"), csv(comparison));
    AtomicFiles.write(folder.resolve(name + ".svg"), TimeChart.of(comparison));
    AtomicFiles.write(folder.resolve(name + ".md"), markdown(comparison, name));
  }

  /** The whole comparison, as a tree of maps. */
  public static Map<String, Object> json(SpeedComparison comparison) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", comparison.problem());
    fields.put("machine", comparison.machine());
    fields.put("right", comparison.allRight());
    Map<String, Object> slopes = new LinkedHashMap<>();
    comparison.executors().forEach(e -> slopes.put(e, comparison.slope(e).orElse(null)));
    fields.put("slopes", slopes);
    fields.put("stopped", comparison.stopped());
    List<Map<String, Object>> rows = new ArrayList<>();
    comparison.rows().forEach(row -> rows.add(fields(comparison, row)));
    fields.put("rows", rows);
    return fields;
  }

  private static Map<String, Object> fields(SpeedComparison comparison, SpeedComparisonRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    OptionalLong held = row.result().heldBytes();
    fields.put("executor", row.executor());
    fields.put("backend", row.backend());
    fields.put("length", row.length());
    fields.put("n", row.result().n());
    fields.put("prompt_tokens", row.result().promptTokens());
    fields.put("tokens", row.result().tokens());
    fields.put("prompt_seconds", row.result().promptSeconds());
    fields.put("seconds", row.result().seconds());
    fields.put("cpu_seconds", row.result().cpuSeconds());
    fields.put("tokens_per_second", comparison.tokensPerSecond(row).orElse(null));
    fields.put("times_slower_than_first", comparison.ratio(row).orElse(null));
    fields.put("held_bytes", held.isPresent() ? held.getAsLong() : null);
    fields.put("right", row.result().right());
    fields.put("refused", comparison.refusal(row).orElse(null));
    return fields;
  }

  private static String csv(SpeedComparison comparison) {
    List<Map<String, Object>> rows =
        comparison.rows().stream().map(row -> fields(comparison, row)).toList();
    return Csv.of(List.copyOf(rows.get(0).keySet()), rows.stream().map(Map::values).toList());
  }

  private static String markdown(SpeedComparison comparison, String name) {
    StringBuilder text = new StringBuilder();
    text.append("# Time against the length of the chain: ")
        .append(Markdown.plain(comparison.problem()));
    text.append("\n\n").append(Markdown.plain(comparison.machine().toString())).append("\n\n");
    text.append("![time against length](").append(name).append(".svg)\n\n");
    text.append(
        "| executor | length | tokens/s | CPU time | times slower | bytes held | right |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (SpeedComparisonRow row : comparison.rows()) {
      OptionalLong held = row.result().heldBytes();
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %s | %s | %s | %s | %s |\n",
              row.executor(),
              row.result().tokens(),
              speed(comparison, row, "not measured"),
              cpuShare(row),
              comparison.ratio(row).map(NumberText::three).orElse(""),
              held.isPresent() ? held.getAsLong() : "",
              row.result().right() ? "yes" : "NO"));
    }
    text.append('\n');
    for (String executor : comparison.executors()) {
      comparison
          .slope(executor)
          .ifPresent(s -> text.append("* ").append(slope(executor, s)).append('\n'));
    }
    comparison.stopped().forEach((e, why) -> text.append("* " + e + " " + why + "\n"));
    for (SpeedComparisonRow row : comparison.rows()) {
      comparison
          .refusal(row)
          .ifPresent(
              why -> text.append("* " + row.executor() + ", " + row.length() + ": " + why + "\n"));
    }
    return text.toString();
  }

  /** Tokens per second, or the word where that figure is refused. */
  public static String speed(SpeedComparison comparison, SpeedComparisonRow row, String refused) {
    return comparison
        .tokensPerSecond(row)
        .map(speed -> String.format(Locale.ROOT, "%.0f", speed))
        .orElse(refused);
  }

  /** Processor time of the decoding thread in per cent of the time on the wall. */
  public static String cpuShare(SpeedComparisonRow row) {
    return String.format(
        Locale.ROOT, "%.0f %%", 100 * row.result().cpuSeconds() / row.result().seconds());
  }

  /** What the slope of an executor says, in one sentence. */
  public static String slope(String executor, double slope) {
    return String.format(
        Locale.ROOT,
        "%s: time grows as the length to the power %.2f over its three longest lengths",
        executor,
        slope);
  }
}
