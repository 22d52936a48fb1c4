package org.cotsim.simulator.execute.indexed.tree;

/** Finds the largest product of {@link PointRows} with a vector, and the next one if it is near. */
public final class PointRowSearch extends PointWalk {

  private static final double UNIT_ROUNDOFF = 0x1p-53;
  private static final int FEW = 8; // rows that are tried one by one

  private final PointRows rows;
  private final double[] x; // [4]
  private final double tolerance;
  private final Seconds inner = new Seconds();
  private double rest; // above what second points add
  private double slack; // above the rounding of products
  private double threshold;
  private double largest;
  private double second;
  private int best;
  private int first; // the point whose rows are searched
  private double base; // its product

  private final class Seconds extends PointWalk {
    @Override
    protected boolean isBelow(double product) {
      return base + product + slack < threshold;
    }

    @Override
    protected void consider(int row, double product) {
      add(row);
    }
  }

  /** A search for {@code x}, whatever that is when it runs. */
  public PointRowSearch(PointRows rows, double[] x, double tolerance) {
    this.rows = rows;
    this.x = x;
    this.tolerance = tolerance;
  }

  /** Finds the largest products. */
  public void run() {
    largest = Double.NEGATIVE_INFINITY;
    second = Double.NEGATIVE_INFINITY;
    threshold = Double.NEGATIVE_INFINITY;
    begin(x[0], x[1]);
    inner.begin(x[2], x[3]);
    double most = inner.bound(rows.seconds);
    slack = 32 * UNIT_ROUNDOFF * (bound(rows.firsts) + most);
    rest = most + slack;
    walk(rows.firsts);
  }

  @Override
  protected boolean isBelow(double product) {
    return product + rest < threshold;
  }

  @Override
  protected void consider(int point, double product) {
    if (isBelow(product)) {
      return;
    }
    int from = rows.starts[point];
    int to = rows.starts[point + 1];
    first = point;
    if (to - from > FEW) {
      base = product;
      inner.walk(rows.seconds, from, to);
      return;
    }
    for (int row = from; row < to; row++) {
      add(row);
    }
  }

  private void add(int row) {
    double sum = 0;
    sum += rows.firsts.points[2 * first] * x[0];
    sum += rows.firsts.points[2 * first + 1] * x[1];
    sum += rows.seconds.points[2 * row] * x[2];
    sum += rows.seconds.points[2 * row + 1] * x[3];
    if (sum > largest) {
      second = largest;
      largest = sum;
      best = rows.tokens[row];
      threshold = sum - tolerance;
    } else if (sum > second) {
      second = sum;
    }
  }

  /** The largest product. */
  public double largest() {
    return largest;
  }

  /** Whether no other product is within the tolerance of it. */
  public boolean isAlone() {
    return !(second >= largest - tolerance);
  }

  /** The token of the largest product. */
  public int best() {
    return best;
  }
}
