package org.cotsim.simulator.execute.indexed.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the token alone decides of a head's keys: flags, and a pair of components that is a point on
 * a circle, or zero. Numbered by their flags, then zero, then by their angle.
 */
public final class TokenKeys {

  private final int[] groups; // [vocabulary], of tokens whose keys are equal
  private final int[] numbers; // [groups], of keys
  private final Part[] parts;
  private final int size;

  /** Keys of equal flags. */
  static final class Part {
    final double[] flags;
    final int first; // the number of the first key
    final boolean zero; // whether that one has the pair 0
    final CirclePoints points; // the pairs of those after it

    Part(List<Double> flags, int first, boolean zero, CirclePoints points) {
      this.flags = flags.stream().mapToDouble(Double::doubleValue).toArray();
      this.first = first;
      this.zero = zero;
      this.points = points;
    }

    /** The number of the first point. */
    int firstPoint() {
      return first + (zero ? 1 : 0);
    }

    /** A component of the pair of a key. */
    double pair(int key, int component) {
      int point = key - firstPoint();
      return point < 0 ? 0 : points.points[2 * point + component];
    }
  }

  private TokenKeys(TokenVectors vectors, int[] order, List<Part> parts) {
    int[] next = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      next[order[i]] = i;
    }
    this.groups = vectors.groups();
    this.numbers = vectors.renumbered(next);
    this.parts = parts.toArray(Part[]::new);
    this.size = order.length;
  }

  /**
   * Orders the keys; empty if their pairs are on no circle.
   *
   * @param vectors of so many flags, then a pair
   * @param known points of other heads, which are shared where they are the same; grows
   */
  public static Optional<TokenKeys> of(TokenVectors vectors, int flags, List<CirclePoints> known) {
    Map<List<Double>, List<Integer>> members = new LinkedHashMap<>(); // by flags
    for (int v = 0; v < vectors.size(); v++) {
      int number = v;
      List<Double> of = IntStream.range(0, flags).mapToObj(c -> vectors.get(number, c)).toList();
      members.computeIfAbsent(of, f -> new ArrayList<>()).add(v);
    }
    int[] order = new int[vectors.size()];
    int size = 0;
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<List<Double>, List<Integer>> entry : members.entrySet()) {
      int first = size;
      for (int v : entry.getValue()) {
        if (isZero(vectors, v, flags)) {
          order[size++] = v;
        }
      }
      boolean zero = size > first;
      int[] others =
          entry.getValue().stream()
              .filter(v -> !isZero(vectors, v, flags))
              .mapToInt(Integer::intValue)
              .toArray();
      double[] pairs = pairs(vectors, others, flags);
      double[] sorted = new double[pairs.length];
      int next = 0;
      for (int place : CirclePoints.order(pairs)) {
        order[size++] = others[place];
        sorted[next++] = pairs[2 * place];
        sorted[next++] = pairs[2 * place + 1];
      }
      parts.add(new Part(entry.getKey(), first, zero, shared(sorted, known)));
    }
    return parts.stream().allMatch(part -> part.points.isRound())
        ? Optional.of(new TokenKeys(vectors, order, parts))
        : Optional.empty();
  }

  private static CirclePoints shared(double[] points, List<CirclePoints> known) {
    for (CirclePoints other : known) {
      if (other.hasPoints(points)) {
        return other;
      }
    }
    CirclePoints made = CirclePoints.of(points);
    known.add(made);
    return made;
  }

  private static boolean isZero(TokenVectors vectors, int number, int flags) {
    return vectors.get(number, flags) == 0 && vectors.get(number, flags + 1) == 0;
  }

  private static double[] pairs(TokenVectors vectors, int[] numbers, int flags) {
    double[] pairs = new double[2 * numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      pairs[2 * i] = vectors.get(numbers[i], flags);
      pairs[2 * i + 1] = vectors.get(numbers[i], flags + 1);
    }
    return pairs;
  }

  /** The number of different keys. */
  public int size() {
    return size;
  }

  /** The key of a token. */
  int of(int token) {
    return numbers[groups[token]];
  }

  int parts() {
    return parts.length;
  }

  Part part(int number) {
    return parts[number];
  }

  /**
   * The value that all tokens of a part have, [parts]; empty if tokens of one part have several.
   */
  Optional<int[]> valuesOfParts(TokenVectors values) {
    int[] found = new int[parts.length];
    Arrays.fill(found, -1);
    for (int token = 0; token < groups.length; token++) {
      int part = partOf(of(token));
      int value = values.of(token);
      if (found[part] >= 0 && found[part] != value) {
        return Optional.empty();
      }
      found[part] = value;
    }
    return Optional.of(found);
  }

  /** The number of the part that a key is in. */
  int partOf(int key) {
    int part = parts.length - 1;
    while (parts[part].first > key) {
      part--;
    }
    return part;
  }
}
