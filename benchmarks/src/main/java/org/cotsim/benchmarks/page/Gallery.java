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

  private final List<GalleryItem> items;
  private final List<GalleryStudy> studies;
  private final Sentences say;
  private final List<GalleryCard> cards = new ArrayList<>(); // as many as pages are written
  private final List<String> studyCards = new ArrayList<>();

  private Gallery(List<GalleryItem> items, List<GalleryStudy> studies, Sentences say) {
    this.items = items;
    this.studies = studies;
    this.say = say;
  }

  /** The names of all problems and of the studies beside them. */
  public static List<String> names() {
    return Stream.concat(
            GalleryItem.all().stream().map(GalleryItem::name),
            GalleryStudy.all().stream().map(GalleryStudy::name))
        .toList();
  }

  /** The gallery of some of these in a language; others are left out. */
  public static Gallery of(List<String> names, Sentences say) {
    return new Gallery(
        GalleryItem.all().stream().filter(item -> names.contains(item.name())).toList(),
        GalleryStudy.all().stream().filter(study -> names.contains(study.name())).toList(),
        say);
  }

  /**
   * The gallery with the problems of a file before these.
   *
   * @throws InputException with all problems that cannot be read, each at its place
   */
  public static Gallery of(List<String> names, Path file, Sentences say) throws InputException {
    Gallery named = of(names, say);
    return new Gallery(
        Stream.concat(ProblemList.read(file).stream(), named.items.stream()).toList(),
        named.studies,
        say);
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
          "<li lang=\"en\"><a href=\"%s\"><strong>%s</strong></a>\n%s</li>\n"
              .formatted(
                  study.file(), Html.escape(study.title()), Html.element("p", measured.found())));
    }
  }

  private String navigation() {
    return navigation(link(INDEX, say.say("gallery.title")));
  }

  private String navigation(String links) {
    return "<nav lang=\"%s\" aria-label=\"%s\">%s</nav>\n"
        .formatted(say.language(), Html.escape(say.say("gallery")), links);
  }

  private String studySection() {
    return studyCards.isEmpty()
        ? ""
        : "\n<section aria-labelledby=\"studies\">\n<h2 id=\"studies\">"
            + (Html.escape(say.say("studies")) + "</h2>\n")
            + Html.element("p", say.say("studies.about"))
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
        TracePage.of(run, heading, say, navigation(i), more(item, run, sweep)));
    cards.add(GalleryCard.of(item, heading, say, run, sweep));
  }

  /** Writes the index, after all pages. */
  public void writeIndex(Path folder) throws IOException {
    String levels = Stream.of(Level.values()).map(this::section).collect(Collectors.joining("\n"));
    String body =
        Template.fill(
            Resource.text("gallery/body.html"),
            say,
            Map.of(
                "levels", levels + studySection(),
                "kinds", options(cards.stream().map(GalleryCard::kind)),
                "classes", options(cards.stream().map(GalleryCard::shortClass))));
    String script =
        "(function () {\n\"use strict\";\n"
            + Resource.text("sentences/say.js")
            + Resource.text("gallery/gallery.js")
            + "})();\n";
    Page page =
        new Page(
            say.language(),
            say.say("gallery.title"),
            Resource.all("style", List.of("base.css", "gallery.css")),
            body,
            Optional.of(new Page.Script(script, "{}", JsonText.of(say.ofScripts()))));
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
    String links = link(INDEX, say.say("gallery.title"));
    if (i > 0) {
      links += " \u00b7 " + link(items.get(i - 1).file(), "\u2190 " + items.get(i - 1).name());
    }
    if (i + 1 < items.size()) {
      links += " \u00b7 " + link(items.get(i + 1).file(), items.get(i + 1).name() + " \u2192");
    }
    return navigation(links);
  }

  private static String link(String target, String text) {
    return "<a href=\"" + Html.escape(target) + "\">" + Html.escape(text) + "</a>";
  }

  private String more(GalleryItem item, TracedInput run, Optional<SweepResult> sweep) {
    return sweep.map(this::chart).orElse("")
        + "<section class=\"card\" aria-labelledby=\"class-title\">\n"
        + level(item, run)
        + OtherWays.of(say, item, run.problem(), run.input())
        + (item.citation().isEmpty() ? "" : source(item.citation()))
        + "</section>\n";
  }

  /** What number of steps is enough; of a problem of one's own its class is known only. */
  private String level(GalleryItem item, TracedInput run) {
    boolean own = item.level() == Level.OWN;
    String title = own ? say.say("card.class") : item.level().title(say);
    String words =
        own
            ? "<p>" + ClassTheory.toHtml(say, run.problem().languageClass()) + ".</p>"
            : Html.element("p", item.level().words(say));
    return "<h2 id=\"class-title\">" + Html.escape(title) + "</h2>\n" + words + "\n";
  }

  private String source(String citation) {
    String words = say.say("card.source", Map.of("citation", citation));
    return "<p class=\"source\">" + Html.escape(words) + "</p>\n";
  }

  private String chart(SweepResult sweep) {
    return "<section class=\"card\" aria-labelledby=\"sweep-title\">\n"
        + ("<h2 id=\"sweep-title\">" + Html.escape(say.say("card.accuracy")) + "</h2>\n")
        + Html.english("p", SweepHeadline.of(sweep))
        + ("\n" + Html.chart(say.say("compare.chart"), AccuracyChart.of(sweep)))
        + ("<p class=\"source\">" + Html.escape(say.say("card.figures")) + " <code>")
        + (Html.escape(sweep.command()) + "</code></p>\n</section>\n");
  }

  private String section(Level level) {
    if (items.stream().noneMatch(item -> item.level() == level)) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append("<section aria-labelledby=\"").append(level.name()).append("\">\n<h2 id=\"");
    html.append(level.name()).append("\">").append(Html.escape(level.title(say))).append("</h2>\n");
    html.append(Html.element("p", level.words(say))).append("\n<ul class=\"cards\">\n");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).level() == level) {
        html.append(cards.get(i).toHtml());
      }
    }
    return html.append("</ul>\n</section>").toString();
  }
}
