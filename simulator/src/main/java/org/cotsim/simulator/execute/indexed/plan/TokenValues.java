package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.indexed.tree.KeySplit;

/** Values that the token alone decides, tabulated for every token of the vocabulary. */
final class TokenValues {

  private static final long MOST_WORK = 1L << 28; // operations times tokens

  private final TracedNumber[] values;
  private final double[][] table; // [values][vocabulary], null where not the token alone decides

  private TokenValues(TracedNumber[] values, double[][] table) {
    this.values = values;
    this.table = table;
  }

  static TokenValues of(TracedNumber[] values, int vocabulary, List<Operation> ops) {
    List<Integer> known =
        IntStream.range(0, values.length).filter(c -> values[c].tokenOnly).boxed().toList();
    TreeSet<Integer> order = new TreeSet<>(); // indices of operations
    Deque<TracedNumber> open = new ArrayDeque<>();
    known.forEach(c -> open.add(values[c]));
    while (!open.isEmpty()) {
      TracedNumber value = open.remove();
      if (!value.isConstant() && order.add(value.op.index)) {
        open.addAll(value.op.inputs());
      }
    }
    double[][] table = new double[values.length][];
    if (work(order, ops) * vocabulary <= MOST_WORK) {
      known.forEach(c -> table[c] = new double[vocabulary]);
      for (int token = 0; token < vocabulary; token++) {
        for (int index : order) {
          ops.get(index).evaluate(token);
        }
        for (int c : known) {
          table[c][token] = values[c].isConstant() ? values[c].constant() : values[c].number;
        }
      }
    }
    return new TokenValues(values, table);
  }

  private static long work(Set<Integer> order, List<Operation> ops) {
    return order.stream()
        .mapToLong(i -> ops.get(i) instanceof Operation.Row row ? row.terms.length : 1)
        .sum();
  }

  /** How many different vectors some components form, counted up to one too many for classes. */
  int distinct(int[] components) {
    if (components.length == 0) {
      return 1;
    }
    Set<List<Double>> seen = new HashSet<>();
    if (IntStream.of(components).anyMatch(c -> table[c] == null)) {
      return Integer.MAX_VALUE;
    }
    for (int token = 0;
        token < table[components[0]].length && seen.size() <= KeySplit.MOST_CLASSES;
        token++) {
      int at = token;
      seen.add(IntStream.of(components).mapToObj(c -> table[c][at]).toList());
    }
    return seen.size();
  }

  /** Whether a component is a whole number up to some size, whatever the token. */
  boolean isInteger(int c, double most) {
    return table[c] != null
        && Arrays.stream(table[c]).allMatch(x -> x == Math.rint(x) && Math.abs(x) <= most);
  }

  double low(int c) {
    return table[c] == null
        ? values[c].low
        : IntStream.range(0, table[c].length).mapToDouble(t -> table[c][t]).min().orElse(0);
  }

  double high(int c) {
    return table[c] == null
        ? values[c].high
        : IntStream.range(0, table[c].length).mapToDouble(t -> table[c][t]).max().orElse(0);
  }
}
