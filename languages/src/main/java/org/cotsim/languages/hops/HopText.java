package org.cotsim.languages.hops;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cotsim.languages.input.InputException;

/** An instance as a line: the images of the points in their order, then s and t. */
public final class HopText {

  /** What a line looks like: f(0) = 1, f(1) = 2, f(2) = 0. */
  public static final String EXAMPLE = "1 2 0 s=0 t=2";

  private static final int LONGEST = 9; // digits that an int holds

  private HopText() {}

  /** Writes a line that {@link #parse} reads; the number of hops is not in it. */
  public static String format(HopInstance instance) {
    return instance.images().stream().map(String::valueOf).collect(Collectors.joining(" "))
        + " s="
        + instance.source()
        + " t="
        + instance.target();
  }

  /**
   * Reads a line.
   *
   * @param name of the problem, for the error
   * @param hops of the problem
   */
  public static HopInstance parse(String name, String text, HopCount hops) throws InputException {
    List<String> words = text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    int points = words.size() - 2;
    if (points < 1 || !words.get(points).startsWith("s=")) {
      throw problem(name, "s=X is missing before the last word", text);
    }
    if (!words.get(points + 1).startsWith("t=")) {
      throw problem(name, "the last word is not t=X", text);
    }
    List<Integer> images = new ArrayList<>(points);
    for (int x = 0; x < points; x++) {
      images.add(point(name, "f(" + x + ")", words.get(x), points));
    }
    int source = point(name, "s", words.get(points).substring(2), points);
    int target = point(name, "t", words.get(points + 1).substring(2), points);
    return new HopInstance(images, source, target, hops.on(points));
  }

  private static int point(String name, String what, String digits, int points)
      throws InputException {
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= LONGEST
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    int point = isNumber ? Integer.parseInt(digits) : points;
    if (point >= points) {
      throw InputException.in(
          name,
          what
              + " is \""
              + digits
              + "\"; expected a point from 0 to "
              + (points - 1)
              + ", as "
              + points
              + (points == 1 ? " image is given" : " images are given"));
    }
    return point;
  }

  private static InputException problem(String name, String what, String text) {
    return InputException.in(
        name,
        what
            + " in \""
            + (text.length() > 60 ? text.substring(0, 60) + "\u2026" : text)
            + "\"; expected f(0) f(1) ... and then s and t, as in \""
            + EXAMPLE
            + "\"");
  }
}
