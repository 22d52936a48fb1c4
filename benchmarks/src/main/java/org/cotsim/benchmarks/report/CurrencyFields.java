package org.cotsim.benchmarks.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.experiment.currencies.CurrencyRow;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;
import org.cotsim.benchmarks.experiment.currencies.FloorAt;
import org.cotsim.benchmarks.problem.Floor;

/** An exchange table as fields with names, for files and for people. */
public final class CurrencyFields {

  private static final int NANOSECONDS = 9;
  private static final int MICROSECONDS = 6;
  private static final List<String> PLAIN =
      List.of(
          "steps",
          "loops",
          "padding",
          "thoughts",
          "context",
          "layers",
          "depth",
          "width",
          "nonzeros",
          "right",
          "wrong",
          "operations");

  private CurrencyFields() {}

  /** The fields of a row, always in the same order. */
  private static Map<String, Object> row(CurrencyRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", row.problem());
    fields.put("by", row.by());
    fields.put("n", row.n());
    fields.put("steps", row.spent().steps());
    fields.put("loops", row.spent().loops());
    fields.put("padding", row.spent().padding());
    fields.put("thoughts", row.spent().thoughts());
    fields.put("context", row.spent().context());
    fields.put("layers", row.spent().layers());
    fields.put("width", row.spent().width());
    fields.put("nonzeros", row.spent().nonZeros());
    fields.put("right", row.right());
    fields.put("wrong", row.wrong());
    fields.put("operations", row.operations());
    fields.put("seconds", seconds(row, NANOSECONDS));
    fields.put("depth", row.depth());
    fields.put("currency", row.need().currency().toString());
    fields.put("needed_claimed", row.need().claimed());
    fields.put("needed_observed", observed(row));
    fields.put("needed_mean", NumberText.decimal(row.need().mean()));
    return fields;
  }

  private static Long observed(CurrencyRow row) {
    OptionalLong observed = row.need().observed();
    return observed.isPresent() ? observed.getAsLong() : null;
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
    fields.put("floors", table.floors().stream().map(CurrencyFields::floor).toList());
    fields.put("rates", ExchangeRates.of(table).stream().map(ExchangeRates.Rate::json).toList());
    fields.put("left_out", table.leftOut().stream().map(CurrencyFields::leftOut).toList());
    fields.put("disagreements", table.disagreements());
    return fields;
  }

  private static Map<String, Object> leftOut(LeftOut out) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", out.problem());
    fields.put("by", out.by());
    fields.put("n", out.n().isPresent() ? out.n().getAsInt() : null);
    fields.put("reason", out.reason());
    return fields;
  }

  private static Map<String, Object> floor(FloorAt at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", at.problem());
    fields.put("n", at.n());
    fields.put("of", at.floor().of());
    fields.put("shape", at.floor().shape());
    fields.put("amount", at.amount());
    fields.put("model", at.floor().model());
    fields.put("applies", at.floor().applies());
    fields.put("note", at.floor().note());
    fields.put("source", at.floor().source());
    return fields;
  }

  static String csv(CurrencyTable table) {
    List<Map<String, Object>> rows = table.rows().stream().map(CurrencyFields::row).toList();
    return Csv.of(
        List.copyOf(rows.get(0).keySet()),
        rows.stream()
            .map(row -> row.values().stream().map(CurrencyFields::orEmpty).toList())
            .toList());
  }

  private static Object orEmpty(Object field) {
    return field == null ? "" : field;
  }

  /** The columns that a person reads, the header first; a problem of one way is built by "-". */
  public static List<List<String>> text(CurrencyTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (CurrencyRow one : table.rows()) {
      Map<String, Object> fields = row(one);
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("problem", one.problem());
      shown.put("by", one.by().isEmpty() ? "-" : one.by());
      shown.put("n", one.n());
      shown.put("bought with", fields.get("currency"));
      shown.put("claimed", fields.get("needed_claimed"));
      shown.put("observed", fields.get("needed_observed"));
      for (String key : PLAIN) {
        shown.put(key, fields.get(key));
      }
      shown.put("seconds", seconds(one, MICROSECONDS));
      if (rows.isEmpty()) {
        rows.add(List.copyOf(shown.keySet()));
      }
      rows.add(shown.values().stream().map(CurrencyFields::plain).toList());
    }
    return rows;
  }

  private static String plain(Object field) {
    if (field == null) {
      return "?";
    }
    return field instanceof BigDecimal number ? number.toPlainString() : String.valueOf(field);
  }

  /** The known floors, a sentence each. */
  public static List<String> floors(CurrencyTable table) {
    return table.problems().stream()
        .flatMap(problem -> table.floorsOf(problem).stream().map(one -> sentence(problem, one)))
        .toList();
  }

  private static String sentence(String problem, Floor floor) {
    return "%s: %s grow%s at least like %s for %s (%s); %s: %s"
        .formatted(
            problem,
            floor.of(),
            floor.of().endsWith("s") ? "" : "s",
            floor.shape(),
            floor.model(),
            floor.source(),
            floor.applies() ? "it applies here" : "it does not apply here",
            floor.note());
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
