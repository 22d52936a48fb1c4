package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotsim.benchmarks.page.LivePage;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.Entry;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** The decoder in the page, typed to; and beside it the same classes in this JVM. */
class LivePageTest extends BrowserTest {

  private static final Pattern DATA = Pattern.compile("id=\"data\">(.*?)</script>", Pattern.DOTALL);
  private static final int MOST_BYTES = 2_000_000; // of a page

  private boolean loaded;

  private static JsonObject data(Path page) throws IOException {
    Matcher found = DATA.matcher(Files.readString(page));
    assertThat(found.find()).isTrue();
    return JsonParser.parseString(found.group(1)).getAsJsonObject();
  }

  /** Calls the decoder of the pages, on a page without anything else. */
  private String inBrowser(String what, String problem, String word) throws IOException {
    if (!loaded) {
      Path blank = folder().resolve("blank.html");
      Files.writeString(blank, "<!doctype html><title>decoder</title><link rel=icon href=data:,>");
      browser().open(blank);
      try (InputStream code = LivePage.class.getResourceAsStream("live/decoder.js")) {
        assertThat(code).as("the decoder, compiled").isNotNull();
        browser().run(new String(code.readAllBytes(), StandardCharsets.UTF_8));
      }
      loaded = true;
    }
    return (String)
        browser().run("return self[arguments[0]](arguments[1], arguments[2])", what, problem, word);
  }

  static Stream<String> catalogue() {
    return Catalogue.entries().stream().filter(RegularEntry.class::isInstance).map(Entry::name);
  }

  private static <I> String word(Problem<I> problem, int length)
      throws InputException, ExperimentException {
    return problem.format(RandomInputs.of(problem).random(length, length).next());
  }

  /**
   * Weights, scores and certificate bit for bit, and all that is shown; beside the command line.
   */
  @ParameterizedTest
  @MethodSource("catalogue")
  void theBrowserComputesWhatTheJvmComputes(String name)
      throws InputException, ExperimentException, IOException {
    String word = word(Problems.find(name), 11);
    JsonObject page = data(trace(name, "--word", word));
    String live = page.get("live").toString();
    String answer = inBrowser("answer", live, word);
    assertThat(JsonParser.parseString(answer).getAsJsonObject().get("data")).isEqualTo(page);
    for (int length : new int[] {0, 11, 40}) {
      String other = word(Problems.find(name), length);
      LivePage here = new LivePage(RegularProblem::new);
      assertThat(inBrowser("answer", live, other)).isEqualTo(here.answer(live, other));
      String bits = here.bits(live, other);
      assertThat(bits).contains("embedding 0,").contains("scores ");
      assertThat(inBrowser("bits", live, other)).isEqualTo(bits);
    }
  }

  /** The same for other ways to build, hashes, positions and norms. */
  @ParameterizedTest
  @CsvSource({
    "parity, --by cascade",
    "tomita-3, --by loops",
    "first-symbol, --by ordered",
    "mod-3, --hash plain",
    "mod-3, --hash folded",
    "mod-3, --positions embedded",
    "mod-3, --positions embedded --hash digits",
    "mod-3, --norm projected",
    "mod-3, --max-length 30",
    "word-z60, --by cascade"
  })
  void soItDoesInOtherWays(String name, String options)
      throws InputException, ExperimentException, IOException {
    String word = word(Problems.find(name), 9);
    String[] arguments =
        Stream.concat(Stream.of(name, "--word", word), Stream.of(options.split(" ", -1)))
            .toArray(String[]::new);
    JsonObject page = data(trace(arguments));
    String live = page.get("live").toString();
    assertThat(
            JsonParser.parseString(inBrowser("answer", live, word)).getAsJsonObject().get("data"))
        .isEqualTo(page);
    assertThat(inBrowser("bits", live, word))
        .isEqualTo(new LivePage(RegularProblem::new).bits(live, word));
  }

  /** A file's own names of states stay, in a page that decodes words of its language. */
  @Test
  void statesKeepTheirNames() throws InputException, ExperimentException, IOException {
    Path file = folder().resolve("door.dot");
    Files.writeString(
        file,
        """
        digraph door {
          start [shape=none]; start -> closed;
          open [shape=doublecircle]; closed [shape=circle];
          closed -> open [label="o"]; open -> closed [label="c"];
          closed -> closed [label="c"]; open -> open [label="o"];
        }
        """);
    JsonObject page = data(trace(file.toString(), "--word", "oco"));
    String live = page.get("live").toString();
    assertThat(live).contains("\"states\":[\"closed\",\"open\"]");
    assertThat(
            JsonParser.parseString(inBrowser("answer", live, "oco")).getAsJsonObject().get("data"))
        .isEqualTo(page);
  }

  private void type(String field, String text) {
    browser().run("document.querySelector(arguments[0]).value = ''", field);
    browser().press(field, text);
  }

  private void awaitText(String selector, String part) throws InterruptedException {
    for (int i = 0; i < 200 && !browser().text(selector).contains(part); i++) {
      Thread.sleep(25);
    }
    assertThat(browser().text(selector)).contains(part);
  }

  @Test
  void aWordThatIsTypedIsDecodedInThePage() throws IOException, InterruptedException {
    Path page = trace("parity", "--word", "0111");
    assertThat(Files.size(page)).isLessThan(MOST_BYTES);
    loaded = false;
    browser().open(page);
    type("#word", "011011");
    awaitText("#live-said", "6 letters, 7 steps.");
    assertThat(browser().text("main > header"))
        .contains(
            "Input 011011 (n = 6) \u2192 reject after 7 intermediate tokens; the oracle agrees");
    browser().press(Keys.TAB);
    browser().click("#last");
    assertThat(browser().text("#said"))
        .isEqualTo(
            "After 7 intermediate tokens the model answers by itself: \u201creject\u201d. That is"
                + " right.");
    browser().click("#letters button:last-child");
    assertThat(browser().text("#live-said")).contains("7 letters, 8 steps.");
    assertThat(browser().run("return performance.getEntriesByType('resource').length"))
        .isEqualTo(0L);
  }

  @Test
  void aLetterThatIsNoneIsToldAndTheWordBeforeStays() throws InterruptedException {
    loaded = false;
    browser().open(trace("parity", "--word", "0111"));
    browser().press("#word", "2");
    awaitText("#live-said", "Letter 5: unknown symbol '2', expected one of '0', '1'.");
    assertThat(browser().run("return document.getElementById('word').ariaInvalid"))
        .isEqualTo("true");
    assertThat(browser().text("main > header")).contains("Input 0111 (n = 4)");
    browser().press("#word", Keys.BACK_SPACE);
    awaitText("#live-said", "4 letters, 5 steps.");
    browser().press("#word", "0".repeat(400));
    awaitText("#live-said", "more than 400 letters");
  }

  @Test
  void aRunThatPlaysStopsWhenAnotherTakesItsPlace() throws InterruptedException {
    loaded = false;
    browser().open(trace("parity", "--word", "0".repeat(60)));
    browser().run("document.getElementById('speed').value = '60'");
    browser().click("#play");
    type("#word", "01");
    awaitText("#live-said", "2 letters, 3 steps.");
    String said = browser().text("#said");
    Thread.sleep(400);
    assertThat(browser().text("#said")).isEqualTo(said);
    assertThat(browser().text("#play")).contains("Play");
  }

  @Test
  void whatALinkOrAnExpressionAsksForAndIsNoneIsToldAndTheDecoderGoesOn()
      throws InterruptedException {
    loaded = false;
    Path page = trace("parity", "--word", "0111");
    browser().open(page, "#table=x&word=0");
    awaitText("#live-said", "The transition table of this address cannot be read.");
    browser().open(page, "#table=[[\"\\u0001\"],[1,0]]&word=");
    awaitText("#live-said", "cannot be part of a symbol");
    browser().open(page);
    browser().click("#another summary");
    type("#regex", "(a|b)*a(a|b){13}");
    browser().press("#regex", Keys.ENTER);
    awaitText("#live-said", "is too large for a page");
    type("#word", "0110");
    awaitText("#live-said", "4 letters, 5 steps.");
  }

  @Test
  void aWordOfTwoHundredLettersIsFluent() throws InterruptedException {
    loaded = false;
    browser().open(trace("word-s5", "--word", ""));
    type("#word", "(12) (12345) ".repeat(100).strip());
    awaitText("#live-said", "200 letters, 201 steps.");
    browser().press("#last", Keys.ENTER);
    assertThat(browser().text("#said")).contains("After 201 intermediate tokens");
  }

  @Test
  void aRegularExpressionBecomesADecoder() throws InterruptedException {
    loaded = false;
    browser().open(trace("parity", "--word", "0111"));
    browser().click("#another summary");
    type("#regex", "(ab)*");
    browser().click("#build");
    awaitText("h1", "regex:(ab)*");
    type("#word", "ababab");
    awaitText("#live-said", "6 letters, 7 steps.");
    assertThat(browser().text("main > header")).contains("accept after 7 intermediate tokens");
    assertThat(browser().run("return document.querySelectorAll('.diagram .node').length"))
        .isEqualTo(3L);
    type("#regex", "(ab");
    browser().click("#build");
    awaitText("#live-said", "expected ')'");
    assertThat(browser().text("h1")).contains("regex:(ab)*");
    browser().click("#original");
    awaitText("h1", "parity bit strings with an odd number of 1s");
    assertThat(browser().text("main > header")).contains("Input 0111 (n = 4)");
  }

  @Test
  void aTransitionTableIsEditedAndLinkedTo() throws InterruptedException {
    loaded = false;
    Path page = trace("parity", "--word", "0110");
    browser().open(page);
    browser().click("#by-table summary");
    browser()
        .run(
            "const next = document.querySelector('[aria-label=\"From q1 with 1\"]');"
                + "next.value = '1'; next.dispatchEvent(new Event('change'));");
    browser().click("#build-table");
    awaitText("h1", "table an automaton by its transition table");
    assertThat(browser().text("main > header"))
        .contains("\u2192 accept after 5 intermediate tokens");
    browser().click("#add-state");
    assertThat(browser().run("return document.querySelectorAll('#table tbody tr').length"))
        .isEqualTo(3L);
    browser().click("#build-table");
    awaitText(".facts", "minimised from 3 states to 2");
    Object linked = browser().run("return location.hash");
    browser().open(page, linked.toString());
    awaitText("h1", "table an automaton by its transition table");
    assertThat(browser().text("main > header")).contains("Input 0110 (n = 4) \u2192 accept");
  }

  @Test
  void aPageThatCannotDecodeHasNoField() {
    loaded = false;
    browser().open(trace("palindrome", "--word", "aba"));
    assertThat(browser().run("return document.getElementById('live')")).isNull();
    browser().open(trace("parity", "--word", "01", "--arithmetic", "binary32"));
    assertThat(browser().run("return document.getElementById('live')")).isNull();
  }
}
