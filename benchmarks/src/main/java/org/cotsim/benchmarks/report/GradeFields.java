package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.benchmarks.experiment.grade.GradeResult;
import org.cotsim.benchmarks.experiment.grade.GradeRow;

/** Grades as fields with names, for files and for people. */
public final class GradeFields {

  private GradeFields() {}

  /** The whole result as nested fields, for JSON. */
  public static Map<String, Object> json(GradeResult grades) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", grades.command());
    fields.put("problem", grades.problem());
    fields.put("form", grades.form());
    fields.putAll(counts(grades.all()));
    fields.put("right_answers_on_wrong_chains", grades.rightOnWrong());
    fields.put("unanswered", grades.unanswered());
    fields.put("unreadable", grades.unreadable());
    fields.put("words_that_are_no_tokens", grades.unknownWords());
    Map<String, Long> firstWrong = new LinkedHashMap<>();
    grades.firstWrong().forEach((step, count) -> firstWrong.put(String.valueOf(step), count));
    fields.put("first_wrong", firstWrong);
    fields.put("first_wrong_tokens", grades.wrongSteps().stream().map(GradeFields::step).toList());
    fields.put("first_wrong_tokens_left_out", grades.wrongBeyond(Integer.MAX_VALUE));
    fields.put("first_wrong_labelled", grades.labelled());
    fields.put("first_wrong_labels_agree", grades.agreeing());
    fields.put("interval", Wilson.NAME);
    fields.put("by_length", rows("n", true, grades.byLength()));
    fields.put("by_budget", rows("budget", true, grades.byBudget()));
    fields.put("by_class", rows("class", false, grades.byClass()));
    fields.put("tolerated", tolerated(grades));
    fields.put("examples", grades.examples());
    fields.put("passed_over", grades.passedOver());
    return fields;
  }

  private static Map<String, Object> tolerated(GradeResult grades) {
    Map<String, Object> fields = new LinkedHashMap<>();
    new TreeMap<>(grades.tolerated())
        .forEach(
            (what, seen) ->
                fields.put(what.toString(), Map.of("count", seen.count(), "first", seen.first())));
    return fields;
  }

  private static Map<String, Object> step(GradeResult.CountedStep counted) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("step", counted.wrong().step());
    fields.put("expected", counted.wrong().expected());
    fields.put("found", counted.wrong().found());
    fields.put("count", counted.count());
    return fields;
  }

  private static List<Map<String, Object>> rows(String key, boolean number, List<GradeRow> rows) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (GradeRow row : rows) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put(key, number ? Long.valueOf(row.value()) : row.value());
      fields.putAll(counts(row));
      list.add(fields);
    }
    return list;
  }

  /** Counts and accuracies, with their intervals where there is anything to count. */
  private static Map<String, Object> counts(GradeRow row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("graded", row.graded());
    fields.put("answers_right", row.answersRight());
    putAccuracy(fields, "answer_accuracy", row.answersRight(), row.graded());
    fields.put("chains_right", row.chainsRight());
    putAccuracy(fields, "chain_accuracy", row.chainsRight(), row.graded());
    return fields;
  }

  private static void putAccuracy(Map<String, Object> fields, String key, long right, long all) {
    if (all == 0) {
      return;
    }
    Wilson interval = Wilson.of(right, all);
    fields.put(key, NumberText.decimal((double) right / all));
    fields.put(key + "_low", NumberText.decimal(interval.low()));
    fields.put(key + "_high", NumberText.decimal(interval.high()));
  }

  /** The rows as comma-separated values. */
  static String csv(GradeResult grades) {
    List<String> header = new ArrayList<>(List.of("problem", "group", "value"));
    header.addAll(counts(grades.all()).keySet());
    List<List<Object>> rows = new ArrayList<>();
    for (GradeRow row : grades.rows()) {
      List<Object> cells = new ArrayList<>(List.of(grades.problem(), row.group(), row.value()));
      cells.addAll(counts(row).values());
      rows.add(cells);
    }
    return Csv.of(header, rows);
  }

  /** A head and a line for each row, for people. */
  public static List<List<String>> text(List<GradeRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of(name(rows), "graded", "answers right", "95 %", "chains right", "95 %"));
    for (GradeRow row : rows) {
      lines.add(
          List.of(
              row.value(),
              String.valueOf(row.graded()),
              NumberText.percent(row.answersRight(), row.graded()),
              interval(row.answersRight(), row.graded()),
              NumberText.percent(row.chainsRight(), row.graded()),
              interval(row.chainsRight(), row.graded())));
    }
    return lines;
  }

  private static String name(List<GradeRow> rows) {
    return rows.get(0).group().equals("length") ? "n" : rows.get(0).group();
  }

  private static String interval(long right, long all) {
    Wilson interval = Wilson.of(right, all);
    return NumberText.one(100 * interval.low()) + " - " + NumberText.one(100 * interval.high());
  }

  /** What was found, in a sentence. */
  public static String headline(GradeResult grades) {
    GradeRow all = grades.all();
    return "%s: %d of %d answers right (%s), %s right (%s); %s"
        .formatted(
            grades.problem(),
            all.answersRight(),
            all.graded(),
            NumberText.percent(all.answersRight(), all.graded()),
            NumberText.counted(all.chainsRight(), "chain"),
            NumberText.percent(all.chainsRight(), all.graded()),
            NumberText.counted(grades.rightOnWrong(), "right answer")
                + " on "
                + (grades.rightOnWrong() == 1 ? "a wrong chain" : "wrong chains"));
  }

  /** What was tolerated, could not be read or was passed over, a sentence each. */
  public static List<String> remarks(GradeResult grades) {
    List<String> remarks = new ArrayList<>();
    if (grades.unreadable() > 0) {
      remarks.add(
          NumberText.counted(grades.unreadable(), "completion")
              + " could not be read, counted as wrong");
    }
    if (grades.unanswered() > 0) {
      remarks.add(NumberText.counted(grades.unanswered(), "completion") + " without an answer");
    }
    if (grades.unknownWords() > 0) {
      remarks.add(
          NumberText.counted(grades.unknownWords(), "completion")
              + " with a word in the chain that is no token, a wrong step");
    }
    new TreeMap<>(grades.tolerated())
        .forEach(
            (what, seen) ->
                remarks.add(
                    "tolerated %d times: %s; first in %s"
                        .formatted(seen.count(), what, seen.first())));
    grades.passedOver().forEach((what, count) -> remarks.add("passed over: " + count + " " + what));
    if (grades.labelled() > 0) {
      remarks.add(
          "%d of %d first wrong steps that the file names were found there"
              .formatted(grades.agreeing(), grades.labelled()));
    }
    return remarks;
  }
}
