package org.cotsim.simulator.execute.indexed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.indexed.HeadPlan.Strategy;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/** Chooses the strategy of every head from what its queries, keys and values can be. */
final class HeadPlanner implements Trace.Planner {

  private static final int MOST_MOVING = 8; // boxes of more dimensions exclude little
  private static final double LARGEST = 1e100; // products of larger numbers may overflow
  private static final double SLACK = 1e-6; // above the rounding of a mean of 2^31 numbers

  private final int vocabulary;
  private final List<Head> heads;
  private final List<HeadPlan> plans = new ArrayList<>();

  HeadPlanner(Transformer model) {
    this.vocabulary = model.vocabulary().size();
    this.heads = model.layers().stream().flatMap(l -> l.attention().heads().stream()).toList();
  }

  List<HeadPlan> plans() {
    return plans;
  }

  @Override
  public HeadPlan plan(int index, Value[] query, Value[] key, Value[] value, List<Op> ops) {
    Head head = heads.get(index);
    TokenTable keys = TokenTable.of(key, vocabulary, ops);
    double[][] bounds = meanBounds(head, value, TokenTable.of(value, vocabulary, ops));
    HeadPlan plan =
        Stream.of(query, key).flatMap(Arrays::stream).allMatch(HeadPlanner::small)
            ? plan(index, head, query, key, keys, bounds)
            : scan(index, head, all(head), bounds, "its scores are not bounded");
    plans.add(plan);
    return plan;
  }

  private HeadPlan plan(
      int index, Head head, Value[] query, Value[] key, TokenTable keys, double[][] bounds) {
    int[] kept =
        IntStream.range(0, head.keySize())
            .filter(c -> !query[c].isZero() && !key[c].isZero())
            .toArray();
    if (IntStream.of(kept).allMatch(c -> key[c].isConstant())) {
      String reason = "running mean, because all scores are equal";
      return new HeadPlan(index, head, Strategy.UNIFORM, KeySplit.of(new int[0]), bounds, reason);
    }
    if (head.weighting() instanceof Weighting.Softmax) {
      return scan(index, head, kept, bounds, "softmax gives every position a weight");
    }
    KeySplit split = KeySplit.of(kept, query, key, keys);
    if (split.moving.length > MOST_MOVING) {
      String many = split.moving.length + " key components are too many for a tree of boxes";
      return scan(index, head, kept, bounds, many);
    }
    return split.moving.length == 0
        ? new HeadPlan(index, head, Strategy.CLASSES, split, bounds, classesReason(keys, kept))
        : new HeadPlan(index, head, Strategy.TREE, split, bounds, treeReason(split, keys));
  }

  private static String classesReason(TokenTable keys, int[] kept) {
    return "scan of "
        + keys.distinct(kept)
        + " merged entries, because the token alone decides the key";
  }

  private static String treeReason(KeySplit split, TokenTable keys) {
    int[] flags = IntStream.of(split.classes).map(i -> split.kept[i]).toArray();
    String reason =
        "tree of boxes over " + split.moving.length + " key components, equal keys merged";
    return flags.length == 0
        ? reason
        : reason + ", one tree for each of " + keys.distinct(flags) + " classes of flags";
  }

  private static HeadPlan scan(int index, Head head, int[] kept, double[][] bounds, String why) {
    String reason = "scan of all positions, because " + why;
    return new HeadPlan(index, head, Strategy.SCAN, KeySplit.of(kept), bounds, reason);
  }

  private static int[] all(Head head) {
    return IntStream.range(0, head.keySize()).toArray();
  }

  private static boolean small(Value value) {
    return Math.max(Math.abs(value.low), Math.abs(value.high)) <= LARGEST;
  }

  /** Bounds on means of values, and on zero where a position may see nothing. */
  private static double[][] meanBounds(Head head, Value[] value, TokenTable table) {
    double[][] bounds = new double[2][value.length];
    for (int c = 0; c < value.length; c++) {
      double low = table.low(c);
      double high = table.high(c);
      double slack = SLACK * Math.max(Math.abs(low), Math.abs(high));
      low = low >= 0 ? low * (1 - SLACK) : low - slack;
      high = high <= 0 ? high * (1 - SLACK) : high + slack;
      boolean strict = head.mask() == Mask.STRICT;
      bounds[0][c] = strict ? Math.min(0, low) : low;
      bounds[1][c] = strict ? Math.max(0, high) : high;
    }
    return bounds;
  }
}
