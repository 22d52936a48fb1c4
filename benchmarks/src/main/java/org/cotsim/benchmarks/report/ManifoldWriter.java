package org.cotsim.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.manifold.ManifoldPoint;
import org.cotsim.benchmarks.experiment.manifold.ManifoldResult;
import org.cotsim.benchmarks.experiment.manifold.ManifoldSlope;
import org.cotsim.benchmarks.experiment.manifold.Setting;

/** Writes the approximation on manifolds: as JSON, CSV, Markdown and pictures. */
public final class ManifoldWriter {

  /** The columns of the table of exponents that people read. */
  public static final List<String> COLUMNS =
      List.of(
          "law", "manifold", "d", "D", "beta", "measured", "+-", "predicted", "ratio", "spacing");

  private ManifoldWriter() {}

  /** Writes {@code manifold.json}, {@code .csv} and {@code .md}, and a picture for each law. */
  public static void write(ManifoldResult result, Path folder) throws IOException {
    AtomicFiles.write(folder.resolve("manifold.json"), Json.of(json(result)) + "\n");
    AtomicFiles.write(folder.resolve("manifold.csv"), csv(result));
    for (Setting.Law law : ManifoldChart.laws(result)) {
      AtomicFiles.write(folder.resolve(ManifoldChart.file(law)), ManifoldChart.of(result, law));
    }
    AtomicFiles.write(folder.resolve("manifold.md"), markdown(result));
  }

  /** The whole result, as a tree of maps. */
  public static Map<String, Object> json(ManifoldResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", result.command());
    fields.put("seed", result.request().seed());
    fields.put("repetitions", result.request().repetitions());
    fields.put("tests", result.request().tests());
    fields.put("sharpness", result.request().sharpness());
    fields.put("noise", result.request().noise());
    fields.put("points", result.points().stream().map(ManifoldWriter::fields).toList());
    fields.put("slopes", result.slopes().stream().map(ManifoldWriter::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(Setting setting) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("law", ManifoldChart.inWords(setting.law()));
    fields.put("manifold", setting.manifold().name());
    fields.put("d", setting.manifold().dimension());
    fields.put("ambient", setting.ambient());
    fields.put("beta", setting.smoothness());
    return fields;
  }

  private static Map<String, Object> fields(ManifoldPoint point) {
    Map<String, Object> fields = fields(point.setting());
    fields.put("anchors", point.anchors());
    fields.put("samples", point.samples() == 0 ? null : point.samples());
    fields.put("layers", point.layers());
    fields.put("weights", point.weights());
    fields.put("squared_error", point.squaredError());
    fields.put("squared_spacing", point.squaredSpacing());
    return fields;
  }

  private static Map<String, Object> fields(ManifoldSlope slope) {
    Map<String, Object> fields = fields(slope.setting());
    fields.put("measured", slope.measured());
    fields.put("standard_error", slope.uncertainty());
    fields.put("predicted", slope.predicted());
    fields.put("ratio", slope.ratio());
    fields.put("within", slope.within());
    fields.put("measured_again", slope.again().isPresent() ? slope.again().getAsDouble() : null);
    fields.put("from_spacing", spacingMatters(slope) ? slope.spacing() : null);
    return fields;
  }

  /** With samples the spacing is only one of the two things that fall. */
  private static boolean spacingMatters(ManifoldSlope slope) {
    return slope.setting().law() == Setting.Law.SIZE;
  }

  private static String csv(ManifoldResult result) {
    List<Map<String, Object>> rows = result.points().stream().map(ManifoldWriter::fields).toList();
    return Csv.of(List.copyOf(rows.get(0).keySet()), rows.stream().map(Map::values).toList());
  }

  /** The cells of a slope under {@link #COLUMNS}; a ratio outside 15 % has a star. */
  public static List<String> cells(ManifoldSlope slope) {
    Setting setting = slope.setting();
    return List.of(
        ManifoldChart.inWords(setting.law()),
        setting.manifold().name(),
        String.valueOf(setting.manifold().dimension()),
        String.valueOf(setting.ambient()),
        NumberText.decimal(setting.smoothness()).toPlainString(),
        NumberText.three(slope.measured()),
        Double.isNaN(slope.uncertainty()) ? "-" : NumberText.three(slope.uncertainty()),
        NumberText.three(slope.predicted()),
        NumberText.three(slope.ratio()) + (slope.within() ? "" : " *"),
        spacingMatters(slope) ? NumberText.three(slope.spacing()) : "-");
  }

  private static String markdown(ManifoldResult result) {
    StringBuilder text = new StringBuilder("# Approximation on manifolds\n\n");
    ManifoldWords.sentences(result).forEach(s -> text.append(Markdown.plain(s)).append('\n'));
    text.append("\nThe command that gives these figures, with seed ");
    text.append(result.request().seed()).append(":\n\n").append(Markdown.code(result.command()));
    for (Setting.Law law : ManifoldChart.laws(result)) {
      text.append("\n\n![squared error by ").append(ManifoldChart.inWords(law)).append("](");
      text.append(ManifoldChart.file(law)).append(")");
    }
    text.append("\n\n").append(table(result)).append('\n');
    notes(result).forEach(note -> text.append("* ").append(Markdown.plain(note)).append('\n'));
    return text.append('\n').append(Markdown.plain(ManifoldWords.LIMITS)).append('\n').toString();
  }

  private static String table(ManifoldResult result) {
    List<List<String>> rows = new ArrayList<>();
    result.slopes().forEach(slope -> rows.add(cells(slope)));
    StringBuilder text = new StringBuilder("| ");
    text.append(String.join(" | ", COLUMNS)).append(" |\n").append("|---".repeat(COLUMNS.size()));
    text.append("|\n");
    for (List<String> row : rows) {
      text.append("| ").append(String.join(" | ", row).replace("*", "\\*")).append(" |\n");
    }
    return text.toString();
  }

  /** What the columns mean, and each exponent that lies outside 15 % of the prediction. */
  public static List<String> notes(ManifoldResult result) {
    List<String> notes = new ArrayList<>();
    notes.add(ManifoldWords.LEGEND);
    result.slopes().stream()
        .filter(slope -> !slope.within())
        .forEach(slope -> notes.add(ManifoldWords.deviation(slope)));
    return notes;
  }
}
