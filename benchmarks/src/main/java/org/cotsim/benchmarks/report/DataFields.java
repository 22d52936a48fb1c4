package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cotsim.benchmarks.experiment.data.DataCell;
import org.cotsim.benchmarks.experiment.data.DataSummary;
import org.cotsim.benchmarks.experiment.data.Split;

/** What a data set holds as fields with names, for JSON and for people. */
public final class DataFields {

  private DataFields() {}

  /** The whole summary as nested fields. */
  public static Map<String, Object> json(DataSummary data) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", data.command());
    fields.put("license", data.license());
    fields.put("form", data.form().name().toLowerCase(Locale.ROOT));
    fields.put("tokens", data.ids() ? "ids" : "text");
    fields.put("seed", data.seed());
    fields.put("examples", data.examples());
    fields.put("corrupted", data.corrupted());
    fields.put("files", data.files().stream().map(DataFields::file).toList());
    fields.put("cells", data.cells().stream().map(DataFields::cell).toList());
    fields.put("notes", data.notes());
    return fields;
  }

  private static Map<String, Object> file(DataSummary.DataFile file) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", file.name());
    fields.put("split", file.split().toString());
    fields.put("examples", file.examples());
    fields.put("bytes", file.bytes());
    fields.put("sha256", file.sha256());
    return fields;
  }

  private static Map<String, Object> cell(DataCell cell) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", cell.problem());
    fields.put("n", cell.n());
    fields.put("inputs", cell.inputs());
    fields.put("accepted", cell.positives());
    for (Split split : Split.values()) {
      fields.put(split.toString(), cell.examples().getOrDefault(split, 0L));
    }
    fields.put("corrupted", cell.corrupted());
    fields.put("checked", cell.checked());
    return fields;
  }

  /** A head and a row for each problem and length. */
  public static List<List<String>> text(DataSummary data) {
    List<List<String>> rows = new ArrayList<>();
    for (DataCell cell : data.cells()) {
      Map<String, Object> fields = cell(cell);
      if (rows.isEmpty()) {
        rows.add(List.copyOf(fields.keySet()));
      }
      rows.add(fields.values().stream().map(String::valueOf).toList());
    }
    return rows;
  }
}
