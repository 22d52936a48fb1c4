package org.cotsim.simulator.execute.nd4j;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Views into whole arrays, made by hand: {@code INDArray.get} loses dimensions of size 1. */
final class Views {

  private Views() {}

  /**
   * A view with gaps.
   *
   * @param whole an array that is no view itself
   * @param offset of the first number, in numbers
   * @param strides in numbers, one per dimension
   */
  static INDArray of(INDArray whole, long offset, long[] shape, long[] strides) {
    return Nd4j.create(whole.data(), shape, strides, offset, 'c');
  }

  /** All numbers of a whole array, on the host: the array's own {@code asDouble} asks for each. */
  static double[] all(INDArray whole) {
    double[] numbers = new double[(int) whole.length()];
    if (whole.dataType() == DataType.DOUBLE) {
      whole.data().asNioDouble().get(numbers);
    } else {
      FloatBuffer floats = whole.data().asNioFloat();
      Arrays.setAll(numbers, i -> floats.get(i));
    }
    return numbers;
  }

  /** A row of a matrix, on the host. */
  static double[] row(INDArray matrix, int row) {
    double[] numbers = new double[(int) matrix.size(1)];
    for (int c = 0; c < numbers.length; c++) {
      numbers[c] = matrix.getDouble(row, c);
    }
    return numbers;
  }
}
