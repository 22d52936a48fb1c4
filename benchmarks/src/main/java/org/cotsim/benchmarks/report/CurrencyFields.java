package org.cotsim.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.currencies.CurrencyRow;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;

/** An exchange table as fields with names, for files and for people. */
public final class CurrencyFields {

  private static final int NANOSECONDS = 9;
  private static final int MICROSECONDS = 6;

  private CurrencyFields() {}

  /** The fields of a row, always in the same order. */
  private static Map<String, Object> row(CurrencyRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", row.problem());
    fields.put("by", row.by());
    fields.put("n", row.n());
    fields.put("steps", row.steps());
    fields.put("loops", row.loops());
    fields.put("padding", row.padding());
    fields.put("thoughts", row.thoughts());
    fields.put("context", row.context());
    fields.put("layers", row.layers());
    fields.put("width", row.width());
    fields.put("nonzeros", row.nonZeros());
    fields.put("right", row.right());
    fields.put("wrong", row.wrong());
    fields.put("operations", row.operations());
    fields.put("seconds", seconds(row, NANOSECONDS));
    return fields;
  }

  private static BigDecimal seconds(CurrencyRow row, int decimals) {
    return new BigDecimal(row.seconds()).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /** The whole table as nested fields, for JSON. */
  public static Map<String, Object> json(CurrencyTable table) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", table.command());
    fields.put("executor", table.executor());
    fields.put("backend", table.backend());
    fields.put("seed", table.seed());
    fields.put("samples", table.samples());
    fields.put("rows", table.rows().stream().map(CurrencyFields::row).toList());
    fields.put("left_out", table.leftOut().stream().map(CurrencyFields::leftOut).toList());
    fields.put("disagreements", table.disagreements());
    return fields;
  }

  private static Map<String, Object> leftOut(CurrencyTable.LeftOut out) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", out.problem());
    fields.put("by", out.by());
    fields.put("n", out.n().isPresent() ? out.n().getAsInt() : null);
    fields.put("reason", out.reason());
    return fields;
  }

  static String csv(CurrencyTable table) {
    List<Map<String, Object>> rows = table.rows().stream().map(CurrencyFields::row).toList();
    return Csv.of(List.copyOf(rows.get(0).keySet()), rows.stream().map(Map::values).toList());
  }

  /** The columns that a person reads, the header first; a problem of one way is built by "-". */
  public static List<List<String>> text(CurrencyTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (CurrencyRow one : table.rows()) {
      Map<String, Object> fields = row(one);
      if (one.by().isEmpty()) {
        fields.put("by", "-");
      }
      fields.computeIfPresent("seconds", (key, exact) -> seconds(one, MICROSECONDS));
      if (rows.isEmpty()) {
        rows.add(List.copyOf(fields.keySet()));
      }
      rows.add(fields.values().stream().map(CurrencyFields::plain).toList());
    }
    return rows;
  }

  private static String plain(Object field) {
    return field instanceof BigDecimal number ? number.toPlainString() : String.valueOf(field);
  }

  /** What is said of the whole table, in a sentence or a few. */
  public static String headline(CurrencyTable table) {
    int wrong = table.rows().stream().mapToInt(CurrencyRow::wrong).sum();
    String answers =
        wrong == 0
            ? "Every answer agrees with the oracle"
            : NumberText.counted(wrong, "answer") + " DID NOT AGREE WITH THE ORACLE";
    return table.disagreements().isEmpty()
        ? answers + (wrong == 0 ? " and took" : "; each took") + " as many steps as claimed."
        : answers
            + ". NOT EVERY ANSWER TOOK AS MANY STEPS AS CLAIMED: "
            + String.join("; ", table.disagreements())
            + ".";
  }
}
