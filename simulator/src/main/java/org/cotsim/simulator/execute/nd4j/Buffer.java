package org.cotsim.simulator.execute.nd4j;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Memory that is used again and again under different shapes, and grows where it is too small. */
final class Buffer implements AutoCloseable {

  private static final int REMEMBERED = 64;

  private final DataType type;
  private final Map<Place, INDArray> views = new HashMap<>();
  private INDArray memory; // [length]
  private int moves;

  Buffer(DataType type) {
    this.type = type;
    this.memory = Nd4j.createUninitialized(type, 1);
  }

  /** An array at the start of the memory; invalid once a larger one is asked for. */
  INDArray shaped(long... shape) {
    long length = length(shape);
    if (length > memory.length()) {
      close();
      moves++;
      memory = Nd4j.createUninitialized(type, Math.max(length, length / 2 * 3));
    }
    return at(0, shape);
  }

  /** An array further on in memory that is already there. */
  INDArray at(long offset, long... shape) {
    if (offset + length(shape) > memory.length()) {
      throw new IllegalStateException("beyond the end of a buffer");
    }
    if (views.size() > REMEMBERED) {
      views.clear();
    }
    return views.computeIfAbsent(
        new Place(offset, LongStream.of(shape).boxed().toList()),
        place -> Views.of(memory, offset, shape, strides(shape)));
  }

  /** How often the memory was replaced by a larger one: views from before are invalid. */
  int moves() {
    return moves;
  }

  /** A view with gaps into memory that is already there. */
  INDArray strided(long offset, long[] shape, long[] strides) {
    return Views.of(memory, offset, shape, strides);
  }

  private static long length(long[] shape) {
    return LongStream.of(shape).reduce(1, (a, b) -> a * b);
  }

  private static long[] strides(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  @Override
  public void close() {
    views.clear();
    memory.close();
  }

  private record Place(long offset, List<Long> shape) {}
}
