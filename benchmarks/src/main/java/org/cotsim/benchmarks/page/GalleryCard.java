package org.cotsim.benchmarks.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      GalleryItem item,
      Heading heading,
      Sentences say,
      TracedInput run,
      Optional<SweepResult> sweep) {
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
            + ("<span class=\"picture\" lang=\"en\">" + picture + "</span>")
            + ("<strong>" + Html.escape(heading.name()) + "</strong></a>\n")
            + heading.summary("p", say)
            + say.element("p", languageClass)
            + Html.element(
                "p", sweep.map(all -> measured(say, all)).orElse(say.say("card.unswept")));
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
  private static String measured(Sentences say, SweepResult sweep) {
    List<SweepRow> enough = sweep.rows().stream().filter(SweepRow::reachesClaim).toList();
    List<SweepRow> fewer = sweep.rows().stream().filter(row -> !row.reachesClaim()).toList();
    return fewer.isEmpty()
        ? say.say("card.enough", Map.of("enough", right(say, enough)))
        : say.say("card.both", Map.of("enough", right(say, enough), "fewer", right(say, fewer)));
  }

  private static String right(Sentences say, List<SweepRow> rows) {
    long samples = rows.stream().mapToLong(SweepRow::samples).sum();
    return samples == 0
        ? say.say("card.unmeasured")
        : NumberText.percent(rows.stream().mapToLong(SweepRow::right).sum(), samples);
  }
}
