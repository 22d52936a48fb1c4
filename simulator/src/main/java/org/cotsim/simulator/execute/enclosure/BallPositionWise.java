package org.cotsim.simulator.execute.enclosure;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/** The operations of the definition that concern one position, on balls. */
final class BallPositionWise {

  private final Roundings roundings;
  private final BallSum sum;

  BallPositionWise(Roundings roundings) {
    this.roundings = roundings;
    this.sum = new BallSum(roundings);
  }

  /** The residual stream before the first layer; a thought takes over what was before. */
  Balls embed(Transformer model, int token, int position, Balls before) {
    Balls stream = row(model.embedding(), token);
    if (model.positions() instanceof PositionEmbedding.Table table) {
      stream = plus(stream, row(table.rows(), position));
    }
    return model.isThought(token)
        ? plus(stream, apply(model.feedback().orElseThrow().map(), before))
        : stream;
  }

  private Balls row(Matrix matrix, int row) {
    Balls numbers = Balls.zeros(matrix.columns());
    for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
      numbers.mid()[matrix.column(e)] = matrix.value(e);
      numbers.rad()[matrix.column(e)] = roundings.ofWeight(matrix.value(e));
    }
    return numbers;
  }

  private Balls plus(Balls some, Balls others) {
    return plus(some, List.of(others));
  }

  /** The sum of a stream and what is added to it, in any order. */
  Balls plus(Balls stream, List<Balls> parts) {
    Balls all = Balls.zeros(stream.size());
    for (int c = 0; c < stream.size(); c++) {
      sum.clear();
      sum.add(stream.mid()[c], stream.rad()[c]);
      for (Balls part : parts) {
        sum.add(part.mid()[c], part.rad()[c]);
      }
      sum.writeTo(all, c);
    }
    return all;
  }

  /** The stream after a feed-forward sublayer. */
  Balls feedForward(FeedForward sublayer, int token, Balls stream) {
    Balls hidden = apply(sublayer.first(), normalise(sublayer.norm(), token, stream));
    for (int u = 0; u < hidden.size(); u++) {
      if (hidden.mid()[u] + hidden.rad()[u] <= 0) {
        hidden.rad()[u] = 0; // certainly cut off
      }
      hidden.mid()[u] = Math.max(0, hidden.mid()[u]);
    }
    return plus(stream, apply(sublayer.second(), hidden));
  }

  Balls normalise(Norm norm, int token, Balls stream) {
    Norm own = norm.of(token);
    if (own instanceof Norm.Standard) {
      return layerNorm(stream);
    }
    Balls x = Balls.zeros(own.outputs(stream.size()));
    int filled = 0;
    for (Matrix projection : own.projections()) {
      Balls part = layerNorm(apply(projection, stream));
      System.arraycopy(part.mid(), 0, x.mid(), filled, part.size());
      System.arraycopy(part.rad(), 0, x.rad(), filled, part.size());
      filled += part.size();
    }
    return x;
  }

  Balls apply(Affine map, Balls x) {
    Balls y = Balls.zeros(map.outputs());
    for (int r = 0; r < y.size(); r++) {
      addRow(map.matrix(), r, x);
      sum.add(map.bias(r), roundings.ofWeight(map.bias(r)));
      sum.writeTo(y, r);
    }
    return y;
  }

  Balls apply(Matrix matrix, Balls x) {
    Balls y = Balls.zeros(matrix.rows());
    for (int r = 0; r < y.size(); r++) {
      addRow(matrix, r, x);
      sum.writeTo(y, r);
    }
    return y;
  }

  private void addRow(Matrix matrix, int row, Balls x) {
    sum.clear();
    for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
      double weight = matrix.value(e);
      int c = matrix.column(e);
      sum.add(weight, roundings.ofWeight(weight), x.mid()[c], x.rad()[c]);
    }
  }

  /**
   * {@code (v - mean) / ||v - mean||}.
   *
   * <p>The direction of a vector of norm R that is off by D in norm is off by at most D / (R - D).
   * What two numbers carry in matters only if it can turn the sign of their difference: their
   * direction is (1, -1) / sqrt 2 or its opposite.
   */
  private Balls layerNorm(Balls v) {
    int n = v.size();
    if (n < 2) {
      return Balls.zeros(n);
    }
    Balls centred = centred(v);
    double length = norm(centred.mid());
    double off = Roundings.up(norm(centred.rad()));
    double carried = Roundings.up(norm(v.rad()));
    if (length == 0 && carried == 0 && off == 0) {
      return Balls.zeros(n); // LN(0) = 0
    }
    double most = length + carried + off;
    if (!(most * most <= roundings.largest())) {
      return unknown(n, Double.POSITIVE_INFINITY);
    }
    double least = length - Roundings.up(carried + off);
    double lost = n * roundings.tiny() / (least * least); // to squares that underflow
    if (!(least > 0 && lost < 0.5)) {
      return unknown(n, 1 + roundings.operations(n / 2.0 + 3)); // any direction
    }
    double moved = (n == 2 ? off : off + carried) / least;
    divide(centred, length, moved, lost + roundings.operations(n / 2.0 + 3));
    return centred;
  }

  private static Balls unknown(int size, double radius) {
    Balls unknown = Balls.zeros(size);
    Arrays.fill(unknown.rad(), radius);
    return unknown;
  }

  /** The differences from the mean, with the radii of what rounding alone does to them. */
  private Balls centred(Balls v) {
    Balls mean = mean(v);
    double ofMean = mean.rad()[0];
    Balls centred = Balls.zeros(v.size());
    for (int c = 0; c < v.size(); c++) {
      double difference = v.mid()[c] - mean.mid()[0];
      centred.mid()[c] = difference;
      centred.rad()[c] =
          ofMean == 0 && mean.mid()[0] == 0
              ? 0
              : ofMean + roundings.unit() * (Math.abs(difference) + v.rad()[c] + ofMean);
    }
    return centred;
  }

  private void divide(Balls centred, double length, double moved, double rounded) {
    for (int c = 0; c < centred.size(); c++) {
      double quotient = centred.mid()[c] / length;
      boolean zero = quotient == 0 && moved == 0;
      centred.mid()[c] = quotient;
      centred.rad()[c] =
          zero
              ? 0
              : Roundings.up(moved + rounded * (Math.abs(quotient) + moved) + roundings.tiny());
    }
  }

  /** The mean, with the radius of what rounding alone does to it. */
  private Balls mean(Balls v) {
    int n = v.size();
    sum.clear();
    double carried = 0;
    for (int c = 0; c < n; c++) {
      sum.add(v.mid()[c], v.rad()[c]);
      carried += v.rad()[c];
    }
    Balls mean = Balls.zeros(1);
    sum.writeTo(mean, 0);
    double total = mean.mid()[0];
    double radius = mean.rad()[0];
    double quotient = total / n;
    boolean exact =
        (radius == 0 && Math.fma(quotient, n, -total) == 0 && roundings.isExact(quotient))
            || (Roundings.isPowerOfTwo(n)
                && Math.abs(total) - radius >= n * roundings.smallestNormal());
    double ofSum = radius == 0 ? 0 : Math.max(0, radius - carried) + 1e-12 * carried;
    double ofQuotient =
        exact || Roundings.isPowerOfTwo(n)
            ? 0
            : roundings.operations(2) * (Math.abs(total) + radius);
    mean.mid()[0] = quotient;
    mean.rad()[0] = Roundings.up((ofSum + ofQuotient) / n + (exact ? 0 : roundings.tiny()));
    return mean;
  }

  private static double norm(double[] numbers) {
    double squares = 0;
    for (double number : numbers) {
      squares += number * number;
    }
    return Math.sqrt(squares);
  }
}
