package org.cotsim.benchmarks.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.grade.GradeResult;
import org.cotsim.benchmarks.experiment.grade.GradeRow;
import org.cotsim.benchmarks.experiment.grade.Graded;
import org.cotsim.benchmarks.report.GradeChart;
import org.cotsim.benchmarks.report.GradeFields;

/** A page that shows what a model said, one transcript at a time, beside the right chain. */
public final class GradePage {

  private GradePage() {}

  /** The whole file. */
  public static String of(GradeResult grades) {
    String body =
        Template.fill(
            Resource.text("grade/body.html"),
            Map.of(
                "problem", Html.escape(grades.problem()),
                "headline", Html.escape(GradeFields.headline(grades)),
                "chart", GradeChart.of(grades),
                "rows", grades.rows().stream().map(GradePage::row).collect(Collectors.joining()),
                "remarks", Html.escape(remarks(grades)),
                "command", Html.escape(grades.command())));
    String script =
        "(function () {\n\"use strict\";\n"
            + Resource.text("trace/dom.js")
            + Resource.text("grade/grade.js")
            + "})();\n";
    return new Page(
            grades.problem() + ": transcripts beside the right chains",
            Resource.all("style", List.of("base.css", "compare.css", "grade.css")),
            body,
            Optional.of(new Page.Script(script, data(grades).toString().replace("<", "\\u003c"))))
        .toHtml();
  }

  private static String remarks(GradeResult grades) {
    return GradeFields.remarks(grades).stream()
        .map(remark -> remark + ". ")
        .collect(Collectors.joining())
        .strip();
  }

  private static String row(GradeRow row) {
    return "<tr>"
        + Html.element("td", row.group())
        + Html.element("td", row.value())
        + Html.element("td", String.valueOf(row.graded()))
        + Html.element("td", String.valueOf(row.answersRight()))
        + Html.element("td", String.valueOf(row.chainsRight()))
        + "</tr>\n";
  }

  private static JsonObject data(GradeResult grades) {
    JsonArray transcripts = new JsonArray();
    grades.transcripts().forEach(one -> transcripts.add(transcript(one)));
    JsonObject data = new JsonObject();
    data.add("transcripts", transcripts);
    return data;
  }

  private static JsonObject transcript(Graded one) {
    JsonObject json = new JsonObject();
    json.addProperty("place", one.place().toString());
    json.addProperty("kind", kind(one));
    json.addProperty("input", one.input());
    json.addProperty("n", one.n());
    json.addProperty("budget", one.budget());
    json.add("right", texts(one.right()));
    json.add("said", texts(one.said().chain()));
    json.addProperty("label", one.label());
    json.add("answer", text(one.said().answer()));
    json.addProperty("answerRight", one.answerRight());
    json.add("unreadable", text(one.said().unreadable()));
    json.add(
        "tolerated",
        texts(one.said().tolerated().stream().map(t -> t.toString()).sorted().toList()));
    json.add(
        "wrong",
        one.wrong()
            .<JsonElement>map(
                wrong -> {
                  JsonObject step = new JsonObject();
                  step.addProperty("step", wrong.step());
                  step.addProperty("expected", wrong.expected());
                  step.addProperty("found", wrong.found());
                  return step;
                })
            .orElse(JsonNull.INSTANCE));
    return json;
  }

  private static String kind(Graded one) {
    if (one.said().unreadable().isPresent()) {
      return "unreadable";
    }
    return (one.answerRight() ? "right answer" : "wrong answer")
        + (one.chainRight() ? " on the right chain" : " on a wrong chain");
  }

  private static JsonElement text(Optional<String> text) {
    return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  private static JsonArray texts(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
