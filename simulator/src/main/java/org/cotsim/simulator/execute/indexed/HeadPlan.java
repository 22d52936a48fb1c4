package org.cotsim.simulator.execute.indexed;

import java.util.Arrays;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Weighting;

/** How one head is answered; derived from weights, the same for every token. */
final class HeadPlan {

  /** The ways to answer a head. */
  enum Strategy {
    /** All scores are equal: one running mean. */
    UNIFORM,
    /** Few different keys, known from the token: one entry for each. */
    CLASSES,
    /** A tree of boxes over the different keys, one for each class of flags. */
    TREE,
    /** All positions one after the other. */
    SCAN
  }

  final int index; // of the first head with this cache, counted over all layers
  final int layer;
  final Head head;
  final Strategy strategy;
  private final KeySplit split;
  final int[] kept; // key components whose products are not all zero, ascending
  final int[] classes; // of the kept ones, those that few tokens tell apart (as indices into kept)
  final int[] moving; // of the kept ones, the others (as indices into kept)
  final double[] valueLow; // [valueSize], of what the head finds
  final double[] valueHigh; // [valueSize]
  final boolean exactSums; // values are integers, whose sums do not depend on the order
  final String reason;
  final Vectors classVectors = new Vectors();
  final Vectors queryVectors = new Vectors();

  boolean live; // set by the analysis of what depends on the head
  int[] liveValues = {};

  HeadPlan(
      int index,
      int layer,
      Head head,
      Strategy strategy,
      KeySplit split,
      ValueBounds values,
      String reason) {
    this.index = index;
    this.layer = layer;
    this.head = head;
    this.strategy = strategy;
    this.split = split;
    this.kept = split.kept;
    this.classes = split.classes;
    this.moving = split.moving;
    this.valueLow = values.low;
    this.valueHigh = values.high;
    this.exactSums = values.exactSums;
    this.reason = reason;
  }

  /** Whether another plan's head keeps the same keys and values, so that one cache serves both. */
  boolean hasCacheOf(HeadPlan other) {
    return layer == other.layer
        && strategy == other.strategy
        && Arrays.equals(kept, other.kept)
        && head.mask() == other.head.mask()
        && head.weighting().equals(other.head.weighting())
        && head.key().equals(other.head.key())
        && head.value().equals(other.head.value());
  }

  boolean strict() {
    return head.mask() == Mask.STRICT;
  }

  /** The tie tolerance of a saturated head. */
  double tolerance() {
    return ((Weighting.Saturated) head.weighting()).tolerance();
  }

  /** What is searched in a tree of this head. */
  SearchSpace space() {
    return new SearchSpace(split, liveValues.length, exactSums, tolerance());
  }

  /** A new, empty cache of the head. */
  HeadState open() {
    return switch (strategy) {
      case UNIFORM -> new UniformState(this);
      case CLASSES -> new ClassState(this);
      case TREE -> new TreeState(this);
      case SCAN -> new ScanState(this);
    };
  }

  /** What was chosen and why. */
  String sentence() {
    return live ? reason : "not computed, because nothing that is read depends on it";
  }
}
