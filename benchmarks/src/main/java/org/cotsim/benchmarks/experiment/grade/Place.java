package org.cotsim.benchmarks.experiment.grade;

import org.cotsim.languages.input.InputException;

/**
 * Where a completion stands.
 *
 * @param source the file as the person named it
 * @param line from 1; 0 where lines mean nothing
 * @param text of the line, for columns; empty where lines mean nothing
 */
public record Place(String source, int line, String text) {

  /** An error about a key, at its column. */
  InputException problem(String key, String message) {
    int at = text.indexOf('"' + key + '"');
    return InputException.at(source, line, line == 0 ? 0 : Math.max(1, at + 1), message);
  }

  /** An error at a column of the line. */
  InputException problem(int column, String message) {
    return InputException.at(source, line, line == 0 ? 0 : column, message);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
