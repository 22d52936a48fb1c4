package org.cotsim.languages.input;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.input.InputException.Problem;

/** The problems of one source, collected until there are so many that more would not help. */
public final class InputProblems {

  private static final int ENOUGH = 20;

  private final String source;
  private final List<Problem> found = new ArrayList<>();

  /**
   * No problems yet.
   *
   * @param source the file or expression as the person named it
   */
  public InputProblems(String source) {
    this.source = source;
  }

  /**
   * Notes a problem.
   *
   * @param line counted from 1, or 0 where lines mean nothing
   * @param column counted from 1, or 0 where it is not known
   * @throws InputException with all that were found, at the twentieth
   */
  public void add(int line, int column, String message) throws InputException {
    found.add(new Problem(source, line, column, message));
    if (found.size() == ENOUGH) {
      throw new InputException(found);
    }
  }

  /** How many were found so far. */
  public int count() {
    return found.size();
  }

  /** Ends with what was found, if anything was. */
  public void throwIfAny() throws InputException {
    if (!found.isEmpty()) {
      throw new InputException(found);
    }
  }
}
