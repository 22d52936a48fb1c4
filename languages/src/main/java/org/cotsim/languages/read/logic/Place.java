package org.cotsim.languages.read.logic;

import org.cotsim.languages.input.InputException;

/**
 * Where a line of text stands.
 *
 * @param source the file or formula as the person named it
 * @param line counted from 1, or 0 where lines mean nothing
 */
record Place(String source, int line) {

  InputException error(int column, String message) {
    return InputException.at(source, line, column, message);
  }
}
