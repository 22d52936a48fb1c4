package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.indexed.tree.KeySplit;
import org.cotsim.simulator.execute.indexed.tree.TokenVectors;

/**
 * Values that the token alone decides, for every token of the vocabulary.
 *
 * <p>Each is computed once for tokens that are equal in the columns of the embedding that it
 * depends on, and no further than until it has too many numbers for classes.
 */
final class TokenValues {

  private static final long MOST_WORK = 1L << 28; // operations times tokens
  private static final int MANY = KeySplit.MOST_CLASSES + 1;

  private final TracedNumber[] values;
  private final TokenGroups groups;
  private final Column[] columns; // [values], null where not the token alone decides

  private TokenValues(TracedNumber[] values, TokenGroups groups, Column[] columns) {
    this.values = values;
    this.groups = groups;
    this.columns = columns;
  }

  static TokenValues of(TracedNumber[] values, TokenGroups groups, List<Operation> ops) {
    Column[] columns = new Column[values.length];
    IdentityHashMap<TokenGroups.Groups, List<Column>> known = new IdentityHashMap<>();
    for (int c = 0; c < values.length; c++) {
      if (values[c].tokenOnly) {
        Column column = new Column(values[c], groups, ops, known);
        columns[c] = column.work() <= MOST_WORK ? column : null;
      }
    }
    return new TokenValues(values, groups, columns);
  }

  /** One value and what it is computed from. */
  private static final class Column {
    private final TracedNumber value;
    private final Operation[] order; // what the value depends on
    private final BitSet read = new BitSet(); // columns of the embedding
    private final TokenGroups.Groups groups;
    private final List<Column> together; // the columns that differ for the same tokens
    private double[] table; // [groups], null until one of these columns is asked for
    private int[] codes; // [groups], numbers of different values, null until they are asked for
    private int distinct;

    Column(
        TracedNumber value,
        TokenGroups groups,
        List<Operation> ops,
        IdentityHashMap<TokenGroups.Groups, List<Column>> columns) {
      BitSet order = new BitSet(); // indices of operations
      Deque<TracedNumber> open = new ArrayDeque<>(List.of(value));
      while (!open.isEmpty()) {
        TracedNumber next = open.remove();
        if (!next.isConstant() && next.op instanceof Operation.Load load) {
          read.set(Arrays.asList(load.columns).indexOf(next));
        }
        if (!next.isConstant() && !order.get(next.op.index)) {
          order.set(next.op.index);
          open.addAll(next.op.inputs());
        }
      }
      this.value = value;
      this.order = order.stream().mapToObj(ops::get).toArray(Operation[]::new);
      this.groups = groups.by(read);
      this.together = columns.computeIfAbsent(this.groups, g -> new ArrayList<>());
      if (work() <= MOST_WORK) {
        together.add(this);
      }
    }

    private long work() {
      return groups.representatives.length
          * Arrays.stream(order)
              .mapToLong(op -> op instanceof Operation.Row row ? row.terms.length : 1)
              .sum();
    }

    private double evaluate(int token) {
      for (Operation op : order) {
        op.evaluate(token);
      }
      return number();
    }

    private double number() {
      return value.isConstant() ? value.constant() : value.number;
    }

    private double[] table() {
      if (table == null) {
        fillTables();
      }
      return table;
    }

    /** Fills the tables of all columns together, each operation of theirs once for a token. */
    private void fillTables() {
      Operation[] all =
          together.stream()
              .flatMap(column -> Arrays.stream(column.order))
              .distinct()
              .sorted(Comparator.comparingInt(op -> op.index))
              .toArray(Operation[]::new);
      int[] representatives = groups.representatives;
      together.forEach(column -> column.table = new double[representatives.length]);
      for (int g = 0; g < representatives.length; g++) {
        for (Operation op : all) {
          op.evaluate(representatives[g]);
        }
        for (Column column : together) {
          column.table[g] = column.number();
        }
      }
    }

    /** How many different numbers there are, counted up to one too many for classes. */
    private int distinct() {
      if (codes != null) {
        return distinct;
      }
      codes = new int[groups.representatives.length];
      long[] seen = new long[MANY]; // bits
      for (int g = 0; g < codes.length && distinct < MANY; g++) {
        long bits = Double.doubleToLongBits(evaluate(groups.representatives[g]));
        int code = 0;
        while (code < distinct && seen[code] != bits) {
          code++;
        }
        seen[code] = bits;
        distinct = Math.max(distinct, code + 1);
        codes[g] = code;
      }
      return distinct;
    }
  }

  /** Whether a component depends on columns in which many tokens differ, not on flags alone. */
  boolean isNumber(int component) {
    return columns[component] == null || columns[component].groups.representatives.length >= MANY;
  }

  /** How many different vectors some components form, counted up to one too many for classes. */
  int distinct(int[] components) {
    if (IntStream.of(components).anyMatch(c -> columns[c] == null)) {
      return Integer.MAX_VALUE;
    }
    int[] joint = new int[groups.vocabulary()]; // numbers of the vectors of the components so far
    int count = 1;
    for (int c : components) {
      if (columns[c].distinct() >= MANY) {
        return MANY;
      }
      count = join(joint, columns[c]);
      if (count >= MANY) {
        return MANY;
      }
    }
    return count;
  }

  /** Numbers the pairs of a number and the code of a component; answers how many there are. */
  private static int join(int[] joint, Column column) {
    int[] numbers = new int[MANY * MANY]; // of pairs, plus one
    int count = 0;
    int[] of = column.groups.of;
    for (int token = 0; token < joint.length && count < MANY; token++) {
      int pair = joint[token] * MANY + column.codes[of[token]];
      if (numbers[pair] == 0) {
        numbers[pair] = ++count;
      }
      joint[token] = numbers[pair] - 1;
    }
    return count;
  }

  /** The number of components. */
  int size() {
    return columns.length;
  }

  /** Whether the token alone decides a component. */
  boolean isKnown(int component) {
    return columns[component] != null;
  }

  /** The vectors that some components form, which the token alone decides. */
  TokenVectors vectors(int[] components) {
    BitSet read = new BitSet();
    IntStream.of(components).forEach(c -> read.or(columns[c].read));
    TokenGroups.Groups joint = groups.by(read);
    double[] vectors = new double[joint.representatives.length * components.length];
    int next = 0;
    for (int token : joint.representatives) {
      for (int c : components) {
        vectors[next++] =
            0 + columns[c].table()[columns[c].groups.of[token]]; // no zero is negative
      }
    }
    return TokenVectors.of(joint.of, vectors, components.length);
  }

  /** Whether a component is a whole number up to some size, whatever the token. */
  boolean isInteger(int c, double most) {
    return columns[c] != null
        && Arrays.stream(columns[c].table())
            .allMatch(x -> x == Math.rint(x) && Math.abs(x) <= most);
  }

  /** The least number that a component can be. */
  double low(int c) {
    return columns[c] == null ? values[c].low : Arrays.stream(columns[c].table()).min().orElse(0);
  }

  /** The largest number that a component can be. */
  double high(int c) {
    return columns[c] == null ? values[c].high : Arrays.stream(columns[c].table()).max().orElse(0);
  }
}
