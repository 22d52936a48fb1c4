package org.cotsim.simulator.manifold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Weighting;

/**
 * The transformer of a set of anchors: {@code f(x) = sum_n w_n(x) q_n(x)}, where {@code w_n} is
 * {@code exp(-sharpness ||P x - P a_n||_max / spacing)} over its sum, and {@code q_n} the value at
 * anchor n, or value and slope.
 *
 * <p>Each anchor has a position (with slopes two, a plus and a minus). The first feed-forward
 * sublayer takes the absolute differences to the anchor; each of the next {@code ceil(log2 k)} ones
 * halves their number by {@code max(a, b) = a + relu(b - a)}; the logarithm of the bump is thus
 * exact. One softmax head of the last position divides the bumps by their sum, which makes them a
 * partition of unity, and so attends to the anchors near the point. With slopes, the same head
 * multiplies the point by the slopes: with scores {@code s_n +- e q_n(x)} and values {@code +- 1/e}
 * it yields {@code sum w_n sinh(e q_n) / e} over {@code sum w_n cosh(e q_n)}, which is {@code sum
 * w_n q_n} but for a relative error of {@code (e q)^2}, below 1e-8.
 *
 * <p>Costs {@code ceil(log2 k) + 2} layers, one head, at most 2 k hidden units a layer, a width of
 * 3 k + 3, with slopes 4 k + 4, and O(k) weights per anchor, k being the number of projected
 * coordinates: 2 d + 1 are enough for a manifold of dimension d, whatever the ambient dimension (H.
 * Whitney, Differentiable Manifolds, 1936). Sources: Havrilla and Liao (see {@link
 * PointTransformer}) for charts, one position each, and the logarithmic depth; the division by a
 * softmax follows Z. Shi and W. Liao, Learning Theory of Transformers: Local-to-Global
 * Approximation via Softmax Partition of Unity (arXiv 2605.08811).
 */
public final class AnchorConstruction {

  private static final double SMALL = 1e-4; // e times the largest value

  private final Anchors anchors;
  private final double[] values; // at the anchors
  private final double[][] projection; // [k][ambient]
  private final double sharpness;
  private final ResidualStream stream = new ResidualStream();
  private final Subspace point;
  private final Subspace anchor;
  private final Subspace gap;
  private final Subspace constant;
  private final Subspace vote;
  private final Subspace answer;
  private final Optional<Subspace> offset; // with slopes only
  private final Optional<Subspace> slope;

  private AnchorConstruction(Anchors anchors, double[][] projection, double sharpness) {
    this.anchors = anchors;
    this.values = anchors.values();
    this.projection = projection;
    this.sharpness = sharpness;
    int k = projection.length;
    point = stream.declare("point", k, "the projected point");
    anchor = stream.declare("anchor", k, "the projected anchor of this position");
    gap = stream.declare("gap", k, "differences to the anchor; the first becomes the largest");
    constant = stream.declare("constant", 1, "one");
    vote = stream.declare("vote", 1, "what this position says if it is attended to");
    answer = stream.declare("answer", 1, "the value of the function");
    offset = affine("offset", 1, "value less slope times anchor, with the sign of the vote");
    slope = affine("slope", k, "the slope at the anchor, with the sign of the vote");
  }

  private Optional<Subspace> affine(String name, int width, String meaning) {
    return anchors.affine() ? Optional.of(stream.declare(name, width, meaning)) : Optional.empty();
  }

  /**
   * Builds the transformer.
   *
   * @param projection P, [k][ambient]; it need not be injective but on the manifold
   * @param sharpness how fast a bump falls, in units of the spacing of the anchors; above 0
   */
  public static PointTransformer build(double[][] projection, Anchors anchors, double sharpness) {
    if (!(sharpness > 0) || Double.isInfinite(sharpness)) {
      throw new IllegalArgumentException("a sharpness of " + sharpness + ", expected above 0");
    }
    if (projection.length != anchors.projected()) {
      throw new IllegalArgumentException(
          projection.length + " projections for anchors of " + anchors.projected());
    }
    return new AnchorConstruction(anchors, projection, sharpness).build();
  }

  private PointTransformer build() {
    List<PointLayer> layers = new ArrayList<>();
    layers.add(differences());
    for (int left = projection.length; left > 1; left = (left + 1) / 2) {
      layers.add(largest(left));
    }
    layers.add(partitionOfUnity());
    return new PointTransformer(
        embedding(), positions(), layers, Affine.linear(unit(answer).build()), stream.subspaces());
  }

  private Matrix embedding() {
    Matrix.Builder matrix = Matrix.builder(stream.width(), projection[0].length);
    for (int j = 0; j < projection.length; j++) {
      for (int c = 0; c < projection[j].length; c++) {
        matrix.add(point.index(j), c, projection[j][c]);
      }
    }
    return matrix.build();
  }

  /** The anchors in order, with slopes each of them twice, and the position that answers. */
  private Matrix positions() {
    int copies = anchors.affine() ? 2 : 1;
    int last = copies * anchors.count();
    Matrix.Builder rows = Matrix.builder(last + 1, stream.width());
    for (int n = 0; n < anchors.count(); n++) {
      for (int copy = 0; copy < copies; copy++) {
        int row = copies * n + copy;
        rows.add(row, constant.index(0), 1);
        for (int j = 0; j < anchor.width(); j++) {
          rows.add(row, anchor.index(j), anchors.point(n)[j]);
        }
        describe(rows, row, n, copy == 0 ? 1 : -1);
      }
    }
    return rows.add(last, constant.index(0), 1).build();
  }

  private void describe(Matrix.Builder rows, int row, int n, int sign) {
    double value = values[n];
    if (!anchors.affine()) {
      rows.add(row, vote.index(0), value);
      return;
    }
    double[] gradient = anchors.slope(n);
    double rest = value;
    for (int j = 0; j < gradient.length; j++) {
      rows.add(row, slope.orElseThrow().index(j), sign * gradient[j]);
      rest -= gradient[j] * anchors.point(n)[j];
    }
    rows.add(row, offset.orElseThrow().index(0), sign * rest);
    rows.add(row, vote.index(0), sign / small());
  }

  private double small() {
    return SMALL / (1 + DoubleStream.of(values).map(Math::abs).max().orElse(0));
  }

  /** {@code gap_j = relu(point_j - anchor_j) + relu(anchor_j - point_j)}. */
  private PointLayer differences() {
    int k = projection.length;
    Matrix.Builder first = Matrix.builder(2 * k, stream.width());
    Matrix.Builder second = Matrix.builder(stream.width(), 2 * k);
    for (int j = 0; j < k; j++) {
      for (int side = 0; side < 2; side++) {
        int sign = side == 0 ? 1 : -1;
        first.add(2 * j + side, point.index(j), sign);
        first.add(2 * j + side, anchor.index(j), -sign);
        second.add(gap.index(j), 2 * j + side, 1);
      }
    }
    return feedForward(first.build(), second.build());
  }

  /** {@code gap_j = gap_j + relu(gap_{j + half} - gap_j)} for the gaps that are left. */
  private PointLayer largest(int left) {
    int half = (left + 1) / 2;
    Matrix.Builder first = Matrix.builder(left - half, stream.width());
    Matrix.Builder second = Matrix.builder(stream.width(), left - half);
    for (int j = 0; j < left - half; j++) {
      first.add(j, gap.index(j + half), 1).add(j, gap.index(j), -1);
      second.add(gap.index(j), j, 1);
    }
    return feedForward(first.build(), second.build());
  }

  private static PointLayer feedForward(Matrix first, Matrix second) {
    return new PointLayer(List.of(), Affine.linear(first), Affine.linear(second));
  }

  /** The head whose score at an anchor is the logarithm of its bump, and a product with slopes. */
  private PointLayer partitionOfUnity() {
    double steepness = sharpness / anchors.spacing();
    int terms = anchors.affine() ? projection.length + 2 : 1;
    Matrix.Builder query = Matrix.builder(terms, stream.width()).add(0, constant.index(0), 1);
    Matrix.Builder key = Matrix.builder(terms, stream.width()).add(0, gap.index(0), -1);
    if (anchors.affine()) {
      double factor = small() / steepness;
      query.add(1, constant.index(0), 1);
      key.add(1, offset.orElseThrow().index(0), factor);
      for (int j = 0; j < projection.length; j++) {
        query.add(j + 2, point.index(j), 1);
        key.add(j + 2, slope.orElseThrow().index(j), factor);
      }
    }
    Head head =
        new Head(
            Affine.linear(query.build()),
            Affine.linear(key.build()),
            Affine.linear(unit(vote).build()),
            Matrix.builder(stream.width(), 1).add(answer.index(0), 0, 1).build(),
            new Weighting.Softmax(steepness),
            Mask.STRICT);
    return new PointLayer(
        List.of(head),
        Affine.linear(Matrix.zero(0, stream.width())),
        Affine.linear(Matrix.zero(stream.width(), 0)));
  }

  private Matrix.Builder unit(Subspace subspace) {
    return Matrix.builder(1, stream.width()).add(0, subspace.index(0), 1);
  }
}
