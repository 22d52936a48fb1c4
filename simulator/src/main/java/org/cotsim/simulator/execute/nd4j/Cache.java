package org.cotsim.simulator.execute.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The keys and values of all heads of a layer at the positions so far. */
final class Cache implements AutoCloseable {

  private final int keySize;
  private final int valueSize;
  private final int batch;
  private final DataType type;
  private INDArray keys; // [keySize, batch, 1, room]
  private INDArray values; // [valueSize, batch, 1, room]
  private int room;
  private int length;

  Cache(int keySize, int valueSize, int batch, DataType type) {
    this.keySize = keySize;
    this.valueSize = valueSize;
    this.batch = batch;
    this.type = type;
  }

  int length() {
    return length;
  }

  /** Makes room for this many positions in all; what is there is kept. */
  void reserve(int more) {
    if (keySize > 0) {
      keys = grown(keys, keySize, more);
      values = grown(values, valueSize, more);
      room = more;
    }
  }

  private INDArray grown(INDArray old, int size, int more) {
    INDArray made = Ops.create(type, size, batch, 1, more);
    if (old != null) {
      range(made, more, 0, size, 0, length).assign(range(old, room, 0, size, 0, length));
      old.close();
    }
    return made;
  }

  /**
   * Appends a block.
   *
   * @param newKeys [keySize, batch, 1, positions]
   * @param newValues [valueSize, batch, 1, positions]
   */
  void append(INDArray newKeys, INDArray newValues) {
    int end = length + (int) newKeys.size(3);
    range(keys, room, 0, keySize, length, end).assign(newKeys);
    range(values, room, 0, valueSize, length, end).assign(newValues);
    length = end;
  }

  /** Some components of the keys, [size, batch, 1, length]. */
  INDArray keys(int first, int size) {
    return range(keys, room, first, size, 0, length);
  }

  /** Some components of the values, [size, batch, 1, length]. */
  INDArray values(int first, int size) {
    return range(values, room, first, size, 0, length);
  }

  private INDArray range(INDArray all, long stride, long first, int size, int from, int to) {
    return Ops.view(
        all,
        first * batch * stride + from,
        new long[] {size, batch, 1, to - from},
        new long[] {batch * stride, stride, stride, 1});
  }

  @Override
  public void close() {
    if (keys != null) {
      keys.close();
      values.close();
    }
  }
}
