package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Where things stand on a page: on screens of several sizes, and beside very many tokens. */
class TraceLayoutTest extends BrowserTest {

  @Test
  void aLongChainKeepsFewElementsAndAnswersToTheKeys() {
    browser().open(trace("parity", "--word", "1".repeat(9_999)));
    assertThat((Long) browser().run("return document.getElementsByTagName('*').length"))
        .isLessThan(800);
    browser().press(Keys.END);
    assertThat(browser().text("#said"))
        .contains("After 10\u202f000 intermediate tokens the model answers by itself:");
    browser().press(Keys.ARROW_LEFT);
    assertThat(browser().text("#said")).startsWith("Step 10\u202f000 of 10\u202f000");
    assertThat(browser().text("#inside")).contains("1/count: 1/10\u202f000, so m = 10\u202f000");
    assertThat((Long) browser().run("return document.getElementsByTagName('*').length"))
        .isLessThan(800);
  }

  @Test
  void anArcToATokenFarAwayRisesInView() {
    browser().open(trace("parity", "--word", "1".repeat(500)), "#step=400");
    Object highest =
        browser()
            .run(
                "const arc = document.querySelector('#arcs path:last-of-type');"
                    + "const width = document.getElementById('strip').clientWidth;"
                    + "const length = arc.getTotalLength();"
                    + "const points = [...Array(200).keys()].map("
                    + "(i) => arc.getPointAtLength((i * length) / 199));"
                    + "return Math.round(Math.min("
                    + "...points.filter((p) => p.x > 0 && p.x < width).map((p) => p.y)))");
    assertThat((Long) highest).isBetween(0L, 60L);
  }

  @Test
  void nothingSticksOutOnAPhone() {
    assertFitsAPhone(trace("modular-arithmetic", "--word", "1 + 2 * 3 - 4 + 1"), "");
  }

  @Test
  void onANarrowPageTheNextTokenIsInViewAndNoTokenIsBroken() {
    Path page = trace("palindrome", "--word", "abba");
    browser().resize(500, 900);
    try {
      browser().open(page, "#step=4");
      assertThat(
              browser()
                  .run(
                      "const box = (one) => document.querySelector(one).getBoundingClientRect();"
                          + "return box('.token.next').right <= box('#strip').right"
                          + " && box('.token.now').left >= box('#strip').left"))
          .isEqualTo(true);
      assertThat(
              browser()
                  .run(
                      "return [...document.querySelectorAll('#said .unbroken')]"
                          + ".map(one => one.textContent + one.getClientRects().length).join()"))
          .isEqualTo("\u201ccarry-a b R\u201d1,\u201ccarry-a a R\u201d1");
    } finally {
      browser().resize(1200, 1000);
    }
  }

  @ParameterizedTest
  @CsvSource({"parity, 01101", "binary-increment, 1011", "word-a5, (12345) (123) (12345)"})
  void aLecturersScreenHoldsTokensControlsMachineAndSlider(String problem, String word) {
    Path page = folder().resolve(problem + "-lecture.html");
    cot("trace", problem, "--word", word, "--out", page.toString());
    browser().resize(1366, 768);
    try {
      browser().open(page, "#step=4");
      Object lowest =
          browser()
              .run(
                  "return Math.max(...['#forward', '#strip', '#machine .diagram', '#budget'].map("
                      + "one => document.querySelector(one).getBoundingClientRect().bottom))");
      assertThat(((Number) lowest).doubleValue()).isBetween(400.0, 768.0);
    } finally {
      browser().resize(1200, 1000);
    }
  }

  @Test
  void ofManyHeadsTheTextsAreFoldedUntilAskedFor() {
    Path page = folder().resolve("many-heads.html");
    cot("trace", "palindrome-2tape", "--word", "abba", "--out", page.toString());
    browser().open(page, "#step=3");
    assertThat(browser().text("#inside")).doesNotContain("Here it looks at");
    browser().click("#inside details summary");
    assertThat(browser().run("return document.querySelector('#inside details p').offsetHeight > 0"))
        .isEqualTo(true);
    browser().click("#forward");
    assertThat(browser().run("return document.querySelectorAll('#inside details[open]').length"))
        .isEqualTo(1L);
  }
}
