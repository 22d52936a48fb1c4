package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The audit of axe-core finds nothing on any kind of page: keyboard, texts for screen readers,
 * contrast in light and dark, folded texts opened, WCAG 2.2 at level AA and what it calls best
 * practice.
 */
class AccessibilityTest extends BrowserTest {

  private static final String AUDIT =
      """
      const done = arguments[arguments.length - 1];
      const silent = [...document.querySelectorAll('svg, canvas')].filter(one =>
        !one.closest('[aria-hidden=true]')
        && !(one.getAttribute('role') === 'img' && one.getAttribute('aria-label'))
        && !(one.getAttribute('role') === 'img' && one.querySelector(':scope > title')));
      const unsaid = silent.map(one => 'a picture without words: ' + one.outerHTML.slice(0, 90));
      axe.run().then(
        found => done(unsaid.concat(found.violations.flatMap(one => one.nodes.map(
          node => one.id + ' at ' + node.target + ': ' + node.any.concat(node.all, node.none)
            .map(check => check.message).join('; '))))),
        error => done(['no audit: ' + error]));
      """;

  /** Colours do not depend on the width. */
  private record Look(String scheme, int width) {}

  private static final List<Look> LOOKS = List.of(new Look("light", 1200), new Look("dark", 500));

  private final String axe = axe();

  private static String axe() {
    try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertNothingIsFound(Path page, String... places) {
    List<String> found = new ArrayList<>();
    for (Look look : LOOKS) {
      browser().prefer(Map.of("prefers-color-scheme", look.scheme()));
      browser().resize(look.width(), 1000);
      for (String place : places.length == 0 ? new String[] {""} : places) {
        browser().open(page, place);
        browser().run("document.querySelectorAll('details').forEach(one => (one.open = true))");
        browser().run(axe);
        for (Object one : (List<?>) browser().runAsync(AUDIT)) {
          found.add(look + ", " + page.getFileName() + place + ": " + one);
        }
      }
    }
    browser().resize(1200, 1000);
    assertThat(found).isEmpty();
  }

  private Path graph() throws IOException {
    Path graph = folder().resolve("graph.txt");
    return Files.writeString(graph, "s a\ns b\na c\nb c\nc d\nd t\n");
  }

  @Test
  void theAuditFindsWhatIsWrong() throws IOException {
    Path page = folder().resolve("wrong.html");
    Files.writeString(
        page, "<html><body><p style='color:#ccc'>pale</p><button></button><svg></svg>");
    browser().open(page);
    browser().run(axe);
    assertThat(browser().runAsync(AUDIT).toString())
        .contains(
            "color-contrast at p",
            "button-name at button",
            "html-has-lang",
            "a picture without words: <svg>");
  }

  @ParameterizedTest
  @CsvSource({"parity, 0110", "binary-increment, 1011", "word-a5, (123) (12345)"})
  void aTraceIsAccessible(String problem, String word) {
    Path page = folder().resolve(problem + ".html");
    cot("trace", problem, "--word", word, "--out", page.toString());
    assertNothingIsFound(page, "", "#step=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "thoughts"})
  void aTraceOfAGraphIsAccessible(String way) throws IOException {
    Path page = folder().resolve(way + ".html");
    String[] ask = {"trace", "graph:" + graph(), "--directed", "--source", "s", "--target", "t"};
    cot(with(ask, "--by", way, "--out", page.toString()));
    assertNothingIsFound(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cascade", "loops"})
  void aTraceWithoutAChainIsAccessible(String way) {
    Path page = folder().resolve("parity-" + way + ".html");
    cot("trace", "parity", "--word", "0110", "--by", way, "--out", page.toString());
    assertNothingIsFound(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "head", "budget"})
  void aQuestionIsAccessible(String asked) {
    assertNothingIsFound(trace("parity", "--word", "0110"), "#predict=" + asked);
  }

  @Test
  void exercisesAreAccessible() {
    assertNothingIsFound(trace("parity", "--word", "0110", "--exercises", "3"));
  }

  @Test
  void aSweepIsAccessible() {
    String[] small = {"--lengths", "6", "--budgets", "0,n,n+1", "--samples", "10"};
    Path out = folder().resolve("sweep");
    cot(with(with(new String[] {"sweep", "parity"}, small), "--html", "--out", out.toString()));
    assertNothingIsFound(out.resolve("compare.html"));
  }

  @Test
  void currenciesAreAccessible() {
    Path out = folder().resolve("currencies");
    cot("currencies", "parity", "--lengths", "4,8", "--samples", "4", "--out", out.toString());
    assertNothingIsFound(out.resolve("currencies.html"));
  }

  @Test
  void gradesAreAccessible() throws IOException {
    Path answers = folder().resolve("answers.jsonl");
    Files.writeString(
        answers, "{\"input\":\"011\",\"completion\":\"q0 q0 q1 q0\\nFinal answer: reject\"}\n");
    Path out = folder().resolve("grades");
    cot("grade", "parity", "--answers", answers.toString(), "--out", out.toString());
    assertNothingIsFound(out.resolve("transcripts.html"));
  }

  @Test
  void aManifoldIsAccessible() {
    Path out = folder().resolve("manifold");
    String[] small = {"manifold", "--manifolds", "circle", "--law", "size", "--ambient", "8"};
    cot(with(small, "--anchors", "16,32", "--repetitions", "1", "--out", out.toString()));
    assertNothingIsFound(out.resolve("manifold.html"));
  }

  @Test
  void theGalleryIsAccessible() {
    Path site = folder().resolve("site");
    cot("gallery", "parity", "graph-cliques", "--out", site.toString());
    assertNothingIsFound(site.resolve("index.html"), "", "#words=odd", "#words=none");
    assertNothingIsFound(site.resolve("parity.html"));
  }

  @Test
  void pagesInGermanAreAccessible() {
    Path site = folder().resolve("de");
    cot("gallery", "parity", "--language", "de", "--out", site.toString());
    assertNothingIsFound(site.resolve("index.html"));
    assertNothingIsFound(site.resolve("parity.html"), "#step=3");
  }

  private static String[] with(String[] some, String... more) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
