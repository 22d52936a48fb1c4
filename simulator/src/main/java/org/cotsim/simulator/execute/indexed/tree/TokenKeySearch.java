package org.cotsim.simulator.execute.indexed.tree;

import java.util.Arrays;

/**
 * Finds every key in a {@link TokenKeyIndex} whose score lies within the tolerance of the largest.
 *
 * <p>Scores are computed as the definition does; a token key is left out only if no key that has it
 * can be maximal, by its product with the query and the lengths of what else keys have.
 */
public final class TokenKeySearch extends PointWalk {

  private static final double UNIT_ROUNDOFF = 0x1p-53;
  private static final double EXACT = 1 << 20; // sums of 2^31 integers up to here are exact

  private final TokenKeyIndex index;
  private final TokenKeySpace space;
  private final double[] query; // [kept]
  private final double tolerance;
  private final double[] lengths; // [groups of the rest], of the query
  private final double[] bases; // [part], what flags add to all scores
  private final double[] slacks; // [part], above the rounding of scores
  private final double[] others; // [part], what the rest adds at most
  private final double[] bounds; // [part]
  private final SignPoints.Best[] best; // [part], null where there are no digits
  private final double[] ownQuery; // the pair or the digits
  private final double[] own; // that of a key
  private final double[] sums; // [live values]
  private final int[] live; // components of values
  private final TokenKeyMemo zero; // the latest query whose pair is 0
  private final TokenKeyMemo latest; // the latest other one
  private TokenKeys.Part part; // that is searched
  private double base;
  private double room; // above what the rest and rounding add
  private double threshold;
  private int[] found = new int[16]; // entries
  private double[] scores = new double[16];
  private int size;
  private double count;

  public TokenKeySearch(TokenKeyIndex index, double[] query, double tolerance, int[] live) {
    this.index = index;
    this.space = index.space;
    this.query = query;
    this.tolerance = tolerance;
    this.live = live;
    this.lengths = new double[space.groups.length];
    int parts = space.keys.parts();
    this.bases = new double[parts];
    this.slacks = new double[parts];
    this.others = new double[parts];
    this.bounds = new double[parts];
    this.ownQuery = new double[space.own.length];
    this.own = new double[space.own.length];
    this.best = new SignPoints.Best[parts];
    for (int p = 0; p < parts; p++) {
      best[p] = space.keys.part(p).points instanceof SignPoints ? new SignPoints.Best() : null;
    }
    this.sums = new double[live.length];
    this.zero = new TokenKeyMemo(query.length);
    this.latest = new TokenKeyMemo(query.length);
  }

  /** Finds the maximal keys. */
  public void run() {
    TokenKeyMemo memo = isZero() ? zero : latest;
    if (memo.knows(query)) {
      size = memo.restore(found);
      index.work += size;
      return;
    }
    search();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (scores[i] >= threshold) {
        found[kept++] = found[i];
      }
    }
    size = kept;
    if (size > 1) {
      Arrays.sort(found, 0, size); // in the order of the definition, where no key repeats
    }
    memo.remember(query, threshold, found, size);
  }

  private boolean isZero() {
    for (int i : space.own) {
      if (query[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Takes notice of the entry that was inserted last, if it is new. */
  public void meet() {
    int key = index.latestKey;
    if (key < 0 || (zero.isEmpty() && latest.isEmpty())) {
      return;
    }
    part = space.keys.part(space.keys.partOf(key));
    part.fill(key, own);
    int rest = index.latestRest;
    if (!zero.isEmpty()) {
      zero.meet(score(zero.query, rest));
    }
    if (!latest.isEmpty()) {
      latest.meet(score(latest.query, rest));
    }
  }

  private void search() {
    for (int c = 0; c < ownQuery.length; c++) {
      ownQuery[c] = query[space.own[c]];
    }
    if (ownQuery.length == 2) {
      begin(ownQuery[0], ownQuery[1]);
    }
    for (int g = 0; g < lengths.length; g++) {
      double square = 0;
      for (int r : space.groups[g]) {
        square += query[space.restKept[r]] * query[space.restKept[r]];
      }
      lengths[g] = BoxTree.length(square);
    }
    size = 0;
    threshold = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < bounds.length; p++) {
      bounds[p] = index.present[p] ? bound(p) : Double.NEGATIVE_INFINITY;
    }
    for (int p = 0; p < bounds.length; p++) {
      if (space.keys.part(p).points.isFew()) {
        visit(p);
      }
    }
    for (int best = mostPromising(); best >= 0; best = mostPromising()) {
      visit(best);
    }
  }

  private double bound(int p) {
    TokenKeys.Part next = space.keys.part(p);
    double sum = 0;
    double most;
    double sizes = 0;
    if (next.points instanceof CirclePoints circle) {
      most = bound(circle);
      sizes = most;
    } else {
      ((SignPoints) next.points).find(ownQuery, best[p]);
      most = best[p].top;
      sizes = best[p].sizes;
    }
    for (int c = 0; c < next.flags.length; c++) {
      double product = query[space.classes[c]] * next.flags[c];
      sum += product;
      sizes += Math.abs(product);
    }
    double more = 0;
    for (int g = 0; g < lengths.length; g++) {
      more += lengths[g] * index.radii[p][g];
    }
    bases[p] = sum;
    others[p] = more;
    slacks[p] = (2 * query.length + 16) * UNIT_ROUNDOFF * (sizes + more);
    return sum + most + more + slacks[p];
  }

  private int mostPromising() {
    int best = -1;
    for (int p = 0; p < bounds.length; p++) {
      if (bounds[p] >= threshold && bounds[p] > Double.NEGATIVE_INFINITY) {
        best = best < 0 || bounds[p] > bounds[best] ? p : best;
      }
    }
    return best;
  }

  private void visit(int p) {
    if (bounds[p] < threshold || bounds[p] == Double.NEGATIVE_INFINITY) {
      return;
    }
    bounds[p] = Double.NEGATIVE_INFINITY;
    part = space.keys.part(p);
    base = bases[p];
    room = others[p] + slacks[p];
    if (part.zero) {
      part.fill(part.first, own);
      collect(part.first);
    }
    if (part.points instanceof CirclePoints circle) {
      walk(circle);
    } else {
      walk((SignPoints) part.points, best[p]);
    }
  }

  /** Considers the best key, and others only if one of them may be maximal. */
  private void walk(SignPoints points, SignPoints.Best found) {
    int number = points.number(found);
    if (number >= 0) {
      consider(number, found.top);
    }
    if (points.size() > (number >= 0 ? 1 : 0) && !isBelow(found.top - found.difference)) {
      for (int i = 0; i < points.size(); i++) {
        if (i != number) {
          consider(i, found.top);
        }
      }
    }
  }

  @Override
  protected boolean isBelow(double product) {
    return base + product + room < threshold;
  }

  @Override
  protected void consider(int point, double product) {
    index.work++;
    if (!isBelow(product)) {
      int key = part.firstPoint() + point;
      if (index.first(key) != 0) {
        part.fill(key, own);
        collect(key);
      }
    }
  }

  private void collect(int key) {
    for (int entry = index.first(key); entry != 0; entry = index.next(entry)) {
      index.work++;
      double score = score(query, index.rest(entry));
      if (score >= threshold) {
        threshold = Math.max(threshold, score - tolerance);
        add(entry, score);
      }
    }
  }

  /**
   * The score of a key whose own components are set: products in the order of components, from left
   * to right.
   */
  private double score(double[] query, int rest) {
    int[] sources = space.sources;
    double sum = 0;
    for (int i = 0; i < query.length; i++) {
      int source = sources[i];
      double component =
          source >= own.length
              ? index.rests.get(rest, source - own.length)
              : source < 0 ? part.flags[~source] : own[source];
      sum += query[i] * component;
    }
    return sum;
  }

  private void add(int entry, double score) {
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
      scores = Arrays.copyOf(scores, 2 * size);
    }
    found[size] = entry;
    scores[size++] = score;
  }

  /** The sum of the values at all maximal scores; call it before {@link #count}. */
  public double[] sums() {
    Arrays.fill(sums, 0);
    count = 0;
    for (int i = 0; i < size; i++) {
      addTo(space.values, index.value(found[i]), index.count(found[i]));
    }
    return sums;
  }

  private void addTo(TokenVectors values, int value, int times) {
    count += times;
    for (int c = 0; c < sums.length; c++) {
      double one = values.get(value, live[c]);
      if (times == 1 || (one == Math.rint(one) && Math.abs(one) <= EXACT)) {
        sums[c] += times * one;
        continue;
      }
      index.work += times;
      for (int i = 0; i < times; i++) {
        sums[c] += one;
      }
    }
  }

  /** The number of positions at maximal scores. */
  public double count() {
    return count;
  }
}
