package org.cotsim.simulator.execute.nd4j;

import java.util.function.IntSupplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The keys and values of all heads of a layer; zeros where there is no position yet. */
final class Cache implements Memory {

  private final DenseHeads heads;
  private final int keySize;
  private final int size;
  private final int batch;
  private final DataType type;
  private INDArray all; // [keys, values; batch, 1, room]
  private int room;

  Cache(DenseHeads heads, int batch, DataType type) {
    this.heads = heads;
    this.keySize = heads.keySize();
    this.size = keySize + heads.valueSize();
    this.batch = batch;
    this.type = type;
  }

  @Override
  public void reserve(int more) {
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

  @Override
  public void mix(Rows made, Block block, IntSupplier start, Workspace workspace, Plan plan) {
    int positions = block.positions();
    INDArray fresh = made.shaped(keySize, (long) size * batch, positions);
    plan.then("cache write", () -> range(size, start.getAsInt(), positions).assign(fresh));
    for (DenseHead head : heads.heads()) {
      head.mix(made, this, block, workspace, plan);
    }
  }

  /**
   * Gives positions without a token the keys of the first position, so that none of their scores is
   * the largest alone; their values stay zero.
   *
   * @param start the first such position, after the first of all
   */
  @Override
  public void level(int start, int end, OperationTimes times) {
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

  /** How many numbers there is room for. */
  long length() {
    return all.length();
  }

  /** All numbers one after the other, [size * batch * room]. */
  INDArray flat() {
    return Views.of(all, 0, new long[] {all.length()}, new long[] {1});
  }

  /** Where the values of a position begin among all numbers, for one component of a sequence. */
  long place(int component, int sequence, int position) {
    return ((long) (keySize + component) * batch + sequence) * room + position;
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
