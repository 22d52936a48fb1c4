package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Pages in German: nothing that the pages say themselves is left in English. */
class LanguagePageTest extends BrowserTest {

  private static final Path SENTENCES =
      Path.of("../benchmarks/src/main/resources/org/cotsim/benchmarks/page/sentences");

  /** Texts and labels outside of what is marked as English. */
  private static final String SAID =
      """
      const texts = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (!parent.closest('[lang=en], .source, script, style, code, .mono')) {
          texts.push(walker.currentNode.textContent.trim());
        }
      }
      document.querySelectorAll('[aria-label], [title], [placeholder]').forEach(one => {
        if (!one.closest('[lang=en]')) {
          ['aria-label', 'title', 'placeholder'].forEach(
            name => one.hasAttribute(name) && texts.push(one.getAttribute(name)));
        }
      });
      return texts.filter(text => text !== '');
      """;

  /** Words of English sentences that no German one and no name has. */
  private static final Set<String> ENGLISH =
      Set.of("the", "of", "is", "and", "it", "that", "step", "steps", "answer", "with", "here");

  private List<String> englishWords() {
    return ((List<?>) browser().run(SAID))
        .stream()
            .map(String::valueOf)
            .filter(
                text ->
                    List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
                        .anyMatch(ENGLISH::contains))
            .toList();
  }

  @ParameterizedTest
  @CsvSource({"parity, 0110", "majority, abba", "palindrome, abba"})
  void aTraceInGermanSaysNothingOfItsOwnInEnglish(String problem, String word) {
    Path page = folder().resolve(problem + "-de.html");
    cot("trace", problem, "--word", word, "--language", "de", "--out", page.toString());
    browser().open(page);
    assertThat(browser().run("return document.documentElement.lang")).isEqualTo("de");
    assertThat(englishWords()).isEmpty();
    browser().press(Keys.ARROW_RIGHT);
    assertThat(browser().text("#said")).startsWith("Schritt 2 von ").contains("\u201e");
    assertThat(englishWords()).isEmpty();
    browser().press(Keys.END);
    assertThat(browser().text("#said")).endsWith("Das ist richtig.");
    assertThat(browser().text("#verdict")).contains("das Orakel stimmt zu");
    assertThat(englishWords()).isEmpty();
    for (String asked : List.of("token", "head", "budget")) {
      browser().open(page, "#predict=" + asked);
      assertThat(englishWords()).as(asked).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"loops", "cascade"})
  void otherWaysSayNothingOfTheirOwnInEnglish(String way) {
    Path page = folder().resolve(way + "-de.html");
    String[] ask = {"trace", "parity", "--word", "0110", "--by", way, "--language", "de"};
    cot(ask[0], ask[1], ask[2], ask[3], ask[4], ask[5], ask[6], ask[7], "--out", page.toString());
    browser().open(page);
    assertThat(englishWords()).isEmpty();
  }

  @Test
  void searchAndThoughtsSayNothingOfTheirOwnInEnglish() throws IOException {
    Path graph = Files.writeString(folder().resolve("g.txt"), "s a\ns b\na c\nb c\nc t\n");
    for (String way : List.of("search", "thoughts")) {
      Path page = folder().resolve(way + "-de.html");
      String out = page.toString();
      String[] of = {"graph:" + graph, "--directed", "--source", "s", "--target", "t"};
      cot(
          "trace",
          of[0],
          of[1],
          of[2],
          of[3],
          of[4],
          of[5],
          "--by",
          way,
          "--language",
          "de",
          "--out",
          out);
      browser().open(page);
      assertThat(englishWords()).as(way).isEmpty();
      browser().press(Keys.END);
      assertThat(englishWords()).as(way).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"binary64, true", "binary32, false"})
  void onlyAPageWithADecoderCarriesThePhrasesOfConstructions(String arithmetic, boolean carries) {
    browser().open(trace("parity", "--word", "01", "--arithmetic", arithmetic, "--language", "de"));
    assertThat(
            browser()
                .run(
                    "return 'phrases' in"
                        + " JSON.parse(document.getElementById('sentences').textContent)"))
        .isEqualTo(carries);
    assertThat(englishWords()).isEmpty();
  }

  @Test
  void theGalleryAndTheComparisonSayNothingOfTheirOwnInEnglish() {
    Path site = folder().resolve("site-de");
    cot("gallery", "parity", "majority", "--language", "de", "--out", site.toString());
    browser().open(site.resolve("index.html"));
    assertThat(englishWords()).isEmpty();
    assertThat(browser().text("#found")).isEqualTo("Alle 2");
    assertThat(site.resolve("index.html")).content().doesNotContain("\"phrases\":");
    browser().open(site.resolve("majority.html"));
    assertThat(englishWords()).isEmpty();
    Path sweep = folder().resolve("sweep-de");
    String[] small = {"--lengths", "6", "--budgets", "0,n+1", "--samples", "10", "--html"};
    cot(
        "sweep",
        "parity",
        small[0],
        small[1],
        small[2],
        small[3],
        small[4],
        small[5],
        small[6],
        "--language",
        "de",
        "--out",
        sweep.toString());
    browser().open(sweep.resolve("compare.html"));
    assertThat(browser().text("h1")).isEqualTo("Genauigkeit gegen das Schrittbudget");
    assertThat(englishWords()).isEmpty();
  }

  @Test
  void theWordsLookedForAreThoseOfEnglishSentencesAndOfNoGermanOne() throws IOException {
    assertThat(words("en")).containsAll(ENGLISH);
    assertThat(words("de")).doesNotContainAnyElementsOf(ENGLISH);
  }

  private static Set<String> words(String language) throws IOException {
    return Files.readAllLines(SENTENCES.resolve(language + ".properties")).stream()
        .filter(line -> line.contains(" = ") && !line.matches(".*(arXiv|[.]source =).*"))
        .flatMap(
            line ->
                List.of(
                    line.replaceFirst("^.*? = ", "")
                        .replaceAll("\\{[a-z]+", "")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}]+"))
                    .stream())
        .collect(Collectors.toSet());
  }
}
