package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class GalleryPageTest extends BrowserTest {

  @Test
  void aReaderGoesFromTheIndexToARunAndOnToTheNext() {
    Path site = folder().resolve("site");
    cot("gallery", "parity", "binary-increment", "graph-cliques", "--out", site.toString());
    browser().open(site.resolve("index.html"));
    assertThat(browser().text("h1")).isEqualTo("What a chain of thought can decide");
    browser().click(".cards a[href='parity.html']");
    browser().press(Keys.END);
    assertThat(browser().text("#said")).contains("After 9 intermediate tokens the model answers");
    browser().click("nav a:last-child");
    browser().press(Keys.ARROW_RIGHT);
    assertThat(browser().text("#machine-said")).startsWith("After 1 step: state");
    browser().click("nav a:last-child");
    browser().press(Keys.END);
    assertThat(browser().text("#machine-said")).endsWith("That is the goal.");
    assertThat(browser().run("return document.querySelectorAll('.node.seen').length > 2"))
        .isEqualTo(true);
  }
}
