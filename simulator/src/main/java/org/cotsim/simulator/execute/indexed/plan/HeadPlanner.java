package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan.Strategy;
import org.cotsim.simulator.execute.indexed.tree.KeySplit;
import org.cotsim.simulator.execute.indexed.tree.TokenKeySpace;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/** Chooses the strategy of every head from what its queries, keys and values can be. */
public final class HeadPlanner implements SymbolicTrace.Planner {

  static final int MOST_MOVING = 8; // boxes of more dimensions exclude little
  private static final int MOST_BITS = Long.SIZE; // components of a key as bits of a long
  private static final double LARGEST = 1e100; // products of larger numbers may overflow

  private final TokenGroups groups;
  private final List<Head> heads = new ArrayList<>();
  private final List<Integer> layers = new ArrayList<>();
  private final List<HeadPlan> plans = new ArrayList<>();
  private final TokenKeyPlanner tokenKeys = new TokenKeyPlanner();

  public HeadPlanner(Transformer model) {
    this.groups = new TokenGroups(model.embedding());
    for (int l = 0; l < model.layers().size(); l++) {
      for (Head head : model.layers().get(l).attention().heads()) {
        heads.add(head);
        layers.add(l);
      }
    }
  }

  public List<HeadPlan> plans() {
    return plans;
  }

  /** All heads are planned: what tokens decide in them is put side by side. */
  public void finish() {
    tokenKeys.finish();
  }

  @Override
  public HeadPlan plan(
      int index,
      TracedNumber[] query,
      TracedNumber[] key,
      TracedNumber[] value,
      List<Operation> ops) {
    Head head = heads.get(index);
    TokenValues keys = TokenValues.of(key, groups, ops);
    TokenValues values = TokenValues.of(value, groups, ops);
    ValueBounds bounds = ValueBounds.of(head, values);
    HeadPlan plan =
        Stream.of(query, key).flatMap(Arrays::stream).allMatch(HeadPlanner::small)
            ? plan(index, head, query, key, keys, values, bounds)
            : scan(index, head, all(head), bounds, "its scores are not bounded");
    HeadPlan shared = plans.stream().filter(plan::hasCacheOf).findFirst().orElse(plan);
    plans.add(shared);
    return shared;
  }

  private HeadPlan plan(
      int index,
      Head head,
      TracedNumber[] query,
      TracedNumber[] key,
      TokenValues keys,
      TokenValues values,
      ValueBounds bounds) {
    int[] kept =
        IntStream.range(0, head.keySize())
            .filter(c -> !query[c].isZero() && !key[c].isZero())
            .toArray();
    if (IntStream.of(kept).allMatch(c -> key[c].isConstant())) {
      String reason = "running mean, because all scores are equal";
      return new HeadPlan(
          index,
          layers.get(index),
          head,
          Strategy.UNIFORM,
          KeySplit.of(new int[0]),
          bounds,
          reason);
    }
    if (head.weighting() instanceof Weighting.Softmax) {
      return scan(index, head, kept, bounds, "softmax gives every position a weight");
    }
    KeySplit split = KeySplitter.of(kept, query, key, keys);
    Optional<TokenKeySpace> known =
        split.moving.length > MOST_BITS
            ? Optional.empty()
            : split.moving.length > MOST_MOVING
                ? tokenKeys.planDigits(split, keys, values, bounds.exactSums)
                : tokenKeys.plan(split, keys, values, bounds.exactSums);
    if (known.isPresent()) {
      String reason = tokensReason(split, keys, known.get());
      return new HeadPlan(index, layers.get(index), head, Strategy.TOKENS, split, bounds, reason)
          .with(known.get());
    }
    if (split.moving.length > MOST_MOVING && split.moving.length <= MOST_BITS) {
      return new HeadPlan(
          index, layers.get(index), head, Strategy.PATTERNS, split, bounds, patternReason(split));
    }
    if (split.moving.length > MOST_MOVING) {
      String many = split.moving.length + " key components are too many for a tree of boxes";
      return scan(index, head, kept, bounds, many);
    }
    if (split.isPairs() && bounds.exactSums) {
      return new HeadPlan(
          index, layers.get(index), head, Strategy.ARCS, split, bounds, arcsReason(split, keys));
    }
    return split.moving.length == 0
        ? new HeadPlan(
            index,
            layers.get(index),
            head,
            Strategy.CLASSES,
            split,
            bounds,
            classesReason(keys, kept))
        : new HeadPlan(
            index, layers.get(index), head, Strategy.TREE, split, bounds, treeReason(split, keys));
  }

  private static String patternReason(KeySplit split) {
    return "table of the different patterns of "
        + split.moving.length
        + " key components, while they take two values each, such as digits; a scan once one takes"
        + " more, or where the best pattern is not there";
  }

  private static String classesReason(TokenValues keys, int[] kept) {
    return "scan of "
        + keys.distinct(kept)
        + " merged entries, because the token alone decides the key";
  }

  private static String tokensReason(KeySplit split, TokenValues keys, TokenKeySpace known) {
    boolean digits = split.moving.length > MOST_MOVING;
    return "the "
        + known.size()
        + (digits ? " patterns of digits" : " points")
        + " that tokens have in their keys, searched by "
        + (digits ? "their bits" : "angle")
        + forEachClass(split, keys, digits ? "table" : "circle")
        + "; a list of the different keys at each; "
        + (digits ? "a table of all patterns" : "a tree of boxes")
        + " once these are too many";
  }

  private static String arcsReason(KeySplit split, TokenValues keys) {
    return "keys of "
        + split.moving.length
        + " components in the order of their angles, searched from the latest hit, keys that are"
        + " equal but for rounding in one entry"
        + forEachClass(split, keys, "list")
        + "; a tree of boxes once keys leave their circles, or values are many";
  }

  private static String treeReason(KeySplit split, TokenValues keys) {
    return "tree of boxes over "
        + split.moving.length
        + " key components, equal keys merged"
        + forEachClass(split, keys, "tree");
  }

  private static String forEachClass(KeySplit split, TokenValues keys, String one) {
    int[] flags = IntStream.of(split.classes).map(i -> split.kept[i]).toArray();
    return flags.length == 0
        ? ""
        : ", one " + one + " for each of " + keys.distinct(flags) + " classes of flags";
  }

  private HeadPlan scan(int index, Head head, int[] kept, ValueBounds bounds, String why) {
    String reason = "scan of all positions, because " + why;
    return new HeadPlan(
        index, layers.get(index), head, Strategy.SCAN, KeySplit.of(kept), bounds, reason);
  }

  private static int[] all(Head head) {
    return IntStream.range(0, head.keySize()).toArray();
  }

  private static boolean small(TracedNumber value) {
    return Math.max(Math.abs(value.low), Math.abs(value.high)) <= LARGEST;
  }
}
