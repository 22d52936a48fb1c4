package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The products of windows that double, loop by loop. */
class LoopsPageTest extends BrowserTest {

  private static final String WORD = "(12345) (123) (12345) (123) (123)";

  private Path loops(String... more) {
    String[] word = {"word-a5", "--by", "loops", "--word", WORD};
    return trace(Stream.concat(Stream.of(word), Stream.of(more)).toArray(String[]::new));
  }

  private Object count(String selector) {
    return browser().run("return document.querySelectorAll(arguments[0]).length", selector);
  }

  @Test
  void everyLoopLetsMoreLettersIn() {
    browser().open(loops());
    assertThat(browser().text("#loop-said"))
        .startsWith(
            "After loop 3 of 3, \u201c#\u201d at position 6 holds (14352), the product of all 5"
                + " letters from 1 to 5. It looked at position 2, which held (13452) for the 2"
                + " letters from 1 to 2");
    for (long entered : List.of(3L, 1L, 0L)) {
      browser().press(Keys.ARROW_UP);
      assertThat(count(".loop-head.entered")).isEqualTo(entered);
    }
    assertThat(browser().text("#loop-said")).startsWith("Before the first loop");
    browser().press(Keys.ARROW_DOWN);
    browser().press(Keys.ARROW_LEFT);
    assertThat(browser().text("#loop-said"))
        .startsWith("After loop 1 of 3, \u201c(123)\u201d at position 5")
        .contains("the product of the 2 letters from 4 to 5");
    assertThat(browser().text("#inside")).contains("LAYER 3, LOOP 2");
  }

  @Test
  void theChainOfTheSameWordStandsBelow() {
    browser().open(loops());
    assertThat(count(".loop-chain")).isEqualTo(7L);
    assertThat(browser().text("#loop-chain"))
        .isEqualTo(
            "After 3 loops every letter has entered the product at \u201c#\u201d, and no intermediate"
                + " token was written. The chain of the same word, --by theorem1, is 6 tokens written"
                + " one after the other, then \u201creject\u201d.");
  }

  @Test
  void withALoopLessTheFirstLettersAreMissed() {
    browser().open(loops("--loops", "2"));
    assertThat(browser().text("#loop-chain"))
        .startsWith("After 2 loops the first 2 letters had not entered the product");
  }

  @Test
  void aPageOpensAtALoopAndFitsAPhone() {
    assertFitsAPhone(loops(), "#loop=2");
    assertThat(browser().text("#loop-count")).isEqualTo("2 of 3 loops");
  }
}
