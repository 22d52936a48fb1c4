package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The reached set inside a vector, beside the chain of a search. */
class ThoughtsPageTest extends BrowserTest {

  private Path trace(String edges) throws IOException {
    Path graph = folder().resolve("graph.txt");
    Files.writeString(graph, edges);
    Path page = folder().resolve("thoughts.html");
    cot(
        "trace",
        "graph:" + graph,
        "--directed",
        "--source",
        "s",
        "--target",
        "t",
        "--by",
        "thoughts",
        "--out",
        page.toString());
    return page;
  }

  /** The names of the vertices that are lit in a picture. */
  private List<?> lit(String prefix, String name) {
    return (List<?>)
        browser()
            .run(
                "return [...document.querySelectorAll('.node.' + arguments[1])]"
                    + ".filter(one => one.id.startsWith(arguments[0]))"
                    + ".map(one => one.querySelector('title').textContent)",
                prefix,
                name);
  }

  @Test
  void theSetLightsUpThoughtByThoughtWhileTheSearchWritesTokens() throws IOException {
    browser().open(trace("s a\ns b\na c\nb c\nc d\nd t\n"));
    assertThat(browser().text("#thought-said"))
        .isEqualTo(
            "Before the first thought the vector holds 1 vertex: s. One head takes all 2 edges that"
                + " begin there at once: 2 vertices join: a, b.");
    assertThat(lit("t-", "joins")).isEqualTo(List.of("a", "b"));
    assertThat(lit("c-", "seen")).isEqualTo(List.of("s"));
    browser().press(Keys.ARROW_DOWN);
    assertThat(lit("t-", "seen")).isEqualTo(List.of("s", "a", "b"));
    assertThat(lit("c-", "seen")).isEqualTo(List.of("s", "a"));
    assertThat(browser().text("#chain-said"))
        .isEqualTo(
            "Token 1, \u201cs->a\u201d, examines the edge from s to a and reaches a: 2 vertices"
                + " reached.");
    for (int i = 0; i < 3; i++) {
      browser().press(Keys.ARROW_DOWN);
    }
    assertThat(browser().text("#thought-said"))
        .endsWith("t is among them, so the model answers \u201caccept\u201d.");
    assertThat(lit("t-", "on")).isEqualTo(List.of("t"));
    browser().press(Keys.ARROW_DOWN);
    browser().press(Keys.ARROW_DOWN);
    assertThat(browser().text("#chain-said")).endsWith("The model answers \u201caccept\u201d.");
    assertThat(browser().text("#thought-ending"))
        .isEqualTo(
            "4 thoughts of 6 numbers each, against 6 tokens. The most vertices that one thought let"
                + " join at once: 2.");
    assertThat(browser().run("return document.getElementById('machine').hidden")).isEqualTo(true);
  }

  @Test
  void onAPathThePageSaysThatNothingIsSaved() throws IOException {
    browser().open(trace("s a\na t\n"));
    assertThat(browser().text("#thought-ending"))
        .contains("2 thoughts", "2 tokens", "superposition buys nothing here");
  }

  @Test
  void aBudgetOfThoughtsCutsThemAndForcesTheAnswer() throws IOException {
    browser().open(trace("s a\ns b\na c\nb c\nc d\nd t\n"), "#budget=2");
    browser().press(Keys.END);
    assertThat(browser().text("#said"))
        .contains("The budget of 2 intermediate tokens is spent", "\u201creject\u201d");
    assertThat(lit("t-", "seen")).isEqualTo(List.of("s", "a", "b", "c"));
  }

  @Test
  void aLinkMayNameThePagesOwnQuestion() throws IOException {
    Path page = trace("s a\na t\n");
    browser().open(page, "#source=s&target=t&step=2");
    assertThat(browser().text("#link-said")).isEmpty();
    browser().open(page, "#source=s&target=a");
    assertThat(browser().text("#link-said")).startsWith("The link asks for another run");
  }

  @Test
  void itFitsAPhone() throws IOException {
    assertFitsAPhone(trace("s a\ns b\na c\nb c\nc d\nd t\n"), "");
  }
}
