package org.cotsim.simulator.execute.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.api.ops.impl.reduce.same.Max;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMax;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/** The ND4J operations in use, each into an array that is already there. */
final class Ops {

  private Ops() {}

  /** {@code z = x y}, for matrices, or for a matrix and a vector of rank 1. */
  static void product(INDArray x, INDArray y, INDArray z) {
    Nd4j.exec(new Mmul(x, y, z, null));
  }

  /** {@code z = x + y}, dimensions of size 1 stretched. */
  static void add(INDArray x, INDArray y, INDArray z) {
    stretched("add", x, y, z);
  }

  /** {@code z = x - y}, dimensions of size 1 stretched. */
  static void subtract(INDArray x, INDArray y, INDArray z) {
    stretched("subtract", x, y, z);
  }

  /** {@code z = x * y} by components, dimensions of size 1 stretched. */
  static void multiply(INDArray x, INDArray y, INDArray z) {
    stretched("multiply", x, y, z);
  }

  /** {@code z = x / y} by components, dimensions of size 1 stretched. */
  static void divide(INDArray x, INDArray y, INDArray z) {
    stretched("divide", x, y, z);
  }

  private static void stretched(String operation, INDArray x, INDArray y, INDArray z) {
    Nd4j.exec(DynamicCustomOp.builder(operation).addInputs(x, y).addOutputs(z).build());
  }

  /** The rows of a matrix with these numbers, which must exist: ND4J does not check. */
  static void gatherRows(INDArray matrix, INDArray rows, INDArray z) {
    Nd4j.exec(
        DynamicCustomOp.builder("gather")
            .addInputs(matrix, rows)
            .addOutputs(z)
            .addIntegerArguments(0)
            .build());
  }

  /** The largest number of every row, numbers that are not numbers left out. */
  static void maxOfRows(INDArray x, INDArray z) {
    Nd4j.exec(new Max(x, z, false, 1));
  }

  /** {@code x = max(x, least)}, in place. */
  static void atLeast(INDArray x, double least) {
    Nd4j.exec(new ScalarMax(x, null, x, least));
  }

  /** {@code x = 1 if x > bound, else 0}, in place. */
  static void isAbove(INDArray x, double bound) {
    Nd4j.exec(new Step(x, x, bound));
  }

  /** {@code x = exp(x)}, in place. */
  static void exp(INDArray x) {
    Nd4j.exec(new Exp(x, x));
  }

  /**
   * A view into a whole array; {@code INDArray.get} is not used because it loses dimensions of size
   * 1.
   *
   * @param offset of the first number, in numbers
   * @param strides in numbers, one per dimension
   */
  static INDArray view(INDArray whole, long offset, long[] shape, long[] strides) {
    return Nd4j.create(whole.data(), shape, strides, offset, 'c');
  }

  /** A row of a whole matrix, on the host. */
  static double[] row(INDArray matrix, int row) {
    long columns = matrix.size(1);
    double[] numbers = new double[(int) columns];
    for (int c = 0; c < columns; c++) {
      numbers[c] = matrix.getDouble(row, c);
    }
    return numbers;
  }

  /** An array whose contents are not defined yet. */
  static INDArray create(DataType type, long... shape) {
    return Nd4j.createUninitialized(type, shape);
  }
}
