package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.report.AccuracyChart;
import org.cotsim.benchmarks.report.NumberText;
import org.cotsim.benchmarks.report.SweepHeadline;

/**
 * A sweep as a page: accuracy against the step budget with the figures of each point, what theory
 * predicts for each problem, and the same as a table.
 */
public final class ComparePage {

  private ComparePage() {}

  /** The whole file. */
  public static String of(SweepResult sweep) {
    return of(sweep, SentencesFile.english());
  }

  /** The whole file in a language. */
  public static String of(SweepResult sweep, Sentences say) {
    String currency = say.say("currency." + sweep.currency());
    String title = say.say("compare.title." + sweep.currency());
    String body =
        Template.fill(
            Resource.text("compare/body.html"),
            say,
            Map.of(
                "title", title,
                "currency", Html.escape(currency),
                "headline", Html.english("span", SweepHeadline.of(sweep)),
                "chart", Html.chart(say.say("compare.chart"), AccuracyChart.of(sweep)),
                "predictions", predictions(sweep, say),
                "source", Html.escape(say.say("compare.source", Map.of("currency", currency))),
                "rows", sweep.points().stream().map(ComparePage::row).collect(Collectors.joining()),
                "command", Html.escape(sweep.command())));
    String script =
        "(function () {\n\"use strict\";\n" + Resource.text("compare/compare.js") + "})();\n";
    return new Page(
            say.language(),
            title,
            Resource.all("style", List.of("base.css", "compare.css")),
            body,
            Optional.of(new Page.Script(script, "{}")))
        .toHtml();
  }

  private static String predictions(SweepResult sweep, Sentences say) {
    return sweep.rows().stream()
        .map(
            row ->
                Html.element("dt", row.problem())
                    + "<dd>"
                    + ClassTheory.toHtml(say, row.languageClass())
                    + "</dd>")
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private static String row(SweepRow row) {
    String share =
        row.samples() == 0 ? "no inputs" : NumberText.percent(row.right(), row.samples());
    return "<tr>"
        + Html.element("td", row.problem())
        + Html.element("td", row.by())
        + Html.element("td", String.valueOf(row.n()))
        + Html.element("td", row.budget())
        + Html.element("td", String.valueOf(row.amount()))
        + Html.element("td", String.valueOf(row.claimed()))
        + Html.element("td", share)
        + "</tr>\n";
  }
}
