package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the reader guesses, is told and can link to. */
class PredictionTest extends BrowserTest {

  private static final String PICK =
      """
      const wanted = arguments[0];
      [...document.querySelectorAll("#question button")].find((one) => one.innerText === wanted).click();
      """;

  private void pick(String text) {
    browser().run(PICK, text);
  }

  @Test
  void underABudgetTheLastTokenToGuessIsTheForcedAnswer() {
    browser().open(trace("parity", "--word", "0111"), "#predict=token&budget=2");
    pick("q0");
    pick("Next \u25b6");
    pick("q0");
    pick("Next \u25b6");
    pick("reject (answer)");
    assertThat(browser().text("#question"))
        .startsWith("Right: The budget of 2 intermediate tokens is spent")
        .contains("That was the last question here.");
    assertThat(browser().run(TracePageTest.ROW)).isEqualTo("$ 0 1 1 1 # q0 q0 reject");
  }

  private String address() throws InterruptedException {
    Thread.sleep(400); // it follows a moment later
    return (String) browser().run("return location.hash");
  }

  @Test
  void nothingTellsTheNextTokenBeforeItIsGuessed() {
    browser().open(trace("parity", "--word", "0111"), "#predict=token&step=4");
    assertThat(browser().text("#said"))
        .as("not beyond the first open question")
        .isEqualTo(
            "Step 1: the model has read \u201c#\u201d and everything before it. What does it write"
                + " next?");
    assertThat(browser().text("#machine-said"))
        .isEqualTo("The chain begins with the state in which the automaton starts.");
    for (String answer : List.of("q0", "q0", "q1", "q0", "q1")) {
      assertThat(browser().text("#inside")).doesNotContain("next: ").contains("when you have");
      assertThat(browser().text("#machine-said")).doesNotContain("goes to");
      assertThat(browser().run("return document.querySelectorAll('.edge.on').length"))
          .isEqualTo(0L);
      assertThat(browser().text("#track")).contains("?").doesNotContain("accept", "answer");
      assertThat(browser().text("main > header .input")).doesNotContain("accept");
      assertThat(browser().run("return document.getElementById('forward').disabled"))
          .isEqualTo(true);
      pick(answer);
      assertThat(browser().text("#question"))
          .startsWith("Right: Step ")
          .contains("the next token it writes is \u201c" + answer + "\u201d.");
      pick("Next \u25b6");
    }
    pick("reject (answer)");
    assertThat(browser().text("#question"))
        .startsWith("No, not \u201creject\u201d: After 5 intermediate tokens the model answers");
    assertThat(browser().text("#score")).isEqualTo("Score: 5 of 6 right");
    pick("Once more");
    assertThat(browser().text("#score")).isEmpty();
    assertThat(browser().text("#said")).startsWith("Step 1: ");
  }

  @Test
  void aHeadsTargetIsClickedOrTyped() {
    browser().open(trace("parity", "--word", "0111"), "#predict=head&step=2");
    assertThat(browser().text("#question")).contains("At which token does the head");
    assertThat(browser().run("return document.getElementById('arcs').childElementCount"))
        .isEqualTo(0L);
    browser().run("document.querySelector(\".token[title^='0 (position 1)']\").click()");
    assertThat(browser().text("#question"))
        .startsWith("Right: Head ")
        .contains("\u201c0\u201d at 1");
    pick("Next \u25b6");
    browser().press("#question input", "1\n");
    assertThat(browser().text("#question")).startsWith("No, not 1: Head ");
    assertThat(browser().text("#score")).isEqualTo("Score: 1 of 2 right");
  }

  @Test
  void theBudgetThatIsNeededIsOneQuestion() {
    browser().open(trace("parity", "--word", "0110"), "#predict=budget");
    assertThat(browser().run("return document.getElementById('earlier').hidden")).isEqualTo(true);
    browser().press("#question input", "4\n");
    assertThat(browser().text("#question"))
        .isEqualTo(
            "Right: From 4 intermediate tokens on the answer is right. It is right by luck with 0,"
                + " 1, 2.\nThat was the last question here. Once more");
    assertThat(browser().run("return document.getElementById('earlier').hidden")).isEqualTo(false);
  }

  @Test
  void exercisesHoldNoAnswerAndCountOn() throws IOException {
    Path page = trace("parity", "--word", "01", "--exercises", "3");
    assertThat(Files.readString(page))
        .contains("\"exercises\":[\"01\",")
        .doesNotContain("\"forced\":")
        .doesNotContain("\"sequence\":");
    browser().open(page);
    assertThat(browser().text("#live")).contains("Exercise 1 of 3");
    pick("q1");
    assertThat(browser().text("#question")).startsWith("No, not \u201cq1\u201d");
    browser().click("#exercise button");
    assertThat(browser().text("#live")).contains("Exercise 2 of 3");
    pick("q0");
    assertThat(browser().text("#score")).isEqualTo("Score: 1 of 2 right");
  }

  @Test
  void loopsDoNotShowWhatIsAskedFor() throws IOException {
    browser().open(trace("parity", "--word", "01", "--by", "loops", "--exercises", "2"));
    assertThat(browser().text("#question")).isNotEmpty();
    assertThat(browser().run("return document.getElementById('loops').hidden")).isEqualTo(true);
  }

  @Test
  void theAddressFollowsAndALinkRestoresWhatIsShown() throws InterruptedException {
    Path page = trace("parity", "--word", "0111");
    browser().open(page);
    browser().run("document.getElementById('word').value = '01'");
    browser().click("#letters button:last-child");
    browser().click("#forward");
    browser()
        .run(
            "const b = document.getElementById('budget'); b.value = 3; b.dispatchEvent(new Event('input'))");
    assertThat(address()).isEqualTo("#word=011&step=2&budget=3");
    String said = browser().text("#said");
    browser().open(page, "#word=011&step=2&budget=3");
    assertThat(browser().text("#said")).isEqualTo(said);
    assertThat(browser().text("main > header .input")).contains("Input 011 (n = 3)");
    assertThat(browser().run("return document.getElementById('word').value")).isEqualTo("011");
    browser().run("location.hash = '#regex=(ab)*&word=abab&step=3'");
    Thread.sleep(300);
    assertThat(browser().text("h1")).startsWith("regex:(ab)*");
    assertThat(browser().text("#said")).startsWith("Step 3 of 5");
    browser().click("#copy-frame");
    assertThat((String) browser().run("return document.getElementById('copy-text').value"))
        .startsWith("<iframe src=\"file:")
        .contains("#regex=")
        .contains("step=3\" title=\"regex:(ab)*");
  }

  @Test
  void aPageWithoutADecoderHasAnAddressAndQuestionsToo() throws InterruptedException {
    browser().open(trace("palindrome", "--word", "aba", "--arithmetic", "binary32"));
    browser().click("#forward");
    assertThat(address()).isEqualTo("#step=2");
    browser()
        .run(
            "const p = document.getElementById('predict'); p.value = 'token'; p.dispatchEvent(new Event('change'))");
    assertThat(browser().text("#question")).startsWith("What does the model write after");
    assertThat(browser().text("#machine-said")).doesNotContain("writes").doesNotContain("enters");
    assertThat(address()).isEqualTo("#predict=token");
  }
}
