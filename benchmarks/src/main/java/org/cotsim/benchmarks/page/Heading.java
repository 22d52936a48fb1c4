package org.cotsim.benchmarks.page;

import org.cotsim.benchmarks.experiment.run.TracedInput;

/**
 * What a page is about.
 *
 * @param name of the problem
 * @param summary what it asks
 */
record Heading(String name, String summary) {

  /** The problem's own. */
  static Heading of(TracedInput run) {
    return new Heading(run.problem().name(), run.problem().summary());
  }

  /** The inside of an {@code h1}. */
  String toHtml() {
    return Html.escape(name) + " " + Html.english("small", summary);
  }
}
