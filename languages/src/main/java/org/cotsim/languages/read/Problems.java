package org.cotsim.languages.read;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.read.InputException.Problem;

/** The problems of one source, collected until there are enough of them. */
final class Problems {

  private static final int ENOUGH = 20;

  private final String source;
  private final List<Problem> found = new ArrayList<>();

  Problems(String source) {
    this.source = source;
  }

  /** Adds a problem; gives up when there are twenty. */
  void add(int line, int column, String message) throws InputException {
    found.add(new Problem(source, line, column, message));
    if (found.size() == ENOUGH) {
      throw new InputException(found);
    }
  }

  /** Ends with what was found, if anything was. */
  void end() throws InputException {
    if (!found.isEmpty()) {
      throw new InputException(found);
    }
  }
}
