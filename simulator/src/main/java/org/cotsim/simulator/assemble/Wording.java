package org.cotsim.simulator.assemble;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How a person reads the coordinates of a subspace; no computation depends on it. */
@FunctionalInterface
public interface Wording {

  /** What is said of a subspace that holds zeros only. */
  Phrase NOTHING = Phrase.name("\u2013");

  /** The labels of two coordinates, one of which is 1. */
  List<Phrase> NO_YES = List.of(Phrase.of("no"), Phrase.of("yes"));

  /** The most coordinates that are shown as numbers. */
  int SHOWN = 8;

  /** What rounding leaves of a share that is zero, and more. */
  double NOISE = 1e-6;

  /**
   * What the coordinates say, in a few words.
   *
   * @param values [width of the subspace]
   */
  Phrase of(double[] values);

  /** The coordinates as numbers, the first few if there are many. */
  static Wording numbers() {
    return values ->
        isZero(values) ? NOTHING : some(Arrays.stream(values).mapToObj(Wording::number).toList());
  }

  /** The label of the coordinate that is 1; shares where several labels are mixed. */
  static Wording oneHot(List<?> labels) {
    List<?> known = List.copyOf(labels);
    return values -> isZero(values) ? NOTHING : mixture(known, values);
  }

  /** The labels of the coordinates that are 1, the first few if there are many. */
  static Wording set(List<?> labels) {
    List<?> known = List.copyOf(labels);
    return values -> {
      List<?> members =
          IntStream.range(0, values.length)
              .filter(i -> values[i] > 0.5)
              .mapToObj(known::get)
              .toList();
      return members.isEmpty()
          ? NOTHING
          : members.size() <= SHOWN
              ? Phrase.name(members)
              : Phrase.of(
                  "{some} ({count} in all)", "some", some(members), "count", members.size());
    };
  }

  /** A coordinate that is 1 or 0. */
  static Wording yesOrNo() {
    return values -> NO_YES.get(values[0] > 0.5 ? 1 : 0);
  }

  /** A coordinate 1/m, as the fraction and as a count. */
  static Wording inverse(String count) {
    return values -> values[0] == 0 ? NOTHING : inverse(values[0], count, 0);
  }

  /** A coordinate 1/(1 + b), as the fraction and as a count. */
  static Wording inverseAfterOne(String count) {
    return values -> values[0] == 0 ? NOTHING : inverse(values[0], count, 1);
  }

  /** A point of the unit circle, as the label of the nearest of evenly spaced angles. */
  static Wording circle(List<?> labels, int angles) {
    List<?> known = List.copyOf(labels);
    return values -> {
      if (isZero(values)) {
        return NOTHING;
      }
      double turn = Math.atan2(values[1], values[0]) / (2 * Math.PI);
      int nearest = Math.floorMod(Math.round(turn * angles), angles);
      return nearest < known.size() ? Phrase.name(known.get(nearest)) : numbers().of(values);
    };
  }

  /** Whether no coordinate holds anything. */
  static boolean isZero(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == 0);
  }

  /** A number for a person: whole, as a fraction 1/m, or with three digits. */
  static Phrase.Figure number(double value) {
    return new Phrase.Figure(spelled(value));
  }

  private static String spelled(double value) {
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

  private static Phrase inverse(double value, String count, int less) {
    return Phrase.of(
        "{value}, so {count} = {number}",
        "value",
        number(value),
        "count",
        count,
        "number",
        Math.round(1 / value) - less);
  }

  /** The first few of a list. */
  private static Phrase some(List<?> all) {
    return all.size() <= SHOWN
        ? Phrase.name(all)
        : Phrase.of("{some}, \u2026", "some", all.subList(0, SHOWN));
  }

  private static Phrase mixture(List<?> labels, double[] values) {
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
      return Phrase.name(labels.get(largest));
    }
    return present.stream()
        .limit(3)
        .map(i -> Phrase.of("{share} {label}", "share", number(values[i]), "label", labels.get(i)))
        .reduce((sum, more) -> Phrase.of("{sum} + {more}", "sum", sum, "more", more))
        .orElse(NOTHING);
  }
}
