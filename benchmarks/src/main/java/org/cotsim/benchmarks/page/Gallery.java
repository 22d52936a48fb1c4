package org.cotsim.benchmarks.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.report.AccuracyChart;
import org.cotsim.benchmarks.report.AtomicFiles;
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

  private static final String HOME = "What a chain of thought can decide";

  private final List<GalleryItem> items;
  private final List<GalleryStudy> studies;
  private final List<GalleryCard> cards = new ArrayList<>(); // as many as pages are written
  private final List<String> studyCards = new ArrayList<>();

  private Gallery(List<GalleryItem> items, List<GalleryStudy> studies) {
    this.items = items;
    this.studies = studies;
  }

  /** The names of all problems and of the studies beside them. */
  public static List<String> names() {
    return Stream.concat(
            GalleryItem.all().stream().map(GalleryItem::name),
            GalleryStudy.all().stream().map(GalleryStudy::name))
        .toList();
  }

  /** The gallery of some of these; others are left out. */
  public static Gallery of(List<String> names) {
    return new Gallery(
        GalleryItem.all().stream().filter(item -> names.contains(item.name())).toList(),
        GalleryStudy.all().stream().filter(study -> names.contains(study.name())).toList());
  }

  /**
   * The gallery with the problems of a file before these.
   *
   * @throws InputException with all problems that cannot be read, each at its place
   */
  public static Gallery of(List<String> names, Path file) throws InputException {
    Gallery named = of(names);
    return new Gallery(
        Stream.concat(ProblemList.read(file).stream(), named.items.stream()).toList(),
        named.studies);
  }

  /** The number of studies. */
  public int studies() {
    return studies.size();
  }

  /** Measures what the studies are about and writes their pages. */
  public void writeStudies(Path folder) throws ExperimentException, IOException {
    for (GalleryStudy study : studies) {
      GalleryStudy.Measured measured = study.measure(navigation());
      AtomicFiles.write(folder.resolve(study.file()), measured.page());
      studyCards.add(
          "<li><a href=\"%s\"><strong>%s</strong></a>\n%s</li>\n"
              .formatted(
                  study.file(), Html.escape(study.title()), Html.element("p", measured.found())));
    }
  }

  private static String navigation() {
    return "<nav aria-label=\"Gallery\">" + link(INDEX, HOME) + "</nav>\n";
  }

  private String studySection() {
    return studyCards.isEmpty()
        ? ""
        : "\n<section aria-labelledby=\"studies\">\n<h2 id=\"studies\">Beside the chain of thought"
            + "</h2>\n"
            + Html.element(
                "p",
                "Neighbouring theories about transformers whose weights need no training to be"
                    + " understood.")
            + "\n<ul class=\"cards\">\n"
            + String.join("", studyCards)
            + "</ul>\n</section>";
  }

  /** The number of problems. */
  public int size() {
    return items.size();
  }

  /** The name of the i-th problem. */
  public String name(int i) {
    return items.get(i).name();
  }

  /**
   * Writes the page of the i-th problem; call it for all of them in order.
   *
   * @throws IOException with a sentence for the user
   */
  public void writePage(int i, Path folder)
      throws InputException, ExperimentException, FormulaException, IOException {
    GalleryItem item = items.get(i);
    TracedInput run = item.trace();
    Optional<SweepResult> sweep = run.expected().answered() ? item.sweep() : Optional.empty();
    Heading heading = item.asked().heading(run.problem());
    AtomicFiles.write(
        folder.resolve(item.file()),
        TracePage.of(run, heading, navigation(i), more(item, run, sweep)));
    cards.add(GalleryCard.of(item, heading, run, sweep));
  }

  /** Writes the index, after all pages. */
  public void writeIndex(Path folder) throws IOException {
    String levels = Stream.of(Level.values()).map(this::section).collect(Collectors.joining("\n"));
    String body =
        Template.fill(
            Resource.text("gallery/body.html"),
            Map.of(
                "levels", levels + studySection(),
                "kinds", options(cards.stream().map(GalleryCard::kind)),
                "classes", options(cards.stream().map(GalleryCard::shortClass))));
    String script =
        "(function () {\n\"use strict\";\n" + Resource.text("gallery/gallery.js") + "})();\n";
    Page page =
        new Page(
            HOME,
            Resource.all("style", List.of("base.css", "gallery.css")),
            body,
            Optional.of(new Page.Script(script, "{}")));
    AtomicFiles.write(folder.resolve(INDEX), page.toHtml());
  }

  private static String options(Stream<String> values) {
    return values
        .distinct()
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .map(value -> Html.element("option", value))
        .collect(Collectors.joining());
  }

  private String navigation(int i) {
    String links = link(INDEX, HOME);
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

  private static String more(GalleryItem item, TracedInput run, Optional<SweepResult> sweep) {
    return sweep.map(Gallery::chart).orElse("")
        + "<section class=\"card\" aria-labelledby=\"class-title\">\n"
        + ("<h2 id=\"class-title\">" + Html.escape(item.level().title()) + "</h2>\n")
        + (Html.element("p", item.level().words()) + "\n")
        + OtherWays.of(item, run.problem(), run.input())
        + (item.citation().isEmpty() ? "" : source(item.citation()))
        + "</section>\n";
  }

  private static String source(String citation) {
    return "<p class=\"source\">The problem: " + Html.escape(citation) + ".</p>\n";
  }

  private static String chart(SweepResult sweep) {
    return "<section class=\"card\" aria-labelledby=\"sweep-title\">\n"
        + "<h2 id=\"sweep-title\">Accuracy against the step budget</h2>\n"
        + Html.element("p", SweepHeadline.of(sweep))
        + ("\n" + Html.chart(AccuracyChart.of(sweep)))
        + "<p class=\"source\">The figures: <code>"
        + (Html.escape(sweep.command()) + "</code></p>\n</section>\n");
  }

  private String section(Level level) {
    if (items.stream().noneMatch(item -> item.level() == level)) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append("<section aria-labelledby=\"").append(level.name()).append("\">\n<h2 id=\"");
    html.append(level.name()).append("\">").append(Html.escape(level.title())).append("</h2>\n");
    html.append(Html.element("p", level.words())).append("\n<ul class=\"cards\">\n");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).level() == level) {
        html.append(cards.get(i).toHtml());
      }
    }
    return html.append("</ul>\n</section>").toString();
  }
}
