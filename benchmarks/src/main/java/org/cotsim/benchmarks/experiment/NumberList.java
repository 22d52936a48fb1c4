package org.cotsim.benchmarks.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;

/**
 * Whole numbers as a person lists them: {@code 16,64}, {@code 1..5}, {@code 16..64/8} in steps of
 * 8, {@code 16..1024*2} each twice the one before.
 *
 * <p>A range ends at the last of its numbers that is not beyond its end.
 */
public final class NumberList {

  private static final int MOST = 10_000;
  private static final Pattern PART =
      Pattern.compile("(-?\\d{1,18})(?:\\.\\.(-?\\d{1,18})(?:([/*])(\\d{1,18}))?)?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

  private final String source;
  private final List<Long> listed = new ArrayList<>();

  private NumberList(String source) {
    this.source = source;
  }

  /**
   * Reads lengths: numbers from 0 on.
   *
   * @param source where the text stands, as the person named it
   * @throws InputException with the column at which the text cannot be read
   * @throws ExperimentException if a number is no length or is there twice
   */
  public static List<Integer> lengths(String source, String text)
      throws InputException, ExperimentException {
    List<Integer> lengths = new ArrayList<>();
    for (long number : numbers(source, text)) {
      if (number < 0) {
        throw new ExperimentException(source + " " + number + ": a length is at least 0");
      }
      if (number > Integer.MAX_VALUE) {
        throw new ExperimentException(
            source + " " + number + ": a length is at most " + Integer.MAX_VALUE);
      }
      lengths.add((int) number);
    }
    return lengths;
  }

  /**
   * Reads numbers.
   *
   * @throws InputException with the column at which the text cannot be read
   * @throws ExperimentException if a number is there twice
   */
  public static List<Long> numbers(String source, String text)
      throws InputException, ExperimentException {
    NumberList list = new NumberList(source);
    int column = 1;
    for (String part : text.split(",", -1)) {
      int blanks = part.length() - part.stripLeading().length();
      list.read(part.strip(), column + blanks);
      column += part.length() + 1;
    }
    if (new HashSet<>(list.listed).size() < list.listed.size()) {
      throw new ExperimentException(source + ": something is listed twice in " + list.listed);
    }
    return List.copyOf(list.listed);
  }

  private void read(String part, int column) throws InputException {
    Matcher matcher = PART.matcher(part);
    if (!matcher.matches()) {
      throw unreadable(part, column);
    }
    long first = Long.parseLong(matcher.group(1));
    if (matcher.group(2) == null) {
      add(first, column);
      return;
    }
    long last = Long.parseLong(matcher.group(2));
    long by = matcher.group(4) == null ? 1 : Long.parseLong(matcher.group(4));
    boolean powers = "*".equals(matcher.group(3));
    requireForward(first, last, column + matcher.start(2));
    if (by < (powers ? 2 : 1)) {
      throw at(
          column + matcher.start(4),
          "found %d, expected %s"
              .formatted(by, powers ? "a factor of at least 2" : "a step of at least 1"));
    }
    if (powers && first < 1) {
      throw at(
          column,
          "found %d, expected at least 1 where each is a multiple of the one before"
              .formatted(first));
    }
    for (long number = first; number <= last; number = powers ? times(number, by) : number + by) {
      add(number, column);
    }
  }

  private void requireForward(long first, long last, int column) throws InputException {
    if (last < first) {
      throw at(column, "found %d, expected an end of at least %d".formatted(last, first));
    }
  }

  private static long times(long number, long factor) {
    return number > Long.MAX_VALUE / factor ? Long.MAX_VALUE : number * factor;
  }

  private void add(long number, int column) throws InputException {
    if (listed.size() == MOST) {
      throw at(column, "these are more than " + MOST + " numbers");
    }
    listed.add(number);
  }

  /** Says where a part stops to make sense. */
  private InputException unreadable(String part, int column) {
    Matcher number = NUMBER.matcher(part);
    if (!number.lookingAt()) {
      return found(part, 0, column, "a number, or a range such as 16..64, 16..64/8 or 16..1024*2");
    }
    int at = number.end();
    if (!part.startsWith("..", at)) {
      return found(part, at, column, "a comma, or .. and the end of a range");
    }
    at += 2;
    number.region(at, part.length());
    if (!number.lookingAt()) {
      return found(part, at, column, "the end of the range");
    }
    at = number.end();
    if (part.charAt(at) != '/' && part.charAt(at) != '*') {
      return found(part, at, column, "a comma, / and a step, or * and a factor");
    }
    number.region(at + 1, part.length());
    return number.lookingAt() && part.charAt(at + 1) != '-'
        ? found(part, number.end(), column, "a comma")
        : found(part, at + 1, column, part.charAt(at) == '/' ? "a step" : "a factor");
  }

  private InputException found(String part, int at, int column, String expected) {
    String rest = part.substring(at);
    return at(
        column + at,
        (rest.isEmpty() ? "it ends too early" : "found \"" + rest + "\"")
            + ", expected "
            + expected);
  }

  private InputException at(int column, String message) {
    return InputException.at(source, 0, column, message);
  }
}
