package org.cotsim.languages.hops;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.cotsim.languages.input.InputException;

/**
 * How many hops are asked for: a number, or a function of the number of points, rounded up.
 *
 * <p>{@code log} is the logarithm to base 2, {@code half} half the points; each is at least 1.
 */
public final class HopCount {

  /** The most hops that a number may ask for. */
  public static final int MOST = 1_000_000;

  private static final List<String> FUNCTIONS = List.of("log", "sqrt", "half");
  private static final int LONGEST = 9; // digits that an int holds

  private final String text;
  private final IntUnaryOperator hops;

  private HopCount(String text, IntUnaryOperator hops) {
    this.text = text;
    this.hops = hops;
  }

  /**
   * Reads {@code log}, {@code sqrt}, {@code half} or a number from 1 to {@link #MOST}.
   *
   * @param name of the problem, for the error
   */
  public static HopCount parse(String name, String text) throws InputException {
    return switch (text) {
      case "log" -> new HopCount(text, m -> log(m));
      case "sqrt" -> new HopCount(text, m -> (int) Math.ceil(Math.sqrt(m)));
      case "half" -> new HopCount(text, m -> (m + 1) / 2);
      default -> number(name, text);
    };
  }

  private static int log(int points) {
    return points <= 1 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(points - 1);
  }

  private static HopCount number(String name, String text) throws InputException {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw InputException.in(
          name,
          "expected a number of hops or one of "
              + String.join(", ", FUNCTIONS)
              + " after hops-, as in hops-8, not \""
              + text
              + "\"");
    }
    int number = text.length() > LONGEST ? Integer.MAX_VALUE : Integer.parseInt(text);
    if (number < 1 || number > MOST) {
      throw InputException.in(name, "the number of hops is from 1 to " + MOST + ", not " + text);
    }
    return new HopCount(text, m -> number);
  }

  /** The functions of the number of points, by name. */
  public static List<String> functions() {
    return FUNCTIONS;
  }

  /** Whether it is the same number at every size. */
  public boolean isFixed() {
    return !FUNCTIONS.contains(text);
  }

  /** The hops on so many points, at least 1. */
  public int on(int points) {
    return Math.max(1, hops.applyAsInt(points));
  }

  /**
   * The fewest points on which a path of all hops leaves a point over, from where on there are
   * instances of either answer that look alike.
   */
  public int fewestPoints() {
    return IntStream.iterate(3, m -> m + 1).filter(m -> m >= on(m) + 2).findFirst().orElseThrow();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
