package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A decoder that its reader makes weaker, in the page. */
class LiveWeakerTest extends BrowserTest {

  private void choose(String field, String value) {
    browser()
        .run(
            "document.getElementById('what-if').open = true;"
                + "const field = document.getElementById('if-' + arguments[0]);"
                + "field.value = arguments[1]; field.dispatchEvent(new Event('change'))",
            field,
            value);
  }

  @Test
  void withTooFewBitsThePageSaysWhereTheChainBreaksAndWhy() throws InterruptedException {
    Path page = trace("parity", "--word", "0110111011");
    browser().open(page);
    choose("bits", "12");
    awaitText("#broken", "With that too every step is the oracle's.");
    choose("bits", "6");
    awaitText("#broken", "Step 2 is the first that differs: the oracle writes \u201cq0\u201d");
    assertThat(browser().text("#broken"))
        .contains("the model writes \u201creject\u201d, whose score is larger by ")
        .contains("The closest call is \u201cread symbol\u201d: there the right score leads by")
        .contains("rounding in bits:6 can blur it by")
        .contains("should look at position 1 then, and gives it 50% of its weight.");
    browser().click("#to-broken");
    awaitText("#said", "the model answers by itself: \u201creject\u201d. That is wrong");
    Object linked = browser().run("return location.hash");
    assertThat(linked).isEqualTo("#bits=6&word=0110111011&step=2");
    browser().open(page, linked.toString());
    awaitText("#broken", "Step 2 is the first that differs");
    browser().click("#original");
    awaitText("#live-said", "This is what the page came with.");
    assertThat(browser().run("return document.getElementById('broken').hidden")).isEqualTo(true);
    assertThat(browser().text("#verdict")).contains("accept after 11 intermediate tokens");
  }

  @Test
  void softmaxAndNormsAreTried() throws InterruptedException {
    browser().open(trace("parity", "--word", "0110111011"));
    choose("softmax", "20");
    awaitText("#broken", "should look at position 1 then, and gives it 12% of its weight.");
    choose("softmax", "-1");
    awaitText("#live-said", "The inverse temperature is a number above 0.");
    choose("softmax", "");
    awaitText("#live-said", "10 letters, 11 steps.");
    choose("norm", "STANDARD");
    awaitText("#live-said", "tandard pre-norm divides by the norm of the whole stream");
    choose("norm", "PROJECTED");
    awaitText("#broken", "With that too every step is the oracle's.");
  }

  @Test
  void aFractionIsTypedAsTheLanguageWritesIt() throws InterruptedException {
    browser().open(trace("parity", "--word", "0110111011", "--language", "de"));
    choose("softmax", "0,5");
    awaitText("#broken", "% seines Gewichts");
    choose("softmax", "0;5");
    awaitText("#live-said", "Die inverse Temperatur ist eine Zahl größer als 0.");
  }

  @Test
  void aDecoderThatIsBuiltWeakIsLiveToo() throws InterruptedException {
    browser().open(trace("mod-3", "--word", "0110", "--arithmetic", "bits:20", "--uncertified"));
    type("#word", "011");
    awaitText("#live-said", "3 letters, 4 steps.");
    assertThat(browser().text(".facts")).contains("bits:20");
  }
}
