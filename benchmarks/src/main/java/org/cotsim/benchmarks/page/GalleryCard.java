package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.run.TracedInput;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.page.diagram.LibraryLayout;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.report.NumberText;

/**
 * A problem on the index of the gallery.
 *
 * @param kind of problem
 * @param languageClass where it stands in theory
 * @param inside the inside of its element, as HTML
 * @param text by which it is found, in small letters
 */
record GalleryCard(String kind, String languageClass, String inside, String text) {

  /** The card of a problem with its page. */
  static GalleryCard of(
      GalleryItem item, Heading heading, TracedInput run, Optional<SweepResult> sweep) {
    String kind = Problems.kindOf(run.problem());
    String languageClass = run.problem().languageClass();
    String picture =
        run.scene()
            .map(
                scene ->
                    SceneDiagram.of(scene)
                        .toSvg(item.file().replace(".html", "-"), new LibraryLayout()))
            .orElse("");
    String inside =
        ("<a href=\"" + Html.escape(item.file()) + "\">")
            + ("<span class=\"picture\">" + picture + "</span>")
            + ("<strong>" + Html.escape(heading.name()) + "</strong></a>\n")
            + Html.element("p", heading.summary())
            + Html.element("p", languageClass)
            + Html.element("p", sweep.map(GalleryCard::measured).orElse("not swept here"));
    String text =
        String.join(
            " ", heading.name(), item.asked().text(), heading.summary(), kind, languageClass);
    return new GalleryCard(kind, languageClass, inside, text.toLowerCase(Locale.ROOT));
  }

  /** The first of what is said of the class. */
  String shortClass() {
    return languageClass.split("[,;]", 2)[0];
  }

  /** As an element of a list. */
  String toHtml() {
    return "<li data-kind=\"%s\" data-class=\"%s\" data-text=\"%s\">"
            .formatted(Html.escape(kind), Html.escape(shortClass()), Html.escape(text))
        + inside
        + "</li>\n";
  }

  /** How many answers were right with enough steps, and how many with fewer. */
  private static String measured(SweepResult sweep) {
    List<SweepRow> enough = sweep.rows().stream().filter(SweepRow::reachesClaim).toList();
    List<SweepRow> fewer = sweep.rows().stream().filter(row -> !row.reachesClaim()).toList();
    return "right with enough steps: "
        + right(enough)
        + (fewer.isEmpty() ? "" : "; with fewer: " + right(fewer));
  }

  private static String right(List<SweepRow> rows) {
    long samples = rows.stream().mapToLong(SweepRow::samples).sum();
    return samples == 0
        ? "not measured"
        : NumberText.percent(rows.stream().mapToLong(SweepRow::right).sum(), samples);
  }
}
