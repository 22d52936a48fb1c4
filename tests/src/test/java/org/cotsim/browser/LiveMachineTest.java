package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The decoder in the page of a Turing machine, typed to. */
class LiveMachineTest extends BrowserTest {

  private static final int MOST_BYTES = 2_000_000; // of a page

  /** Puts a text where the machine's is, and builds it. */
  private void build(String text) {
    browser()
        .run(
            "document.getElementById('by-text').open = true;"
                + "document.getElementById('text').value = arguments[0];"
                + "document.getElementById('build-text').click()",
            text);
  }

  private String text() {
    return (String) browser().run("return document.getElementById('text').value");
  }

  @Test
  void anotherWordIsDecodedInThePage() throws IOException, InterruptedException {
    Path page = trace("palindrome", "--word", "aba");
    assertThat(Files.size(page)).isLessThan(MOST_BYTES);
    browser().open(page);
    type("#word", "abab" + Keys.ENTER);
    awaitText("#live-said", "4 letters, 5 steps.");
    assertThat(browser().text("main > header"))
        .contains(
            "Input abab (n = 4) \u2192 reject after 5 intermediate tokens; the oracle agrees");
    browser().press(Keys.TAB);
    browser().click("#last");
    assertThat(browser().text("#machine-said")).startsWith("After 5 steps: state");
    type("#word", "abc" + Keys.ENTER);
    awaitText("#live-said", "Letter 3: unknown symbol 'c', expected one of 'a', 'b'.");
  }

  @Test
  void aMachineIsEditedAndLinkedTo() throws InterruptedException {
    Path page = trace("busy-beaver-4", "--word", "");
    browser().open(page);
    String yaml = text();
    assertThat(yaml)
        .startsWith("blank: '0'\nstart state: A\ntable:\n  A:\n    0: {write: 1, R: B}\n");
    build(yaml.replace("0: {write: 1, R}", "0: {write: 1, R: Z}"));
    awaitText("h1", "machine typed in this page");
    String said = browser().text("#live-said");
    assertThat(said).contains("0 letters, ").doesNotContain(" 107 steps");
    assertThat(browser().text("main > header")).contains("the oracle agrees");
    type("#word", "101" + Keys.ENTER);
    awaitText("#live-said", "3 letters, ");
    String header = browser().text("main > header h1") + browser().text("#verdict");
    Object linked = browser().run("return location.hash");
    browser().open(page, linked.toString());
    awaitText("h1", "machine typed in this page");
    assertThat(browser().text("main > header h1") + browser().text("#verdict")).isEqualTo(header);
    assertThat(text()).contains("0: {write: 1, R: Z}");
    browser().click("#original");
    awaitText("h1", "busy-beaver-4");
    assertThat(text()).isEqualTo(yaml);
    assertThat(browser().text("#verdict")).contains("accept after 107 intermediate tokens");
  }

  @Test
  void whatIsWrongWithAMachineIsToldWithItsPlace() throws InterruptedException {
    browser().open(trace("busy-beaver-2", "--word", ""));
    String yaml = text();
    build(yaml.replace("R: B}", "R: C}"));
    awaitText("#live-said", "Line 5, column ");
    assertThat(browser().text("#live-said")).contains("state 'C' is not in the table.");
    assertThat(browser().run("return document.getElementById('text').ariaInvalid"))
        .isEqualTo("true");
    assertThat(browser().text("h1")).contains("busy-beaver-2");
    build("1RB1LA_1LA1RQQ");
    awaitText("#live-said", "olumn ");
    build("");
    awaitText("#live-said", "The text holds no machine.");
    build("blank: [");
    awaitText("#live-said", "not YAML");
  }

  @Test
  void aRunWithoutEndIsStoppedAndThatIsSaid() throws InterruptedException {
    browser().open(trace("busy-beaver-2", "--word", ""));
    build("1RB1LC_1RC1RB_1RD0LE_1LA1LD_1RZ0LA");
    awaitText(
        "#live-said",
        "1\u202f000 steps. The machine has not halted by then; a page stops after 1\u202f000 steps, the"
            + " command line goes on.");
    assertThat(browser().text("#live-said")).contains("0 letters");
    browser().click("#last");
    assertThat(browser().text("#machine-said")).contains("or was stopped");
  }

  @Test
  void severalTapesAreEditedInTheNotationOfTheSimulator() throws InterruptedException {
    browser().open(trace("addition", "--word", "1+1"));
    assertThat(text()).startsWith("init: ").contains("\naccept: ");
    build(text());
    awaitText("h1", "machine typed in this page");
    assertThat(browser().text("#verdict")).contains("10 after");
  }
}
