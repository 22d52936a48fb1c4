package org.cotsim.languages.input;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be used as it stands, with every problem found and its place. */
public final class InputException extends Exception {

  /**
   * One problem at one place.
   *
   * @param source the file or expression as the person named it
   * @param line counted from 1, or 0 where lines mean nothing
   * @param column counted from 1, or 0 where it is not known
   * @param message what was found and what was expected, in one sentence
   */
  public record Problem(String source, int line, int column, String message) {

    /** Takes them as they can be shown: {@link Characters#visible}. */
    public Problem {
      source = Characters.visible(source);
      message = Characters.visible(message);
    }

    /** {@code file:3:7: message}; without a line {@code word, column 7: message}. */
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder(source);
      if (line > 0) {
        text.append(':').append(line);
      }
      if (column > 0) {
        text.append(line > 0 ? ":" : ", column ").append(column);
      }
      return text.append(": ").append(message).toString();
    }
  }

  private final List<Problem> problems;

  /**
   * All the problems of one input.
   *
   * @param problems at least one
   */
  public InputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an input error needs a problem");
    }
    this.problems = List.copyOf(problems);
  }

  /** A single problem at a known line and column, both counted from 1. */
  public static InputException at(String source, int line, int column, String message) {
    return new InputException(List.of(new Problem(source, line, column, message)));
  }

  /** A single problem that concerns the input as a whole. */
  public static InputException in(String source, String message) {
    return at(source, 0, 0, message);
  }

  /** The same problems, of a text that is a line of a file. */
  public InputException inLine(String source, int line) {
    return new InputException(
        problems.stream().map(p -> new Problem(source, line, p.column(), p.message())).toList());
  }

  /** The problems in the order in which they were found. */
  public List<Problem> problems() {
    return problems;
  }
}
