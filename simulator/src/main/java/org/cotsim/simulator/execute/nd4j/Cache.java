package org.cotsim.simulator.execute.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The keys and values of all heads of a layer; zeros where there is no position yet. */
final class Cache implements AutoCloseable {

  private final int keySize;
  private final int valueSize;
  private final int batch;
  private final DataType type;
  private INDArray keys; // [keySize, batch, 1, room]
  private INDArray values; // [valueSize, batch, 1, room]
  private int room;

  Cache(int keySize, int valueSize, int batch, DataType type) {
    this.keySize = keySize;
    this.valueSize = valueSize;
    this.batch = batch;
    this.type = type;
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
    INDArray made = Nd4j.create(type, size, batch, 1, more);
    if (old != null) {
      range(made, more, 0, size, 0, room).assign(old);
      old.close();
    }
    return made;
  }

  /**
   * Writes a block.
   *
   * @param newKeys [keySize, batch, 1, positions]
   * @param newValues [valueSize, batch, 1, positions]
   */
  void write(int start, int positions, INDArray newKeys, INDArray newValues) {
    range(keys, room, 0, keySize, start, positions).assign(newKeys);
    range(values, room, 0, valueSize, start, positions).assign(newValues);
  }

  /** Some components of the keys at the first positions, [size * batch, 1, length]. */
  INDArray keys(int first, int size, int length) {
    return Views.of(
        keys,
        (long) first * batch * room,
        new long[] {(long) size * batch, 1, length},
        new long[] {room, room, 1});
  }

  /** Some components of the values at the first positions, [size, batch, 1, length]. */
  INDArray values(int first, int size, int length) {
    return range(values, room, first, size, 0, length);
  }

  private INDArray range(INDArray all, long stride, long first, int size, int start, int length) {
    return Views.of(
        all,
        first * batch * stride + start,
        new long[] {size, batch, 1, length},
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
