package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class GalleryPageTest extends BrowserTest {

  @Test
  void theFirstViewOfAPhoneHoldsTheButtons() throws IOException {
    Path site = folder().resolve("phone");
    cot(
        "gallery",
        "word-a5",
        "modular-arithmetic",
        "palindrome",
        "--language",
        "de",
        "--out",
        site.toString());
    for (String name : List.of("word-a5", "modular-arithmetic", "palindrome")) {
      openOnAPhone(site.resolve(name + ".html"));
      Object lowest =
          browser().run("return document.getElementById('last').getBoundingClientRect().bottom");
      assertThat(((Number) lowest).doubleValue()).as(name).isBetween(200.0, 844.0);
    }
    String height = "return document.getElementById('class').clientHeight";
    Long folded = (Long) browser().run(height);
    browser().click("#class-more");
    assertThat((Long) browser().run(height)).isGreaterThan(2 * folded);
    assertThat(browser().text("#class")).endsWith("weniger");
    browser().click("#class-more");
    assertThat(browser().run(height)).isEqualTo(folded);
  }

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

  private List<?> shown() {
    return (List<?>)
        browser()
            .run(
                "return [...document.querySelectorAll('.cards strong')]"
                    + ".filter(one => one.checkVisibility()).map(one => one.textContent)");
  }

  @Test
  void aReaderFindsProblemsByWordsKindAndClassAndSharesWhatIsFound() {
    Path site = folder().resolve("find");
    String[] names = {"parity", "word-a5", "majority", "graph-cliques"};
    cot("gallery", names[0], names[1], names[2], names[3], "--out", site.toString());
    Path index = site.resolve("index.html");
    browser().open(index);
    assertThat(shown()).hasSize(4);
    assertThat(browser().text("#found")).isEqualTo("All 4");
    browser().press("#find-words", "ODD 1s");
    assertThat(shown()).isEqualTo(List.of("parity"));
    assertThat(browser().text("#found")).isEqualTo("1 of 4");
    assertThat(browser().run("return location.hash")).isEqualTo("#words=ODD+1s");
    browser().press("#find-words", Keys.TAB);
    browser().press("#find-kind", "Turing");
    assertThat(browser().text("#found")).isEqualTo("Nothing of that kind");
    browser().click("#find button");
    assertThat(shown()).hasSize(4);
    browser().open(index, "#class=TC0-complete");
    assertThat(shown()).isEqualTo(List.of("majority"));
    assertThat(browser().run("return document.getElementById('find-class').value"))
        .isEqualTo("TC0-complete");
  }

  @Test
  void withoutScriptsTheListIsWhole() throws IOException {
    Path site = folder().resolve("plain");
    cot("gallery", "parity", "majority", "--out", site.toString());
    Path index = site.resolve("index.html");
    String html = Files.readString(index);
    Files.writeString(index, html.replaceAll("(?s)<script.*?</script>", ""));
    browser().open(index);
    assertThat(shown()).isEqualTo(List.of("parity", "majority"));
    assertThat(browser().run("return document.getElementById('find').checkVisibility()"))
        .isEqualTo(false);
  }
}
