package org.cotsim.simulator.execute.indexed.plan;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;

/**
 * Builds sums of weighted values as operations, or as constants where nothing in them varies.
 *
 * <p>Terms keep their order and zeros are left out, so a sum is bit for bit that of the definition.
 */
final class SumBuilder {

  private static final double SMALL = 1e150;

  private final List<Operation> ops;
  private double init;
  private double low;
  private double high;
  private boolean tokenOnly;
  private double[] weights = new double[16];
  private TracedNumber[] terms = new TracedNumber[16];
  private int size;

  SumBuilder(List<Operation> ops) {
    this.ops = ops;
  }

  /** {@code A x + b}, perhaps through relu. */
  TracedNumber[] apply(Affine map, TracedNumber[] x, boolean relu) {
    TracedNumber[] y = new TracedNumber[map.outputs()];
    for (int r = 0; r < y.length; r++) {
      begin(map.matrix(), r, x);
      y[r] = end(map.bias(r), relu);
    }
    return y;
  }

  /** Some rows of {@code A x + b}. */
  TracedNumber[] apply(Affine map, int[] rows, TracedNumber[] x) {
    TracedNumber[] y = new TracedNumber[rows.length];
    for (int i = 0; i < rows.length; i++) {
      begin(map.matrix(), rows[i], x);
      y[i] = end(map.bias(rows[i]), false);
    }
    return y;
  }

  /** {@code A x}. */
  TracedNumber[] apply(Matrix matrix, TracedNumber[] x) {
    TracedNumber[] y = new TracedNumber[matrix.rows()];
    for (int r = 0; r < y.length; r++) {
      begin(matrix, r, x);
      y[r] = end(0, false);
    }
    return y;
  }

  /** x + y, component by component. */
  TracedNumber[] plus(TracedNumber[] x, TracedNumber[] y) {
    TracedNumber[] sum = new TracedNumber[x.length];
    for (int c = 0; c < x.length; c++) {
      begin();
      add(1, x[c]);
      add(1, y[c]);
      sum[c] = end(0, false);
    }
    return sum;
  }

  private void begin(Matrix matrix, int row, TracedNumber[] x) {
    begin();
    for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
      add(matrix.value(e), x[matrix.column(e)]);
    }
  }

  private void begin() {
    init = 0;
    low = 0;
    high = 0;
    tokenOnly = true;
    size = 0;
  }

  private void add(double weight, TracedNumber x) {
    if (x.isZero()) {
      return;
    }
    double one = weight * x.low;
    double other = weight * x.high;
    low += Math.min(one, other);
    high += Math.max(one, other);
    tokenOnly &= x.tokenOnly;
    if (x.isConstant() && size == 0) {
      init += one;
    } else if (x.isConstant()) {
      push(one, null);
    } else {
      push(weight, x);
    }
  }

  private void push(double weight, TracedNumber x) {
    if (size == weights.length) {
      weights = Arrays.copyOf(weights, 2 * size);
      terms = Arrays.copyOf(terms, 2 * size);
    }
    weights[size] = weight;
    terms[size++] = x;
  }

  private TracedNumber end(double bias, boolean relu) {
    low += bias;
    high += bias;
    boolean cut = relu && !(low >= 0);
    if (size == 0 && Double.isFinite(init + bias)) {
      return TracedNumber.constant(relu ? Math.max(0, init + bias) : init + bias);
    }
    if (relu && high <= 0) {
      return TracedNumber.constant(0);
    }
    if (size == 1 && terms[0] != null && weights[0] == 1 && init == 0 && bias == 0 && !cut) {
      return terms[0];
    }
    Operation.Row row =
        new Operation.Row(
            ops.size(),
            init,
            Arrays.copyOf(weights, size),
            Arrays.copyOf(terms, size),
            bias,
            cut,
            low >= -SMALL && high <= SMALL);
    ops.add(row);
    row.out =
        TracedNumber.of(
            row, relu ? Math.max(0, low) : low, relu ? Math.max(0, high) : high, tokenOnly);
    return row.out;
  }
}
