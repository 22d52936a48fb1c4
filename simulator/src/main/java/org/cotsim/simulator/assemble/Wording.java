package org.cotsim.simulator.assemble;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a person reads the coordinates of a subspace; no computation depends on it. */
@FunctionalInterface
public interface Wording {

  /** What is said of a subspace that holds zeros only. */
  String NOTHING = "\u2013";

  /** The most coordinates that are shown as numbers. */
  int SHOWN = 8;

  /** What rounding leaves of a share that is zero, and more. */
  double NOISE = 1e-6;

  /**
   * What the coordinates say, in a few words.
   *
   * @param values [width of the subspace]
   */
  String of(double[] values);

  /** The coordinates as numbers, the first few if there are many. */
  static Wording numbers() {
    return values ->
        isZero(values)
            ? NOTHING
            : Arrays.stream(values)
                    .limit(SHOWN)
                    .mapToObj(Wording::number)
                    .collect(Collectors.joining(", "))
                + (values.length > SHOWN ? ", \u2026" : "");
  }

  /** The label of the coordinate that is 1; shares where several labels are mixed. */
  static Wording oneHot(List<String> labels) {
    List<String> known = List.copyOf(labels);
    return values -> isZero(values) ? NOTHING : mixture(known, values);
  }

  /** The labels of the coordinates that are 1, the first few if there are many. */
  static Wording set(List<String> labels) {
    List<String> known = List.copyOf(labels);
    return values -> {
      List<String> members =
          IntStream.range(0, values.length)
              .filter(i -> values[i] > 0.5)
              .mapToObj(known::get)
              .toList();
      return members.isEmpty()
          ? NOTHING
          : String.join(", ", members.subList(0, Math.min(SHOWN, members.size())))
              + (members.size() > SHOWN ? ", \u2026 (" + members.size() + " in all)" : "");
    };
  }

  /** A coordinate that is 1 or 0. */
  static Wording yesOrNo() {
    return values -> values[0] > 0.5 ? "yes" : "no";
  }

  /** A coordinate 1/m, as the fraction and as a count. */
  static Wording inverse(String count) {
    return values ->
        values[0] == 0 ? NOTHING : number(values[0]) + ", so " + count + " = " + inverse(values[0]);
  }

  /** A coordinate 1/(1 + b), as the fraction and as a count. */
  static Wording inverseAfterOne(String count) {
    return values ->
        values[0] == 0
            ? NOTHING
            : number(values[0]) + ", so " + count + " = " + (inverse(values[0]) - 1);
  }

  /** A point of the unit circle, as the label of the nearest of evenly spaced angles. */
  static Wording circle(List<String> labels, int angles) {
    List<String> known = List.copyOf(labels);
    return values -> {
      if (isZero(values)) {
        return NOTHING;
      }
      double turn = Math.atan2(values[1], values[0]) / (2 * Math.PI);
      int nearest = Math.floorMod(Math.round(turn * angles), angles);
      return nearest < known.size() ? known.get(nearest) : numbers().of(values);
    };
  }

  /** Whether no coordinate holds anything. */
  static boolean isZero(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == 0);
  }

  /** A number for a person: whole, as a fraction 1/m, or with three digits. */
  static String number(double value) {
    if (isNearWhole(value)) {
      return Long.toString(Math.round(value));
    }
    double inverse = 1 / Math.abs(value);
    if (inverse < 1e9 && isNearWhole(inverse)) {
      return (value < 0 ? "-1/" : "1/") + Math.round(inverse);
    }
    return new BigDecimal(value, new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  private static boolean isNearWhole(double value) {
    return Math.abs(value) < 1e15
        && Math.abs(value - Math.rint(value)) <= 1e-9 * Math.max(1, Math.abs(value));
  }

  private static long inverse(double value) {
    return Math.round(1 / value);
  }

  private static String mixture(List<String> labels, double[] values) {
    List<Integer> present =
        IntStream.range(0, values.length)
            .filter(i -> Math.abs(values[i]) > NOISE)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(values[i])))
            .toList();
    if (present.isEmpty()) {
      return NOTHING;
    }
    int largest = present.get(0);
    if (present.size() == 1 && Math.abs(values[largest] - 1) < NOISE) {
      return labels.get(largest);
    }
    return present.stream()
        .limit(3)
        .map(i -> number(values[i]) + " " + labels.get(i))
        .collect(Collectors.joining(" + "));
  }
}
