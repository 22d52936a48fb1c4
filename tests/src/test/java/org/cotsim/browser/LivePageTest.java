package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The decoder in the page of a regular language, typed to. */
class LivePageTest extends BrowserTest {

  private static final int MOST_BYTES = 2_000_000; // of a page

  @Test
  void aWordThatIsTypedIsDecodedInThePage() throws IOException, InterruptedException {
    Path page = trace("parity", "--word", "0111");
    assertThat(Files.size(page)).isLessThan(MOST_BYTES);
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
  void whatALinkHasAndCannotBeHadIsSaidAndWhatIsShownIsPlain() throws InterruptedException {
    Path page = trace("parity", "--word", "0111");
    browser().open(page, "#word=01x1&step=3&budget=1");
    awaitText(
        "#live-said",
        "This link cannot be followed: Letter 3: unknown symbol 'x', expected one of '0', '1'. What"
            + " is shown is still what was asked before.");
    assertThat(browser().run("return document.getElementById('word').value")).isEqualTo("01x1");
    assertThat(browser().run("return document.getElementById('word').ariaInvalid"))
        .isEqualTo("true");
    assertThat(browser().text("main > header"))
        .contains("Input 0111 (n = 4) \u2192 accept after 5 intermediate tokens");
    assertThat(browser().text("#said")).startsWith("Step 1 of 5");
    assertThat(browser().run("return location.hash")).isEqualTo("#word=0111");
    browser().open(page, "#bits=1000");
    awaitText("#live-said", "\u201c1000\u201d is none of the choices for bits.");
    browser().open(page, "#regex=1*");
    awaitText("h1", "regex:1*");
    assertThat(browser().text("#verdict")).startsWith("\u2192 accept after 1 ");
  }

  @Test
  void aStepOrABudgetBeyondTheEndIsSaid() {
    Path page = trace("parity", "--word", "0111");
    browser().open(page, "#step=999");
    assertThat(browser().text("#link-said"))
        .isEqualTo("The link asks for step \u201c999\u201d; here the last one is 6.");
    assertThat(browser().text("#said")).startsWith("After 5 intermediate tokens the model answers");
    browser().click("#back");
    assertThat(browser().text("#link-said")).isEmpty();
    browser().open(page, "#step=0&budget=70");
    assertThat(browser().text("#link-said"))
        .contains("step \u201c0\u201d")
        .contains("allows \u201c70\u201d intermediate tokens; this page has 5 at most.");
    browser().open(page, "#step=4&budget=2");
    assertThat(browser().text("#link-said"))
        .isEqualTo("The link asks for step \u201c4\u201d; here the last one is 3.");
    browser().open(page, "#step=6&budget=5");
    assertThat(browser().text("#link-said")).isEmpty();
  }

  @Test
  void aTableThatIsTooLargeToBeEditedIsReadAndThatIsSaid() throws InterruptedException {
    browser().open(trace("word-a5", "--word", "(12345) (123)"));
    browser().click("#by-table summary");
    assertThat(browser().text("#by-table"))
        .contains("This automaton has 60 states and 2 letters.")
        .contains("at most 12 states")
        .contains("\u2192 q0 q1 q2 \u2713");
    assertThat(browser().run("return document.getElementById('build-table').offsetParent"))
        .isNull();
    browser().click("#another summary");
    type("#regex", "(ab)*");
    browser().click("#build");
    awaitText("h1", "regex:(ab)*");
    assertThat(browser().text("#by-table")).startsWith("Another automaton: edit");
  }

  @Test
  void aWordOfTwoHundredLettersIsFluent() throws InterruptedException {
    browser().open(trace("word-s5", "--word", ""));
    type("#word", "(12) (12345) ".repeat(100).strip());
    awaitText("#live-said", "200 letters, 201 steps.");
    browser().press("#last", Keys.ENTER);
    assertThat(browser().text("#said")).contains("After 201 intermediate tokens");
  }

  @Test
  void aRegularExpressionBecomesADecoder() throws InterruptedException {
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
    browser().open(trace("palindrome", "--word", "aba", "--arithmetic", "binary32"));
    assertThat(browser().run("return document.getElementById('live')")).isNull();
    browser().open(trace("parity", "--word", "01", "--arithmetic", "binary32"), "#word=11");
    assertThat(browser().run("return document.getElementById('live')")).isNull();
    assertThat(browser().text("#link-said"))
        .isEqualTo(
            "The link asks for another run; this page can show only the one that it was made"
                + " with.");
    browser().open(folder().resolve("page.html"), "#word=01&step=2");
    assertThat(browser().text("#link-said")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parity | 01 | 0 1 | true",
        "parity | 01 | [\"0\", \"1\"] | true",
        "parity | 01 | 10 | false",
        "parity | 01 | 0 1 0 | false",
        "dyck-2-3 | [] | [ ] | true",
        "dyck-2-3 | [] | '' | false",
        "word-a5 | (12345) (123) | (12345)   (123) | true",
        "word-a5 | (12345) (123) | (123) (12345) | false"
      })
  void aLinkMayWriteThePagesOwnWordInItsOwnWay(
      String problem, String word, String linked, boolean own) {
    Path page = trace(problem, "--word", word, "--arithmetic", "binary32");
    browser().open(page, "#word=" + URLEncoder.encode(linked, StandardCharsets.UTF_8));
    assertThat(browser().text("#link-said").isEmpty()).isEqualTo(own);
  }
}
