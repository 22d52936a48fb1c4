package org.cotsim.simulator.execute.indexed.tree;

/**
 * Finds every key in some indexes whose score lies within the tolerance of the largest.
 *
 * <p>Entries that may be maximal are found by walks with bounds on their scores; {@link
 * ArcCandidates} decides. The outcome is that of the definition, bit for bit.
 */
public final class ArcSearch {

  private static final double UNIT_ROUNDOFF = 0x1p-53;

  private final double[] query; // [kept]
  private final int[] classes; // indices into kept
  private final ArcCandidates candidates;
  private final int[][] pairs; // indices into kept
  private final First first = new First();
  private final Second second = new Second();
  private ArcIndex index; // that is searched
  private double base; // what flags add to all its scores
  private double slack; // above the rounding of its scores
  private double rest; // above what second pairs add to its scores
  private int entry; // whose second pairs are searched
  private double innerBase;
  private double innerError;

  private final class First extends ArcWalk {
    @Override
    boolean isBelow(double product) {
      return base + product + rest + 2 * slack < candidates.threshold;
    }

    @Override
    void consider(ArcList list, ArcChunk chunk, int slot, double product) {
      int variants = chunk.variants(slot);
      double error = variants == 0 ? 0 : length * list.variants().radius(variants);
      if (index.inner == null) {
        add(list, chunk, slot, base + product, error + 2 * slack);
      } else if (!isBelow(product + error)) {
        visitInner(variants, product, error);
      }
    }
  }

  private final class Second extends ArcWalk {
    @Override
    boolean isBelow(double product) {
      return innerBase + product + innerError + 2 * slack < candidates.threshold;
    }

    @Override
    void consider(ArcList list, ArcChunk chunk, int slot, double product) {
      int variants = chunk.variants(slot);
      double error = variants == 0 ? 0 : length * list.variants().radius(variants);
      add(list, chunk, slot, innerBase + product, innerError + error + 2 * slack);
    }
  }

  public ArcSearch(SearchSpace space, double[] query, ValueBook book) {
    KeySplit split = space.split();
    this.query = query;
    this.classes = split.classes;
    this.candidates = new ArcCandidates(space, query, book);
    this.pairs = split.pairs();
  }

  /** Starts with a new query. */
  public void begin() {
    first.begin(query[pairs[0][0]], query[pairs[0][1]]);
    if (pairs.length > 1) {
      second.begin(query[pairs[1][0]], query[pairs[1][1]]);
    }
    candidates.clear();
  }

  /** Scores below this one are not maximal. */
  public double threshold() {
    return candidates.threshold;
  }

  /** A bound on all scores in an index; call it before a visit. */
  public double bound(ArcIndex next) {
    double more = second.length * next.innerRadius;
    double most = first.length * next.list.radius + more;
    double sum = 0;
    double sizes = most;
    for (int c = 0; c < classes.length; c++) {
      double product = query[classes[c]] * next.flags[c];
      sum += product;
      sizes += Math.abs(product);
    }
    next.base = sum;
    next.slack = (2 * query.length + 16) * UNIT_ROUNDOFF * sizes;
    return sum + most + next.slack;
  }

  /** Collects the candidates of an index. */
  public void visit(ArcIndex next) {
    index = next;
    base = next.base;
    slack = next.slack;
    rest = second.length * next.innerRadius;
    if (next.inner == null && next.list.zeros.length > 0) {
      add(next.list, null, 0, base, 2 * slack);
    } else if (next.inner != null && next.inner[0] != null) {
      visitInner(0, 0, 0);
    }
    first.walk(next.list);
  }

  private void visitInner(int number, double product, double error) {
    entry = number;
    innerBase = base + product;
    innerError = error;
    ArcList list = index.inner[number];
    if (list.zeros.length > 0) {
      add(list, null, 0, innerBase, error + 2 * slack);
    }
    second.walk(list);
  }

  private void add(ArcList list, ArcChunk chunk, int slot, double score, double error) {
    candidates.add(index, entry, list, chunk, slot, score, error);
  }

  /** The sum of the values at all maximal scores; call it before {@link #count}. */
  public double[] sums() {
    candidates.sum();
    return candidates.sums;
  }

  /** The number of positions at maximal scores. */
  public double count() {
    return (double) candidates.count;
  }
}
