package org.cotsim.benchmarks.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is claimed and what was measured, as a page to read.
 *
 * @param claim in one sentence
 * @param source where the claim is made
 * @param sections one for each experiment
 */
record Finding(String claim, String source, List<Section> sections) {

  Finding {
    sections = List.copyOf(sections);
  }

  /**
   * One experiment.
   *
   * @param sentences what was measured
   * @param charts SVG pictures
   * @param command that gives the figures
   */
  record Section(String title, List<String> sentences, List<Chart> charts, String command) {}

  /**
   * A picture.
   *
   * @param words what it shows, for those who do not see it
   */
  record Chart(String words, String svg) {}

  /**
   * The whole page.
   *
   * @param navigation links above it, as HTML
   */
  String toHtml(String title, String navigation) {
    String body =
        navigation
            + ("<main>\n<header>\n" + Html.element("h1", title) + "\n" + Html.element("p", claim))
            + ("\n<p class=\"source\">Source: " + Html.escape(source) + ".</p>\n</header>\n")
            + sections.stream().map(this::toHtml).collect(Collectors.joining("\n"))
            + "</main>";
    String style = Resource.all("style", List.of("base.css", "gallery.css"));
    return new Page(title, style, body, Optional.empty()).toHtml();
  }

  private String toHtml(Section section) {
    String id = "section-" + (sections.indexOf(section) + 1);
    return ("<section class=\"card\" aria-labelledby=\"" + id + "\">\n")
        + ("<h2 id=\"" + id + "\">" + Html.escape(section.title()) + "</h2>\n")
        + section.sentences().stream()
            .map(sentence -> Html.element("p", sentence) + "\n")
            .collect(Collectors.joining())
        + section.charts().stream().map(Finding::toHtml).collect(Collectors.joining())
        + "<p class=\"source\">The figures: <code>"
        + (Html.escape(section.command()) + "</code></p>\n</section>\n");
  }

  private static String toHtml(Chart chart) {
    String data = Base64.getEncoder().encodeToString(chart.svg().getBytes(StandardCharsets.UTF_8));
    String words = Html.escape(chart.words());
    return Html.chart(
        "Chart", "<img alt=\"%s\" src=\"data:image/svg+xml;base64,%s\">".formatted(words, data));
  }
}
