package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotsim.benchmarks.cli.Cot;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of pages share: one browser, a folder, and that nothing is complained of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  private Path folder;
  private Browser browser;

  @BeforeAll
  final void start(@TempDir Path temporary) {
    folder = temporary;
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterEach
  final void theConsoleIsSilent() {
    assertThat(browser.complaints()).isEmpty();
  }

  @AfterAll
  final void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  final Browser browser() {
    return browser;
  }

  final Path folder() {
    return folder;
  }

  /** Opens a page in the least window that Chromium can have: nothing may stick out. */
  final void assertFitsAPhone(Path page, String place) {
    browser.resize(500, 800);
    try {
      browser.open(page, place);
      assertThat(
              browser.run(
                  "return document.documentElement.scrollWidth"
                      + " - document.documentElement.clientWidth"))
          .isEqualTo(0L);
    } finally {
      browser.resize(1200, 1000);
    }
  }

  /** Opens a page in a frame as large as the screen of a usual phone. */
  final void openOnAPhone(Path page) throws IOException {
    Path phone = page.resolveSibling("phone.html");
    Files.writeString(
        phone,
        "<!doctype html><title>phone</title><link rel=icon href=data:,>"
            + "<iframe src='%s' width=390 height=844 style='border:0'></iframe>"
                .formatted(page.getFileName()));
    browser.open(phone);
    browser.enterFrame("iframe");
  }

  /** The page that {@code cot trace} writes. */
  final Path trace(String... arguments) {
    Path page = folder.resolve("page.html");
    cot(
        Stream.of(Stream.of("trace"), Stream.of(arguments), Stream.of("--out", page.toString()))
            .flatMap(part -> part)
            .toArray(String[]::new));
    return page;
  }

  /** Types into a field in place of what is there. */
  final void type(String field, String text) {
    browser().run("document.querySelector(arguments[0]).value = ''", field);
    browser().press(field, text);
  }

  /** Waits until an element says so. */
  final void awaitText(String selector, String part) throws InterruptedException {
    for (int i = 0; i < 200 && !browser().text(selector).contains(part); i++) {
      Thread.sleep(25);
    }
    assertThat(browser().text(selector)).contains(part);
  }

  /** Runs a command that must succeed. */
  static void cot(String... arguments) {
    StringWriter err = new StringWriter();
    int code = Cot.run(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(Cot.DONE);
  }
}
