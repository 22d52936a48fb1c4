package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The decoder in the page of a graph, typed to. */
class LiveGraphTest extends BrowserTest {

  private Path page;

  @BeforeEach
  void open() throws IOException {
    Path file = folder().resolve("town.edges");
    Files.writeString(file, "home bridge\nbridge island\nmill \"old town\"\n");
    page = trace("graph:" + file, "--source", "home", "--target", "island");
    browser().open(page);
  }

  private void choose(String end, String vertex) {
    browser()
        .run(
            "const end = document.getElementById(arguments[0]); end.value = arguments[1];"
                + "end.dispatchEvent(new Event('change'))",
            end,
            vertex);
  }

  private void build(String edges) {
    browser()
        .run(
            "document.getElementById('by-text').open = true;"
                + "document.getElementById('text').value = arguments[0];"
                + "document.getElementById('build-text').click()",
            edges);
  }

  @Test
  void anotherQuestionIsDecodedInThePage() throws InterruptedException {
    assertThat(browser().text("#verdict")).contains("accept after 3");
    choose("target", "old town");
    awaitText("#live-said", "5 vertices, ");
    assertThat(browser().text("#verdict"))
        .startsWith("\u2192 reject")
        .contains("the oracle agrees");
    browser().click("#last");
    assertThat(browser().text("#machine-said")).startsWith("Step ");
  }

  @Test
  void edgesAreEditedAndLinkedTo() throws InterruptedException {
    choose("target", "old town");
    Object edges = browser().run("return document.getElementById('text').value");
    assertThat(edges).isEqualTo("source target\nhome bridge\nbridge island\nmill \"old town\"\n");
    build(edges + "island,mill\n".replace(',', ' '));
    awaitText("#live-said", "5 vertices, ");
    assertThat(browser().text("#verdict")).startsWith("\u2192 accept");
    assertThat(browser().run("return document.querySelectorAll('.diagram .edge').length"))
        .isEqualTo(4L);
    browser().click("#directed");
    build("mill \"old town\"\nhome mill\n");
    awaitText("h1", "directed graph");
    Object linked = browser().run("return location.hash");
    choose("source", "mill");
    awaitText("#machine-said", "mill");
    browser().open(page, linked.toString());
    awaitText("#live-said", "3 vertices, 2 steps.");
    assertThat(browser().text("h1")).contains("directed graph");
    assertThat(browser().run("return document.getElementById('target').value"))
        .isEqualTo("old town");
    browser().click("#original");
    awaitText("h1", "town.edges");
    assertThat(browser().text("#verdict")).contains("accept after 3");
  }

  @Test
  void whatIsWrongWithEdgesIsToldWithItsPlace() throws InterruptedException {
    build("a b\nc\n");
    awaitText("#live-said", "Line 2, column 1: \"c\" is not an edge: a target is missing.");
    build("a b\nb \"c\n");
    awaitText("#live-said", "Line 2, column 3: this quote is not closed.");
    build("");
    awaitText("#live-said", "The text has no edges.");
    build("p q\n");
    awaitText("#live-said", "2 vertices, ");
    assertThat(browser().text("#live-said")).doesNotContain("still");
  }
}
