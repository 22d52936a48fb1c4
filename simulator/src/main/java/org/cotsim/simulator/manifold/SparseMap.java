package org.cotsim.simulator.manifold;

import java.util.stream.IntStream;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;

/** An affine map laid out for speed: only rows with something in them, in flat arrays. */
final class SparseMap {

  private final int outputs;
  private final int[] rows;
  private final int[] starts; // [rows + 1]
  private final int[] columns;
  private final double[] values;
  private final double[] biases; // [rows]

  SparseMap(Affine map) {
    Matrix matrix = map.matrix();
    outputs = map.outputs();
    rows =
        IntStream.range(0, outputs)
            .filter(r -> matrix.rowStart(r) < matrix.rowStart(r + 1) || map.bias(r) != 0)
            .toArray();
    starts = new int[rows.length + 1];
    biases = IntStream.of(rows).mapToDouble(map::bias).toArray();
    columns = IntStream.range(0, matrix.nonZeros()).map(matrix::column).toArray();
    values = IntStream.range(0, matrix.nonZeros()).mapToDouble(matrix::value).toArray();
    for (int i = 0; i < rows.length; i++) {
      starts[i + 1] = matrix.rowStart(rows[i] + 1);
    }
  }

  int outputs() {
    return outputs;
  }

  /** Adds {@code A x + b} to a vector; sums run over ascending columns, the bias comes last. */
  void addTo(double[] y, double[] x) {
    for (int i = 0; i < rows.length; i++) {
      double sum = 0;
      for (int e = starts[i]; e < starts[i + 1]; e++) {
        sum += values[e] * x[columns[e]];
      }
      y[rows[i]] += sum + biases[i];
    }
  }

  /** Adds an output of this map to a vector. */
  void addRows(double[] y, double[] output) {
    for (int row : rows) {
      y[row] += output[row];
    }
  }

  /** {@code A x + b}. */
  double[] of(double[] x) {
    double[] y = new double[outputs];
    addTo(y, x);
    return y;
  }
}
