package org.cotsim.simulator.execute.indexed.tree;

/**
 * Answers queries from the latest hit and its neighbours alone, where they show which keys are
 * maximal: one entry of one index, with the key 0 of others or without.
 *
 * <p>What flags and lengths decide is kept from query to query. The outcome is that of {@link
 * ArcSearch}. Cost: O(1) time.
 */
public final class ArcGlance {

  /** Of flags that have no number. */
  public static final int NO_NUMBER = -1;

  /** What {@link #answer} says where that takes a search. */
  public static final int UNKNOWN = -2;

  /** What {@link #answer} says of the mean of several values. */
  public static final int MEAN = -1;

  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private final double[] query; // [kept], of which flags are read
  private final int[] classes; // indices into kept
  private final double tolerance;
  private final ValueBook book;
  private int
      value; // of all keys of the entry that was found, in the book; integers, as all values
  private final double[] sums; // [values]
  private long count;

  private int flagsNumber = NO_NUMBER; // of the queries that the following holds for
  private final double[] flags; // [classes], of these queries
  private final ArcIndex.Changes changes; // of the indexes
  private int known = -1; // of these changes
  private double[] bases = {}; // [index], what flags add to scores
  private double[] slacks = {}; // [index], above the rounding of scores
  private ArcIndex[] zeros = {}; // [index], null where there are other keys
  private int zerosEnd; // after the last that is not null
  private ArcIndex best; // where scores may be largest, of those with other keys than 0, or null
  private double base; // what flags add to its scores
  private double slack; // above twice their rounding
  private double elsewhere; // above all scores in the others

  private final ArcPeak first;
  private final ArcPeak second; // null for keys of one pair
  private double score; // of the entry that was found
  private double error;
  private double others; // above all other scores in its index

  /**
   * Glances at some indexes.
   *
   * @param changes of all of them
   */
  public ArcGlance(SearchSpace space, double[] query, ValueBook book, ArcIndex.Changes changes) {
    this.changes = changes;
    KeySplit split = space.split();
    this.query = query;
    this.classes = split.classes;
    this.first = new ArcPeak();
    this.second = split.groups.length == 1 ? null : new ArcPeak();
    this.tolerance = space.tolerance();
    this.book = book;
    this.sums = new double[space.values()];
    this.flags = new double[classes.length];
  }

  /**
   * Answers the number of the only value at maximal scores, or sets the mean of several.
   *
   * @param indexes so many of them, each with another class of flags
   * @param number a number of the flags of the query, which it always has
   * @param x the first pair of the query (x, y), and the last one
   */
  public int answer(
      ArcIndex[] indexes,
      int size,
      int number,
      double x,
      double y,
      double x2,
      double y2,
      double[] mean) {
    if (known != changes.count || number != flagsNumber || !isAsBefore(number, x, y, x2, y2)) {
      learn(indexes, size, number, x, y, x2, y2);
    }
    if (best == null || !find(x, y, x2, y2)) {
      return UNKNOWN;
    }
    double threshold = score - error - tolerance;
    if (!(others < threshold && elsewhere < threshold)) {
      return UNKNOWN;
    }
    return zerosEnd == 0 ? value : withZeros(threshold, mean);
  }

  private int withZeros(double threshold, double[] mean) {
    double low = score - error;
    double high = score + error;
    boolean alone = true;
    for (int i = 0; i < zerosEnd; i++) {
      if (zeros[i] != null && bases[i] + 2 * slacks[i] >= threshold) {
        low = Math.min(low, bases[i] - 2 * slacks[i]);
        high = Math.max(high, bases[i] + 2 * slacks[i]);
        if (alone) {
          begin(book.vector(value));
          alone = false;
        }
        addAll(zeros[i]);
      }
    }
    if (alone) {
      return value;
    }
    for (int c = 0; c < mean.length; c++) {
      mean[c] = sums[c] / count;
    }
    return low >= high - tolerance ? MEAN : UNKNOWN;
  }

  /** The number of the flags of the queries that most is known of. */
  public int flagsNumber() {
    return flagsNumber;
  }

  private boolean isAsBefore(int number, double x, double y, double x2, double y2) {
    for (int c = 0; number == NO_NUMBER && c < classes.length; c++) {
      if (query[classes[c]] != flags[c]) {
        return false;
      }
    }
    return first.isAsLong(x, y) && (second == null || second.isAsLong(x2, y2));
  }

  private void learn(
      ArcIndex[] indexes, int size, int number, double x, double y, double x2, double y2) {
    known = changes.count;
    flagsNumber = number;
    for (int c = 0; c < classes.length; c++) {
      flags[c] = query[classes[c]];
    }
    first.learnLength(x, y);
    if (second != null) {
      second.learnLength(x2, y2);
    }
    learn(indexes, size);
  }

  private void learn(ArcIndex[] indexes, int size) {
    if (bases.length < size) {
      bases = new double[size];
      slacks = new double[size];
      zeros = new ArcIndex[size];
    }
    int bestAt = -1;
    zerosEnd = 0;
    elsewhere = Double.NEGATIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      double bound = learn(indexes[i], i);
      if (zeros[i] == null) {
        elsewhere = Math.max(elsewhere, Math.min(bound, highest));
        bestAt = bound > highest ? i : bestAt;
        highest = Math.max(highest, bound);
      } else {
        zerosEnd = i + 1;
      }
    }
    boolean isFit = bestAt >= 0 && indexes[bestAt].list.zeros.length == 0;
    best = isFit ? indexes[bestAt] : null;
    base = isFit ? bases[bestAt] : 0;
    slack = isFit ? 2 * slacks[bestAt] : 0;
  }

  /** Answers a bound on all scores of an index. */
  private double learn(ArcIndex index, int i) {
    double longest = first.length * index.list.radius;
    if (second != null) {
      longest += second.length * index.innerRadius;
    }
    double sizes = longest;
    bases[i] = 0;
    for (int c = 0; c < classes.length; c++) {
      double product = flags[c] * index.flags[c];
      bases[i] += product;
      sizes += Math.abs(product);
    }
    slacks[i] = (2 * query.length + 16) * UNIT_ROUNDOFF * sizes;
    zeros[i] = index.inner == null && index.list.size == 0 ? index : null;
    return bases[i] + longest + slacks[i];
  }

  /** Finds the only entry of the best index that may be maximal, if it is at hand. */
  private boolean find(double x, double y, double x2, double y2) {
    ArcList list = best.list;
    if (!first.find(list, x, y)) {
      return false;
    }
    others = base + first.others + slack;
    score = base + first.top;
    error = first.error(list) + slack;
    if (second != null) {
      return findSecond(x2, y2);
    }
    return !first.isMixed(list) && take(first);
  }

  private boolean findSecond(double x, double y) {
    ArcList inner = best.inner[first.variants];
    if (best.inner[0] != null || inner.zeros.length > 0 || !second.find(inner, x, y)) {
      return false;
    }
    others += second.length * best.innerRadius;
    others = Math.max(others, score + second.others + error);
    score += second.top;
    error += second.error(inner);
    return !second.isMixed(inner) && take(second);
  }

  private boolean take(ArcPeak entry) {
    value = best.value(entry.value);
    count = entry.count;
    return true;
  }

  /** Begins sums with the values at the entry that was found. */
  private void begin(double[] vector) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] = 0 + count * vector[c];
    }
  }

  private void addAll(ArcIndex index) {
    for (int number = 0; number < index.list.zeros.length; number++) {
      int times = index.list.zeros[number];
      double[] vector = book.vector(index.value(number));
      for (int c = 0; times > 0 && c < sums.length; c++) {
        sums[c] += times * vector[c];
      }
      count += times;
    }
  }
}
