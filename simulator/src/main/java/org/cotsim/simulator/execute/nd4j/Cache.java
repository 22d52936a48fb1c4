package org.cotsim.simulator.execute.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The keys and values of all heads of a layer; zeros where there is no position yet. */
final class Cache implements AutoCloseable {

  private final int keySize;
  private final int size;
  private final int batch;
  private final DataType type;
  private INDArray all; // [keys, values; batch, 1, room]
  private int room;

  Cache(int keySize, int valueSize, int batch, DataType type) {
    this.keySize = keySize;
    this.size = keySize + valueSize;
    this.batch = batch;
    this.type = type;
  }

  /** Makes room for this many positions in all; what is there is kept. */
  void reserve(int more) {
    if (size == 0) {
      return;
    }
    INDArray old = all;
    INDArray kept = old == null ? null : range(size, 0, room);
    all = Nd4j.create(type, size, batch, 1, more);
    int before = room;
    room = more;
    if (old != null) {
      range(size, 0, before).assign(kept);
      old.close();
    }
  }

  /**
   * Writes a block.
   *
   * @param fresh [(keys, values) * batch, positions]
   */
  void write(int start, int positions, INDArray fresh) {
    range(size, start, positions).assign(fresh);
  }

  /**
   * Gives positions without a token the keys of the first position, so that none of their scores is
   * the largest alone; their values stay zero.
   *
   * @param start the first such position, after the first of all
   */
  void level(int start, int end, OperationTimes times) {
    if (keySize == 0 || start >= end) {
      return;
    }
    try (Plan once = new Plan(times);
        INDArray zeros = Nd4j.create(type, 1, end - start)) {
      once.add(range(keySize, 0, 1), zeros, range(keySize, start, end - start));
      once.run();
    }
  }

  /** Some components of the keys that a block looks at, [size * batch, 1, visible]. */
  INDArray keys(int first, int size, Block block) {
    return Views.of(
        all,
        (long) first * batch * room,
        block.flat((long) size * batch, 1, block.visible()),
        block.flat(room, room, 1));
  }

  /** Some components of the values that a block looks at, [size, batch, 1, visible]. */
  INDArray values(int first, int size, Block block) {
    long stride = (long) batch * room;
    return Views.of(
        all,
        (keySize + first) * stride,
        block.flat(size, batch, 1, block.visible()),
        block.flat(stride, room, room, 1));
  }

  /** Some positions of all keys and values, or of the first ones, [size * batch, length]. */
  private INDArray range(int size, int start, int length) {
    return Views.of(all, start, new long[] {(long) size * batch, length}, new long[] {room, 1});
  }

  @Override
  public void close() {
    if (all != null) {
      all.close();
    }
  }
}
