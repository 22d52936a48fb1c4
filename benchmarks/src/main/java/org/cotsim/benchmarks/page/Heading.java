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

  /** The field of a live problem that says whether its summary is one of ours. */
  static final String ENGLISH = "english";

  /** The problem's own. */
  static Heading of(TracedInput run) {
    return new Heading(run.problem().name(), run.problem().summary(), true);
  }

  /** The inside of an {@code h1}. */
  String toHtml(Sentences say) {
    return Html.escape(name) + " " + summary("small", say);
  }

  /** What it asks, as an element; one of ours in the page's language, if it is known there. */
  String summary(String tag, Sentences say) {
    return english ? say.element(tag, summary) : Html.element(tag, summary);
  }
}
