package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;
import org.cotsim.benchmarks.report.CurrenciesChart;
import org.cotsim.benchmarks.report.CurrencyFields;
import org.cotsim.benchmarks.report.ExchangeRates;

/** An exchange table as a page: the picture with the figures of each point, and the table. */
public final class CurrenciesPage {

  private static final String TITLE = "One problem, five currencies";

  private CurrenciesPage() {}

  /** The whole file. */
  public static String of(CurrencyTable table) {
    List<ExchangeRates.Rate> rates = ExchangeRates.of(table);
    List<List<String>> rows = CurrencyFields.text(table);
    String body =
        Template.fill(
            Resource.text("currencies/body.html"),
            Map.of(
                "title", TITLE,
                "headline", Html.escape(CurrencyFields.headline(table)),
                "chart", CurrenciesChart.of(table),
                "rates", items(rates.stream().map(ExchangeRates.Rate::sentence).toList()),
                "little", items(rates.stream().flatMap(r -> r.savesLittle().stream()).toList()),
                "floors", items(CurrencyFields.floors(table)),
                "missing", items(table.leftOut().stream().map(LeftOut::reason).toList()),
                "head", row("th scope=\"col\"", "th", rows.get(0)),
                "rows",
                    rows.stream()
                        .skip(1)
                        .map(row -> row("td", "td", row))
                        .collect(Collectors.joining()),
                "command", Html.escape(table.command())));
    String script =
        "(function () {\n\"use strict\";\n" + Resource.text("compare/compare.js") + "})();\n";
    return new Page(
            TITLE,
            Resource.all("style", List.of("base.css", "compare.css")),
            body,
            Optional.of(new Page.Script(script, "{}")))
        .toHtml();
  }

  private static String items(List<String> sentences) {
    return sentences.isEmpty()
        ? "<p>None.</p>"
        : sentences.stream()
            .map(sentence -> Html.element("li", sentence + "."))
            .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
  }

  private static String row(String open, String close, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + open + ">" + Html.escape(cell) + "</" + close + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }
}
