package org.cotsim.simulator.execute.indexed.plan;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.tree.KeySplit;
import org.cotsim.simulator.execute.indexed.tree.SearchSpace;
import org.cotsim.simulator.execute.indexed.tree.TokenKeySpace;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Weighting;

/** How one head is answered; derived from weights, the same for every token. */
public final class HeadPlan {

  /** The ways to answer a head. */
  public enum Strategy {
    /** All scores are equal: one running mean. */
    UNIFORM,
    /** Few different keys, known from the token: one entry for each. */
    CLASSES,
    /** Keys that hold points known from the token, one list for each of them. */
    TOKENS,
    /** Keys of two components in the order of their angles, one list for each class of flags. */
    ARCS,
    /** A tree of boxes over the different keys, one for each class of flags. */
    TREE,
    /** A table of the different keys, whose many components take two values each. */
    PATTERNS,
    /** All positions one after the other. */
    SCAN
  }

  public final int index; // of the first head with this cache, counted over all layers
  final int layer;
  public final Head head;
  public final Strategy strategy;
  private final KeySplit split;
  public final int[] kept; // key components whose products are not all zero, ascending
  public final int[]
      classes; // of the kept ones, those that few tokens tell apart (as indices into kept)
  public final int[] moving; // of the kept ones, the others (as indices into kept)
  final double[] valueLow; // [valueSize], of what the head finds
  final double[] valueHigh; // [valueSize]
  final boolean exactSums; // values are integers, whose sums do not depend on the order
  final String reason;
  private TokenKeySpace tokenKeys; // null but for the strategy of that name
  public final VectorNumbering classVectors = new VectorNumbering();
  public final VectorNumbering queryVectors = new VectorNumbering();
  public final VectorNumbering queryFlags = new VectorNumbering(); // [classes], that tokens decide
  public final VectorNumbering valueVectors = new VectorNumbering(); // that tokens decide

  public boolean live; // set by the analysis of what depends on the head
  public int[] liveValues = {};

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

  public boolean strict() {
    return head.mask() == Mask.STRICT;
  }

  /** The tie tolerance of a saturated head. */
  public double tolerance() {
    return ((Weighting.Saturated) head.weighting()).tolerance();
  }

  HeadPlan with(TokenKeySpace known) {
    tokenKeys = known;
    return this;
  }

  /** What tokens decide of keys, for the strategy {@code TOKENS}. */
  public TokenKeySpace tokenKeys() {
    return tokenKeys;
  }

  /** The moving components that the token decides, if there is such a strategy. */
  public int[] known() {
    return tokenKeys == null ? new int[0] : tokenKeys.own();
  }

  /** Whether keys are digits, rather than few components that are anything. */
  public boolean hasDigits() {
    return moving.length > HeadPlanner.MOST_MOVING;
  }

  /** What is searched in a tree of this head. */
  public SearchSpace space() {
    return new SearchSpace(split, liveValues.length, exactSums, tolerance());
  }

  /** What was chosen and why. */
  public String sentence() {
    return live ? reason : "not computed, because nothing that is read depends on it";
  }
}
