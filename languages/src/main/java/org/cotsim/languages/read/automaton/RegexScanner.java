package org.cotsim.languages.read.automaton;

import java.util.Optional;
import org.cotsim.languages.input.InputException;

/** A regular expression as characters, one after the other. */
abstract class RegexScanner {

  static final int END = -1;

  private static final int MAX_COUNT = 100_000;

  final int[] text;
  int at;
  private final String source;

  RegexScanner(String source, String expression) {
    this.source = source;
    this.text = expression.codePoints().toArray();
  }

  int integer() throws InputException {
    int start = at;
    int value = 0;
    while (peek() >= '0' && peek() <= '9' && value <= MAX_COUNT) {
      value = 10 * value + next() - '0';
    }
    if (start == at) {
      throw error(at + 1, "expected a number, found " + found());
    }
    if (value > MAX_COUNT) {
      throw error(start + 1, "a number above " + MAX_COUNT);
    }
    return value;
  }

  /** A character of a class, perhaps after a backslash. */
  int escaped() throws InputException {
    if (peek() == '\\') {
      next();
      return afterBackslash(at);
    }
    if (peek() == END) {
      throw error(at + 1, "expected a symbol, found " + found());
    }
    if (peek() == '[' && peekAfter() == ':') {
      throw error(at + 1, "'[:' is not read: write the symbols, such as a-z");
    }
    return next();
  }

  /** The character after a backslash in this column. */
  int afterBackslash(int column) throws InputException {
    if (peek() == END) {
      throw error(at + 1, "expected a symbol, found " + found());
    }
    Optional<String> foreign = ForeignRegex.escape(peek());
    if (foreign.isPresent()) {
      throw error(column, foreign.get());
    }
    return next();
  }

  /** The next character, or {@link #END}. */
  int peek() {
    return at < text.length ? text[at] : END;
  }

  /** The character after the next. */
  int peekAfter() {
    return at + 1 < text.length ? text[at + 1] : END;
  }

  int next() {
    return text[at++];
  }

  /** Whether the next character is this one; if so, it is left behind. */
  boolean take(int symbol) {
    boolean taken = peek() == symbol;
    at += taken ? 1 : 0;
    return taken;
  }

  void expect(int symbol, String what) throws InputException {
    if (!take(symbol)) {
      String expected = Character.toString(symbol);
      throw error(at + 1, "expected '%s' to end %s, found %s".formatted(expected, what, found()));
    }
  }

  String found() {
    return peek() == END ? "the end" : "'" + Character.toString(peek()) + "'";
  }

  InputException error(int column, String message) {
    return InputException.at(source, 0, column, message);
  }
}
