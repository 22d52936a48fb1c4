package org.cotsim.junit;

import org.cotsim.benchmarks.experiment.check.CheckResult.Mismatch;
import org.opentest4j.AssertionFailedError;

/** The first wrong answer of a cell, as its failure shows it. */
final class FirstWrong {

  private FirstWrong() {}

  static String sentence(Mismatch wrong) {
    String input = wrong.input().isEmpty() ? "the empty word" : wrong.input();
    return "first wrong on %s: %s%nexpected ... %s%nemitted  ... %s"
        .formatted(
            input,
            wrong.reason(),
            String.join(" ", wrong.expected()),
            String.join(" ", wrong.actual()));
  }

  /** The same failure with a sentence more; it keeps its stack trace and what was compared. */
  static AssertionError added(Throwable failure, String sentence) {
    String message = (failure.getMessage() == null ? "" : failure.getMessage() + "\n") + sentence;
    AssertionError longer =
        failure instanceof AssertionFailedError compared && compared.isExpectedDefined()
            ? new AssertionFailedError(
                message, compared.getExpected(), compared.getActual(), compared.getCause())
            : new AssertionFailedError(message, failure.getCause());
    longer.setStackTrace(failure.getStackTrace());
    return longer;
  }
}
