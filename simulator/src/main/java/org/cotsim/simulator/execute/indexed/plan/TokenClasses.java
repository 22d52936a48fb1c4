package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
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
    TokenGroups.Groups groups = new TokenGroups(embedding).by(flags(embedding));
    this.classes = groups.of;
    int[] sizes = new int[groups.representatives.length];
    for (int number : classes) {
      sizes[number]++;
    }
    for (int size : sizes) {
      members.add(new int[size]);
    }
    for (int token = classes.length - 1; token >= 0; token--) {
      members.get(classes[token])[--sizes[classes[token]]] = token;
    }
    this.all = IntStream.range(0, embedding.rows()).toArray();
  }

  private static BitSet flags(Matrix embedding) {
    List<Set<Double>> numbers = new ArrayList<>();
    IntStream.range(0, embedding.columns()).forEach(c -> numbers.add(new HashSet<>()));
    for (int e = 0; e < embedding.nonZeros(); e++) {
      Set<Double> seen = numbers.get(embedding.column(e));
      if (seen.size() <= MOST_NUMBERS) {
        seen.add(embedding.value(e));
      }
    }
    BitSet flags = new BitSet();
    for (int c = 0; c < numbers.size(); c++) {
      flags.set(c, numbers.get(c).size() <= MOST_NUMBERS);
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
