package org.cotsim.simulator.execute.indexed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The components of a head's keys: those that make classes, and those that are searched. */
final class KeySplit {

  /** The most classes of flags. */
  static final int MOST_CLASSES = 64;

  private static final int GRID_BITS = 36; // rounding errors are near 2^-50

  final int[] kept; // components that matter, ascending
  final int[] classes; // indices into kept: components that few tokens tell apart
  final int[] moving; // indices into kept: the others
  final double[] grid; // [moving], cells per unit: a power of two, 2^36 for numbers up to 1
  final int[][] groups; // indices into moving, together a partition: those that share a norm

  private KeySplit(int[] kept, int[] classes, int[] moving, double[] grid, int[][] groups) {
    this.kept = kept;
    this.classes = classes;
    this.moving = moving;
    this.grid = grid;
    this.groups = groups;
  }

  /** The split without classes and without groups, for heads that are not searched. */
  static KeySplit of(int[] kept) {
    return new KeySplit(
        kept, new int[0], IntStream.range(0, kept.length).toArray(), new double[0], new int[0][]);
  }

  /** The split of so many components that all move, and are searched together. */
  static KeySplit ofOneGroup(int components, double largest) {
    int[] all = IntStream.range(0, components).toArray();
    double[] grid = DoubleStream.generate(() -> grid(largest)).limit(components).toArray();
    return new KeySplit(all, new int[0], all, grid, new int[][] {all});
  }

  static KeySplit of(int[] kept, Value[] query, Value[] key, TokenTable keys) {
    int[] classes = classes(kept, keys);
    int[] moving =
        IntStream.range(0, kept.length)
            .filter(i -> IntStream.of(classes).noneMatch(c -> c == i))
            .toArray();
    double[] grid = IntStream.of(moving).mapToDouble(m -> grid(key[kept[m]])).toArray();
    return new KeySplit(kept, classes, moving, grid, groups(kept, moving, query, key));
  }

  /** As many components as form few classes together, those of fewest numbers first. */
  private static int[] classes(int[] kept, TokenTable keys) {
    int[] distinct = IntStream.of(kept).map(c -> keys.distinct(new int[] {c})).toArray();
    int[] order =
        IntStream.range(0, kept.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> distinct[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int size = 0;
    while (size < order.length && distinct[order[size]] <= MOST_CLASSES) {
      int[] more = IntStream.of(order).limit(size + 1).map(i -> kept[i]).toArray();
      if (keys.distinct(more) > MOST_CLASSES) {
        break;
      }
      size++;
    }
    return IntStream.of(order).limit(size).sorted().toArray();
  }

  private static double grid(Value key) {
    return grid(Math.max(Math.abs(key.low), Math.abs(key.high)));
  }

  private static double grid(double largest) {
    return Math.scalb(1.0, GRID_BITS - Math.getExponent(largest));
  }

  /** Joins components that come from a common norm, in the query or in the key. */
  private static int[][] groups(int[] kept, int[] moving, Value[] query, Value[] key) {
    List<Set<Op>> sources = new ArrayList<>();
    List<List<Integer>> groups = new ArrayList<>();
    for (int m = 0; m < moving.length; m++) {
      Set<Op> source = new HashSet<>(norms(key[kept[moving[m]]]));
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

  private static Set<Op> norms(Value value) {
    Stream<Value> sources =
        value.op instanceof Op.Row row ? row.inputs().stream() : Stream.of(value);
    Set<Op> norms = new HashSet<>();
    sources.filter(v -> v.op instanceof Op.Normalise).forEach(v -> norms.add(v.op));
    return norms;
  }
}
