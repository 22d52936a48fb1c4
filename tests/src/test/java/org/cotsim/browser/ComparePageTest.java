package org.cotsim.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparePageTest extends BrowserTest {

  @Test
  void aMarkerShowsItsFigures() {
    cot(
        "sweep",
        "parity",
        "--lengths",
        "6",
        "--budgets",
        "0,n,n+1",
        "--samples",
        "10",
        "--html",
        "--out",
        folder().toString());
    browser().open(folder().resolve("compare.html"));
    Object markers = browser().run("return document.querySelectorAll('.chart [tabindex]').length");
    assertThat((Long) markers).isGreaterThanOrEqualTo(3);
    browser()
        .run(
            "[...document.querySelectorAll('.chart [tabindex]')]"
                + ".find(one => one.textContent.includes('n+1')).focus()");
    assertThat(browser().text("#figures"))
        .contains("parity, n = 6, budget n+1 = 7 steps")
        .contains("10 of 10 right");
    assertThat(browser().run("return document.querySelectorAll('tbody tr').length")).isEqualTo(3L);
  }
}
