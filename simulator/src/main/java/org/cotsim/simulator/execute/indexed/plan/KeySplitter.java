package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.indexed.tree.KeySplit;

/** Splits the components of a head's keys by what tokens make of them. */
final class KeySplitter {

  private static final int MANY_COMPONENTS = 8;
  private static final int NO_FLAG = Integer.MAX_VALUE;

  private KeySplitter() {}

  static KeySplit of(int[] kept, TracedNumber[] query, TracedNumber[] key, TokenValues keys) {
    int[] classes = classes(kept, keys);
    int[] moving =
        IntStream.range(0, kept.length)
            .filter(i -> IntStream.of(classes).noneMatch(c -> c == i))
            .toArray();
    double[] grid = IntStream.of(moving).mapToDouble(m -> grid(key[kept[m]])).toArray();
    return new KeySplit(kept, classes, moving, grid, groups(kept, moving, query, key));
  }

  /**
   * As many components as form few classes together, those of fewest numbers first. Where there are
   * many components, digits of a number stay together: they are no flags.
   */
  private static int[] classes(int[] kept, TokenValues keys) {
    boolean many = kept.length > MANY_COMPONENTS;
    int[] distinct =
        IntStream.of(kept)
            .map(c -> many && keys.isNumber(c) ? NO_FLAG : keys.distinct(new int[] {c}))
            .toArray();
    int[] order =
        IntStream.range(0, kept.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> distinct[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int size = 0;
    while (size < order.length && distinct[order[size]] <= KeySplit.MOST_CLASSES) {
      int[] more = IntStream.of(order).limit(size + 1).map(i -> kept[i]).toArray();
      if (keys.distinct(more) > KeySplit.MOST_CLASSES) {
        break;
      }
      size++;
    }
    return IntStream.of(order).limit(size).sorted().toArray();
  }

  private static double grid(TracedNumber key) {
    return KeySplit.grid(Math.max(Math.abs(key.low), Math.abs(key.high)));
  }

  /** Joins components that come from a common norm, in the query or in the key. */
  private static int[][] groups(
      int[] kept, int[] moving, TracedNumber[] query, TracedNumber[] key) {
    List<Set<Operation>> sources = new ArrayList<>();
    List<List<Integer>> groups = new ArrayList<>();
    for (int m = 0; m < moving.length; m++) {
      Set<Operation> source = new HashSet<>(norms(key[kept[moving[m]]]));
      source.addAll(norms(query[kept[moving[m]]]));
      List<Integer> group = new ArrayList<>(List.of(m));
      for (int g = sources.size() - 1; g >= 0; g--) {
        if (sources.get(g).stream().anyMatch(source::contains)) {
          source.addAll(sources.remove(g));
          group.addAll(0, groups.remove(g));
        }
      }
      sources.add(source);
      groups.add(group);
    }
    return groups.stream()
        .map(g -> g.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toArray(int[][]::new);
  }

  private static Set<Operation> norms(TracedNumber value) {
    Stream<TracedNumber> sources =
        value.op instanceof Operation.Row row ? row.inputs().stream() : Stream.of(value);
    Set<Operation> norms = new HashSet<>();
    sources.filter(v -> v.op instanceof Operation.Normalise).forEach(v -> norms.add(v.op));
    return norms;
  }
}
