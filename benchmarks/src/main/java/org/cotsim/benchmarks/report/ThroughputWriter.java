package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.speed.Throughput;
import org.cotsim.benchmarks.experiment.speed.ThroughputResult;
import org.cotsim.benchmarks.experiment.speed.ThroughputRow;
import org.cotsim.benchmarks.experiment.speed.ThroughputRow.Times;

/** Writes tokens per second by size of batch: as JSON, CSV, Markdown and a picture. */
public final class ThroughputWriter {

  /** The columns of the table that people read. */
  public static final List<String> COLUMNS =
      List.of(
          "executor",
          "mode",
          "batch",
          "inputs",
          "tokens/s",
          "ms/step",
          "batch of 1",
          "above it",
          "floor",
          "right");

  private ThroughputWriter() {}

  /** Writes {@code NAME.json}, {@code .csv}, {@code .md} and {@code .svg} into a folder. */
  public static void write(ThroughputResult result, String command, String name, Path folder)
      throws IOException {
    AtomicFiles.write(folder.resolve(name + ".json"), Json.of(json(result, command)) + "\n");
    AtomicFiles.write(folder.resolve(name + ".csv"), csv(result));
    AtomicFiles.write(folder.resolve(name + ".svg"), chart(result));
    AtomicFiles.write(folder.resolve(name + ".md"), markdown(result, command, name));
  }

  /** The whole result, as a tree of maps. */
  public static Map<String, Object> json(ThroughputResult result, String command) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", command);
    fields.put("problem", result.problem());
    fields.put("n", result.n());
    fields.put("longest", result.longest());
    fields.put("different_inputs", result.different());
    fields.put("machine", result.machine());
    fields.put("bandwidth_bytes_per_second", orNull(result.bandwidth()));
    fields.put("right", result.allRight());
    fields.put("stopped", result.stopped());
    List<Map<String, Object>> rows = new ArrayList<>();
    result.rows().forEach(row -> rows.add(withOperations(result, row)));
    fields.put("rows", rows);
    return fields;
  }

  private static Map<String, Object> fields(ThroughputResult result, ThroughputRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("executor", row.executor());
    fields.put("backend", row.backend());
    fields.put("mode", Throughput.inWords(row.mode()));
    fields.put("batch", row.batch());
    fields.put("words", row.words());
    fields.put("tokens", row.tokens());
    fields.put("steps", row.steps() == 0 ? null : row.steps());
    fields.put("tokens_per_second", row.tokensPerSecond());
    fields.put("seconds", row.seconds());
    fields.put("cpu_seconds", row.cpuSeconds());
    fields.put("opening_seconds", row.times().map(Times::opening).orElse(null));
    fields.put("prompt_seconds", row.times().map(Times::prompt).orElse(null));
    fields.put("append_seconds", row.times().map(Times::append).orElse(null));
    fields.put("choose_seconds", row.times().map(Times::choose).orElse(null));
    fields.put("seconds_per_step", orNull(row.secondsPerStep()));
    fields.put("seconds_per_step_of_one", orNull(result.secondsOfOne(row)));
    fields.put("cache_bytes_per_step", orNull(row.cacheBytes()));
    fields.put("floor_seconds_per_step", orNull(result.floorSeconds(row)));
    fields.put("right", row.right());
    return fields;
  }

  private static Map<String, Object> withOperations(ThroughputResult result, ThroughputRow row) {
    Map<String, Object> fields = fields(result, row);
    fields.put("operations_per_step", row.operations());
    return fields;
  }

  static Object orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static String csv(ThroughputResult result) {
    List<Map<String, Object>> rows = result.rows().stream().map(r -> fields(result, r)).toList();
    return Csv.of(List.copyOf(rows.get(0).keySet()), rows.stream().map(Map::values).toList());
  }

  /** The cells of a row under {@link #COLUMNS}; times are milliseconds per step. */
  public static List<String> cells(ThroughputResult result, ThroughputRow row) {
    OptionalDouble step = row.secondsPerStep();
    OptionalDouble one = result.secondsOfOne(row);
    OptionalDouble above =
        step.isPresent() && one.isPresent()
            ? OptionalDouble.of(step.getAsDouble() - one.getAsDouble())
            : OptionalDouble.empty();
    return List.of(
        row.executor(),
        Throughput.inWords(row.mode()),
        String.valueOf(row.batch()),
        String.valueOf(row.words()),
        String.format(Locale.ROOT, "%.0f", row.tokensPerSecond()),
        milliseconds(step),
        milliseconds(one),
        milliseconds(above),
        milliseconds(result.floorSeconds(row)),
        row.right() ? "yes" : "NO");
  }

  private static String milliseconds(OptionalDouble seconds) {
    return seconds.isPresent()
        ? String.format(Locale.ROOT, "%.3f", seconds.getAsDouble() * 1e3)
        : "-";
  }

  private static String markdown(ThroughputResult result, String command, String name) {
    StringBuilder text = new StringBuilder();
    text.append("# Tokens per second by batch: ").append(Markdown.plain(result.problem()));
    text.append("\n\n").append(Markdown.code(command)).append("\n\n");
    text.append(Markdown.plain(inputs(result))).append("  \n");
    text.append(Markdown.plain(result.machine().toString())).append("\n\n");
    text.append("![tokens per second against batch](").append(name).append(".svg)\n\n");
    text.append("| ").append(String.join(" | ", COLUMNS)).append(" |\n");
    text.append("|---".repeat(COLUMNS.size())).append("|\n");
    for (ThroughputRow row : result.rows()) {
      text.append("| ").append(String.join(" | ", cells(result, row))).append(" |\n");
    }
    text.append('\n').append(legend(result)).append("\n\n");
    for (ThroughputRow row : result.rows()) {
      operations(row).forEach(line -> text.append("    ").append(line).append('\n'));
    }
    backends(result).forEach(b -> text.append("* ").append(Markdown.plain(b)).append('\n'));
    result.stopped().forEach(why -> text.append("* ").append(Markdown.plain(why)).append('\n'));
    return text.toString();
  }

  /** What was decoded, in one sentence. */
  public static String inputs(ThroughputResult result) {
    return "Chains of "
        + NumberText.counted(result.longest(), "token")
        + " for "
        + NumberText.counted(result.different(), "different input")
        + " of length "
        + result.n()
        + "; larger batches repeat them.";
  }

  /** What the columns of times mean. */
  public static String legend(ThroughputResult result) {
    return "Decoding counts the time of the chains, one pass that of prompts and chains. Of a step's"
        + " milliseconds, those of a batch of 1 are what a step costs however small it is"
        + (result.bandwidth().isPresent()
            ? "; the floor is reading keys once, at "
                + NumberText.decimal(result.bandwidth().getAsDouble() * 1e-9)
                + " GB/s."
            : ".");
  }

  /** Where the time of a step went, a line for each of the operations; none if nobody measured. */
  public static List<String> operations(ThroughputRow row) {
    if (row.operations().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%-20s %8s %10s   (%s, batch of %d; a run of its own, summed over threads)",
            "operation",
            "per step",
            "us/step",
            row.executor(),
            row.batch()));
    row.operations()
        .forEach(
            one ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "%-20s %8.1f %10.1f",
                        one.name(),
                        one.calls(),
                        one.seconds() * 1e6)));
    return lines;
  }

  /** What really ran, one line per executor. */
  public static List<String> backends(ThroughputResult result) {
    return result.rows().stream().map(r -> r.executor() + ": " + r.backend()).distinct().toList();
  }

  private static String chart(ThroughputResult result) {
    Map<String, List<LogLogChart.Point>> lines =
        result.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.executor() + ", " + Throughput.inWords(row.mode()),
                    LinkedHashMap::new,
                    Collectors.mapping(ThroughputWriter::point, Collectors.toList())));
    return new LogLogChart(
            "Tokens per second by batch: " + result.problem(),
            "Intermediate tokens per second against sequences side by side, both axes"
                + " logarithmic.",
            "sequences side by side",
            Axis::shortCount,
            result.machine().toString(),
            lines.entrySet().stream()
                .map(line -> new LogLogChart.Series(line.getKey(), line.getValue()))
                .toList())
        .draw();
  }

  private static LogLogChart.Point point(ThroughputRow row) {
    return new LogLogChart.Point(row.batch(), Math.max(1, row.tokensPerSecond()));
  }
}
