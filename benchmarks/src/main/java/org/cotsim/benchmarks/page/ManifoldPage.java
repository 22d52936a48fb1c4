package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.manifold.ManifoldResult;
import org.cotsim.benchmarks.experiment.manifold.ManifoldSlope;
import org.cotsim.benchmarks.report.ManifoldChart;
import org.cotsim.benchmarks.report.ManifoldWords;
import org.cotsim.benchmarks.report.ManifoldWriter;

/** The approximation on manifolds as a page: what is claimed, what was measured, and pictures. */
public final class ManifoldPage {

  /** The heading. */
  static final String TITLE = "Approximation on a low-dimensional manifold";

  private ManifoldPage() {}

  /**
   * The whole file.
   *
   * @param navigation HTML above the heading, may be empty
   */
  public static String of(ManifoldResult result, String navigation) {
    String body =
        Template.fill(
            Resource.text("manifold/body.html"),
            Map.of(
                "navigation", navigation,
                "title", Html.escape(TITLE),
                "sentences", Html.escape(String.join(" ", ManifoldWords.sentences(result))),
                "source", Html.escape(ManifoldWords.SOURCE),
                "charts", charts(result),
                "columns", row("th", ManifoldWriter.COLUMNS),
                "rows", rows(result),
                "notes", notes(result),
                "command", Html.escape(result.command())));
    return new Page(
            TITLE,
            Resource.all("style", List.of("base.css", "gallery.css")),
            body,
            Optional.empty())
        .toHtml();
  }

  private static String charts(ManifoldResult result) {
    return ManifoldChart.laws(result).stream()
        .map(law -> Html.chart("Chart", ManifoldChart.onPage(result, law)))
        .collect(Collectors.joining());
  }

  private static String rows(ManifoldResult result) {
    return result.slopes().stream()
        .map((ManifoldSlope slope) -> row("td", ManifoldWriter.cells(slope)))
        .collect(Collectors.joining("\n"));
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> Html.element(tag, cell))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String notes(ManifoldResult result) {
    return ManifoldWriter.notes(result).stream()
        .map(note -> Html.element("li", note))
        .collect(Collectors.joining("\n"));
  }
}
