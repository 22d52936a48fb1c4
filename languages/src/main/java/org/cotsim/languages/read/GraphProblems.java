package org.cotsim.languages.read;

import java.util.ArrayList;
import java.util.List;

/** The problems found in one file so far. */
final class GraphProblems {

  private static final int MAX = 20;

  private final String source;
  private final List<InputException.Problem> problems = new ArrayList<>();

  GraphProblems(String source) {
    this.source = source;
  }

  /** Notes a problem; gives up once there are so many that more would not help. */
  void add(int line, int column, String message) throws InputException {
    problems.add(new InputException.Problem(source, line, column, message));
    if (problems.size() >= MAX) {
      throw new InputException(problems);
    }
  }

  boolean none() {
    return problems.isEmpty();
  }

  void throwIfAny() throws InputException {
    if (!none()) {
      throw new InputException(problems);
    }
  }
}
