package org.cotsim.benchmarks.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;

/**
 * The accuracy of each problem, length and budget over several seeds, as CSV, JSON and text: mean
 * and interval over seeds, the least and the largest, and the interval over all inputs together.
 */
public final class SeedFigures {

  private SeedFigures() {}

  static String csv(SweepResult sweep) {
    List<Map<String, Object>> all = sweep.points().stream().map(SeedFigures::fields).toList();
    List<String> header = all.isEmpty() ? List.of() : List.copyOf(all.get(0).keySet());
    return Csv.of(header, all.stream().map(Map::values).toList());
  }

  static JsonArray json(SweepResult sweep) {
    JsonArray all = new JsonArray();
    for (SweepRow row : sweep.points()) {
      JsonObject json = new JsonObject();
      fields(row)
          .forEach(
              (key, value) ->
                  json.add(
                      key,
                      value instanceof Number number
                          ? new JsonPrimitive(number)
                          : new JsonPrimitive(value.toString())));
      all.add(json);
    }
    return all;
  }

  /** A table for people, its head first. */
  public static List<List<String>> text(SweepResult sweep) {
    boolean ways = ProblemRows.inSeveralWays(sweep);
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("problem", "budget", "n", "mean", "low", "high"));
    for (SweepRow row : sweep.points()) {
      SeedInterval over = SeedInterval.of(row.seeds());
      table.add(
          List.of(
              row.problem() + (ways && !row.by().isEmpty() ? " by " + row.by() : ""),
              row.budget(),
              String.valueOf(row.n()),
              NumberText.three(over.mean()),
              NumberText.three(over.low()),
              NumberText.three(over.high())));
    }
    return table;
  }

  private static Map<String, Object> fields(SweepRow row) {
    SeedInterval over = SeedInterval.of(row.seeds());
    Wilson pooled = Wilson.of(row);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", row.problem());
    fields.put("by", row.by());
    fields.put("class", row.languageClass());
    fields.put("n", row.n());
    fields.put("currency", row.currency().toString());
    fields.put("budget", row.budget());
    fields.put("amount", row.amount());
    fields.put("claimed", row.claimed());
    fields.put("seeds", row.seeds().size());
    fields.put("samples", row.samples());
    fields.put("accuracy", NumberText.decimal(over.mean()));
    fields.put("accuracy_low", NumberText.decimal(over.low()));
    fields.put("accuracy_high", NumberText.decimal(over.high()));
    fields.put("least", NumberText.decimal(over.least()));
    fields.put("most", NumberText.decimal(over.most()));
    fields.put("pooled_low", NumberText.decimal(pooled.low()));
    fields.put("pooled_high", NumberText.decimal(pooled.high()));
    return fields;
  }
}
