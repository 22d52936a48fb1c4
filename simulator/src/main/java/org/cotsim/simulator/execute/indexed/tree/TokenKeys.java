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
 * a circle, or zero, or digits. Numbered by their flags, then zero, then by their angle.
 */
public final class TokenKeys {

  private final TokenNumbers table;
  private final int column; // of the numbers of keys
  private final int tokens; // in the vocabulary
  private final Part[] parts;
  private final int size;

  /** Keys of equal flags. */
  static final class Part {
    final double[] flags;
    final int first; // the number of the first key
    final boolean zero; // whether that one has the pair 0
    final TokenPoints points; // what those after it have

    Part(List<Double> flags, int first, boolean zero, TokenPoints points) {
      this.flags = flags.stream().mapToDouble(Double::doubleValue).toArray();
      this.first = first;
      this.zero = zero;
      this.points = points;
    }

    /** The number of the first point. */
    int firstPoint() {
      return first + (zero ? 1 : 0);
    }

    /** Writes what a key has beside its flags. */
    void fill(int key, double[] own) {
      int point = key - firstPoint();
      for (int c = 0; c < own.length; c++) {
        own[c] = point < 0 ? 0 : points.get(point, c);
      }
    }
  }

  private TokenKeys(TokenVectors vectors, int[] order, List<Part> parts, TokenNumbers table) {
    int[] next = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      next[order[i]] = i;
    }
    this.table = table;
    this.column = table.column(vectors.groups(), vectors.renumbered(next));
    this.tokens = vectors.groups().length;
    this.parts = parts.toArray(Part[]::new);
    this.size = order.length;
  }

  /**
   * Orders the keys; empty if their pairs are on no circle, or their digits take three values.
   *
   * @param vectors of so many flags, then a pair or, if there are other than two, digits
   * @param known points of other heads, which are shared where they are the same; grows
   * @param table of the model
   */
  public static Optional<TokenKeys> of(
      TokenVectors vectors, int flags, List<TokenPoints> known, TokenNumbers table) {
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
      int[] all = entry.getValue().stream().mapToInt(Integer::intValue).toArray();
      Optional<Part> part = part(vectors, entry.getKey(), all, size, known);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      System.arraycopy(all, 0, order, size, all.length);
      size += all.length;
      parts.add(part.get());
    }
    return Optional.of(new TokenKeys(vectors, order, parts, table));
  }

  /** Keys of equal flags; puts them into their order. */
  private static Optional<Part> part(
      TokenVectors vectors, List<Double> flags, int[] all, int first, List<TokenPoints> known) {
    int zero = zero(vectors, all, flags.size());
    if (zero >= 0) {
      int moved = all[0];
      all[0] = all[zero];
      all[zero] = moved;
    }
    int begin = zero < 0 ? 0 : 1;
    int width = vectors.width() - flags.size();
    double[] own = vectors.from(Arrays.copyOfRange(all, begin, all.length), flags.size());
    Optional<? extends TokenPoints> points =
        width == 2 ? onCircle(own, all, begin) : SignPoints.of(own, width);
    return points.map(found -> new Part(flags, first, zero >= 0, shared(found, known)));
  }

  /** Where the key is that is 0 but for its flags, -1 if there is none. */
  private static int zero(TokenVectors vectors, int[] all, int flags) {
    for (int i = 0; i < all.length; i++) {
      int number = all[i];
      if (IntStream.range(flags, vectors.width()).allMatch(c -> vectors.get(number, c) == 0)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<CirclePoints> onCircle(double[] pairs, int[] all, int begin) {
    int[] others = Arrays.copyOfRange(all, begin, all.length);
    double[] sorted = new double[pairs.length];
    int next = 0;
    for (int place : CirclePoints.order(pairs)) {
      all[begin + next] = others[place];
      sorted[2 * next] = pairs[2 * place];
      sorted[2 * next + 1] = pairs[2 * place + 1];
      next++;
    }
    return Optional.of(CirclePoints.of(sorted)).filter(CirclePoints::isRound);
  }

  private static TokenPoints shared(TokenPoints points, List<TokenPoints> known) {
    for (TokenPoints other : known) {
      if (other.isSame(points)) {
        return other;
      }
    }
    known.add(points);
    return points;
  }

  /** The number of different keys. */
  public int size() {
    return size;
  }

  /** The key of a token. */
  int of(int token) {
    return table.of(token, column);
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
    for (int token = 0; token < tokens; token++) {
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
