package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.tokennorm.DecoderFigures;
import org.cotsim.benchmarks.experiment.tokennorm.EmbeddingFigures;
import org.cotsim.benchmarks.experiment.tokennorm.Statistics;
import org.cotsim.benchmarks.experiment.tokennorm.TokenNormResult;

/** Writes what a norm of its own buys a special token; each file is replaced whole. */
public final class TokenNormWriter {

  private static final String CHART = "token-norm.svg";

  private TokenNormWriter() {}

  /** Writes {@code token-norm.json}, two tables, a picture and a report. */
  public static void write(TokenNormResult result, String command, Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("token-norm.json", Json.of(json(result, command)) + "\n");
    files.put("token-norm.csv", csv(result));
    files.put("token-norm-images.csv", imagesCsv(result));
    files.put(CHART, chart(result));
    files.put("token-norm.md", markdown(result, command));
    AtomicFiles.writeAll(folder, files);
  }

  /** The whole result, as a tree of maps. */
  public static Map<String, Object> json(TokenNormResult result, String command) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", command);
    fields.put("seed", result.request().seed());
    fields.put("length", result.request().length());
    fields.put("data", result.data());
    fields.put("width", result.request().width());
    fields.put("patches", result.request().patches());
    fields.put("decoders", result.decoders().stream().map(TokenNormWriter::fields).toList());
    fields.put("embeddings", result.embeddings().stream().map(TokenNormWriter::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(DecoderFigures one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", one.problem());
    fields.put("apart", one.apart());
    fields.put("layers", one.layers());
    fields.put("projections", one.projections());
    fields.put("projection_weights", one.normWeights());
    fields.put("weights", one.weights());
    fields.put("gap", one.gap());
    fields.put("noise", one.noise());
    fields.put("head_gap", one.headGap());
    fields.put("score_gap", one.scoreGap());
    fields.put("largest_difference", one.difference());
    fields.put("right", one.right());
    fields.put("inputs", one.inputs());
    return fields;
  }

  private static Map<String, Object> fields(EmbeddingFigures one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("statistics", one.statistics().word());
    fields.put("strength", one.strength());
    fields.put("uniformity", one.uniformity());
    fields.put("alignment", one.alignment());
    fields.put("right", one.right());
    fields.put("images", one.images());
    return fields;
  }

  private static String csv(TokenNormResult result) {
    List<Map<String, Object>> rows =
        result.decoders().stream().map(TokenNormWriter::fields).toList();
    return Csv.of(
        List.copyOf(rows.get(0).keySet()), rows.stream().map(row -> row.values()).toList());
  }

  private static String imagesCsv(TokenNormResult result) {
    List<Map<String, Object>> rows =
        result.embeddings().stream().map(TokenNormWriter::fields).toList();
    return Csv.of(
        List.copyOf(rows.get(0).keySet()), rows.stream().map(row -> row.values()).toList());
  }

  /** Uniformity by strength, a line for each kind of statistics. */
  public static String chart(TokenNormResult result) {
    return new LineChart(
            "Uniformity of a special token over images",
            TokenNormText.embeddings(result).get(0),
            "length of its own embedding, in units of what it sees",
            "uniformity, lower is more uniform",
            result.data(),
            Arrays.stream(Statistics.values()).map(one -> line(result, one)).toList())
        .draw();
  }

  private static LineChart.Series line(TokenNormResult result, Statistics statistics) {
    return new LineChart.Series(
        statistics.word(),
        result.of(statistics).stream()
            .map(one -> new LineChart.Point(one.strength(), one.uniformity()))
            .toList());
  }

  private static String markdown(TokenNormResult result, String command) {
    StringBuilder text = new StringBuilder("# A norm of its own for a special token\n\n");
    text.append(TokenNormText.CLAIM).append("\n\n");
    TokenNormText.measured(result)
        .forEach(sentence -> text.append("* ").append(Markdown.plain(sentence)).append('\n'));
    text.append("\nThe command that gives these figures:\n\n").append(Markdown.code(command));
    text.append("\n\n## Decoders\n\n").append(Markdown.table(TokenNormText.decoderTable(result)));
    text.append("## Images\n\n![Uniformity by the length of the special token's embedding](");
    text.append(CHART).append(")\n\n").append(Markdown.table(TokenNormText.embeddingTable(result)));
    for (Statistics one : Statistics.values()) {
      text.append("* ").append(one.word()).append(": ").append(one.inWords()).append('\n');
    }
    return text.append('\n')
        .append(TokenNormText.NOT_SHOWN)
        .append("\n\nSource: ")
        .append(TokenNormText.SOURCE)
        .append(".\n")
        .toString();
  }
}
