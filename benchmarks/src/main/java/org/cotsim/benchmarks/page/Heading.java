package org.cotsim.benchmarks.page;

import org.cotsim.benchmarks.experiment.run.TracedInput;

/**
 * What a page is about.
 *
 * @param name of the problem
 * @param summary what it asks
 * @param english whether the summary is one of ours, and not what somebody wrote
 */
record Heading(String name, String summary, boolean english) {

  /** The problem's own. */
  static Heading of(TracedInput run) {
    return new Heading(run.problem().name(), run.problem().summary(), true);
  }

  /** The inside of an {@code h1}. */
  String toHtml() {
    return Html.escape(name)
        + " "
        + (english ? Html.english("small", summary) : Html.element("small", summary));
  }
}
