package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotsim.simulator.model.Matrix;

/**
 * Groups tokens that one program can serve: their embeddings are equal but for columns that hold
 * many different numbers, such as the coordinates of a vertex. Flags are equal within a class.
 */
public final class TokenClasses {

  private static final int MOST_NUMBERS = 64; // different ones in a column of flags

  private final int[] classes; // [vocabulary]
  private final List<int[]> members = new ArrayList<>(); // [class][], ascending
  private final int[] all;

  public TokenClasses(Matrix embedding) {
    boolean[] flags = flags(embedding);
    Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
    for (int token = 0; token < embedding.rows(); token++) {
      List<Object> signature = new ArrayList<>();
      for (int e = embedding.rowStart(token); e < embedding.rowStart(token + 1); e++) {
        if (flags[embedding.column(e)]) {
          signature.add(embedding.column(e));
          signature.add(embedding.value(e));
        }
      }
      groups.computeIfAbsent(signature, s -> new ArrayList<>()).add(token);
    }
    this.classes = new int[embedding.rows()];
    for (List<Integer> group : groups.values()) {
      group.forEach(token -> classes[token] = members.size());
      members.add(group.stream().mapToInt(Integer::intValue).toArray());
    }
    this.all = IntStream.range(0, embedding.rows()).toArray();
  }

  private static boolean[] flags(Matrix embedding) {
    List<Set<Double>> numbers = new ArrayList<>();
    IntStream.range(0, embedding.columns()).forEach(c -> numbers.add(new HashSet<>()));
    for (int e = 0; e < embedding.nonZeros(); e++) {
      Set<Double> seen = numbers.get(embedding.column(e));
      if (seen.size() <= MOST_NUMBERS) {
        seen.add(embedding.value(e));
      }
    }
    boolean[] flags = new boolean[embedding.columns()];
    for (int c = 0; c < flags.length; c++) {
      flags[c] = numbers.get(c).size() <= MOST_NUMBERS;
    }
    return flags;
  }

  public int count() {
    return members.size();
  }

  /** The class of a token. */
  public int of(int token) {
    return classes[token];
  }

  /** The tokens of a class; not to be changed. */
  public int[] members(int number) {
    return members.get(number);
  }

  /** Every token, as one class; not to be changed. */
  public int[] all() {
    return all;
  }
}
