package org.cotsim.benchmarks.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.ExperimentException;
import org.cotsim.benchmarks.experiment.SweepResult;
import org.cotsim.benchmarks.experiment.SweepRow;
import org.cotsim.benchmarks.experiment.TracedRun;
import org.cotsim.benchmarks.report.AccuracyChart;
import org.cotsim.benchmarks.report.AtomicFiles;
import org.cotsim.benchmarks.report.Figures;
import org.cotsim.benchmarks.report.SweepHeadline;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.FormulaException;

/**
 * A small static site: a page for each problem with a trace and a sweep, and an index ordered by
 * what a number of steps can decide.
 */
public final class Gallery {

  /** The name of the index. */
  public static final String INDEX = "index.html";

  private static final String TITLE = "What a chain of thought can decide";

  private final List<GalleryItem> items;
  private final List<Neighbour> neighbours;
  private final List<String> cards = new ArrayList<>(); // as many as pages are written

  private Gallery(List<GalleryItem> items, List<Neighbour> neighbours) {
    this.items = items;
    this.neighbours = neighbours;
  }

  /** The names of all problems, and of the theories beside them. */
  public static List<String> names() {
    return Stream.concat(
            GalleryItem.all().stream().map(GalleryItem::name),
            Neighbour.all().stream().map(Neighbour::name))
        .toList();
  }

  /** The gallery of some of these names; others are left out. */
  public static Gallery of(List<String> names) {
    return new Gallery(
        GalleryItem.all().stream().filter(item -> names.contains(item.name())).toList(),
        Neighbour.all().stream().filter(one -> names.contains(one.name())).toList());
  }

  /** The number of pages but for the index: problems, then the theories beside them. */
  public int size() {
    return items.size() + neighbours.size();
  }

  /** The number of theories beside the problems. */
  public int neighbours() {
    return neighbours.size();
  }

  /** The name of what the i-th page is about. */
  public String name(int i) {
    return i < items.size() ? items.get(i).name() : neighbours.get(i - items.size()).name();
  }

  /**
   * Writes the i-th page; call it for all of them in order.
   *
   * @throws IOException with a sentence for the user
   */
  public void writePage(int i, Path folder)
      throws InputException, ExperimentException, FormulaException, IOException {
    if (i >= items.size()) {
      writePage(neighbours.get(i - items.size()), folder);
      return;
    }
    GalleryItem item = items.get(i);
    TracedRun run = item.trace();
    Optional<SweepResult> sweep =
        run.expected().answered() ? Optional.of(item.sweep()) : Optional.empty();
    AtomicFiles.write(
        folder.resolve(item.file()), TracePage.of(run, navigation(i), more(item, sweep)));
    cards.add(card(item, run, sweep));
  }

  private static void writePage(Neighbour neighbour, Path folder)
      throws InputException, ExperimentException, IOException {
    String index = "<nav aria-label=\"Gallery\">" + link(INDEX, TITLE) + "</nav>\n";
    AtomicFiles.write(
        folder.resolve(neighbour.file()),
        neighbour.measure().toHtml(neighbour.title(), index));
  }

  /** Writes the index, after all pages. */
  public void writeIndex(Path folder) throws IOException {
    String levels =
        List.of(Level.values()).stream().map(this::section).collect(Collectors.joining("\n"))
            + beside();
    String body = Template.fill(Resource.text("gallery/body.html"), Map.of("levels", levels));
    Page page =
        new Page(
            TITLE,
            Resource.all("style", List.of("base.css", "gallery.css")),
            body,
            Optional.empty());
    AtomicFiles.write(folder.resolve(INDEX), page.toHtml());
  }

  private String navigation(int i) {
    String links = link(INDEX, TITLE);
    if (i > 0) {
      links += " \u00b7 " + link(items.get(i - 1).file(), "\u2190 " + items.get(i - 1).name());
    }
    if (i + 1 < items.size()) {
      links += " \u00b7 " + link(items.get(i + 1).file(), items.get(i + 1).name() + " \u2192");
    }
    return "<nav aria-label=\"Gallery\">" + links + "</nav>\n";
  }

  private static String link(String target, String text) {
    return "<a href=\"" + Html.escape(target) + "\">" + Html.escape(text) + "</a>";
  }

  private static String more(GalleryItem item, Optional<SweepResult> sweep) {
    return sweep.map(Gallery::chart).orElse("")
        + "<section class=\"card\" aria-labelledby=\"class-title\">\n"
        + ("<h2 id=\"class-title\">" + Html.escape(item.level().title()) + "</h2>\n")
        + (Html.element("p", item.level().words()) + "\n<p class=\"source\">The problem: ")
        + (Html.escape(item.citation()) + ".</p>\n</section>\n");
  }

  private static String chart(SweepResult sweep) {
    return "<section class=\"card\" aria-labelledby=\"sweep-title\">\n"
        + "<h2 id=\"sweep-title\">Accuracy against the step budget</h2>\n"
        + Html.element("p", SweepHeadline.of(sweep))
        + ("\n<div class=\"chart\">" + AccuracyChart.of(sweep) + "</div>\n")
        + "<p class=\"source\">The figures: <code>"
        + (Html.escape(sweep.command()) + "</code></p>\n</section>\n");
  }

  /** The theories beside the problems; nothing if there are none. */
  private String beside() {
    if (neighbours.isEmpty()) {
      return "";
    }
    String links =
        neighbours.stream()
            .map(one -> "<li>" + link(one.file(), one.title()) + "</li>\n")
            .collect(Collectors.joining());
    return "\n<section aria-labelledby=\"beside\">\n<h2 id=\"beside\">Beside the chain of thought</h2>\n"
        + Html.element(
            "p",
            "Other results about transformers whose weights need no training to be understood, built"
                + " by hand and measured.")
        + ("\n<ul class=\"cards\">\n" + links + "</ul>\n</section>");
  }

  private String section(Level level) {
    StringBuilder html = new StringBuilder();
    html.append("<section aria-labelledby=\"").append(level.name()).append("\">\n<h2 id=\"");
    html.append(level.name()).append("\">").append(Html.escape(level.title())).append("</h2>\n");
    html.append(Html.element("p", level.words())).append("\n<ul class=\"cards\">\n");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).level() == level) {
        html.append(cards.get(i));
      }
    }
    return html.append("</ul>\n</section>").toString();
  }

  /** How many answers were right with enough steps, and how many with fewer. */
  private static String measured(SweepResult sweep) {
    List<SweepRow> enough =
        sweep.rows().stream().filter(row -> row.steps() >= row.claimed()).toList();
    List<SweepRow> fewer =
        sweep.rows().stream().filter(row -> row.steps() < row.claimed()).toList();
    return "right with enough steps: " + right(enough) + "; with fewer: " + right(fewer);
  }

  private static String right(List<SweepRow> rows) {
    long samples = rows.stream().mapToLong(SweepRow::samples).sum();
    return samples == 0
        ? "not measured"
        : Figures.percent(rows.stream().mapToLong(SweepRow::right).sum(), samples);
  }

  private static String card(GalleryItem item, TracedRun run, Optional<SweepResult> sweep) {
    String picture =
        run.scene().map(scene -> SceneDiagram.of(scene).toSvg(item.name() + "-")).orElse("");
    return "<li><a href=\""
        + Html.escape(item.file())
        + "\">"
        + ("<span class=\"picture\">" + picture + "</span>")
        + ("<strong>" + Html.escape(item.name()) + "</strong></a>\n")
        + Html.element("p", run.problem().summary())
        + Html.element("p", run.problem().languageClass())
        + Html.element("p", sweep.map(Gallery::measured).orElse("too long to be measured here"))
        + "</li>\n";
  }
}
