package org.cotsim.simulator.execute.nd4j;

import java.util.function.IntSupplier;

/** What the heads of one layer keep of the positions that one slice has read. */
interface Memory extends AutoCloseable {

  /** Makes room for this many positions in all; what is there is kept. */
  void reserve(int more);

  /** Prepares positions that are looked at before they are there. */
  void level(int start, int end, OperationTimes times);

  /**
   * Adds what a block holds and mixes values for each of its positions.
   *
   * @param made what the layer makes of the block for its heads, [rows, n]
   * @param start the first position of the block, asked for in every run
   * @param workspace its {@code mixed} is filled, [values of all heads, n]
   */
  void mix(Rows made, Block block, IntSupplier start, Workspace workspace, Plan plan);

  @Override
  void close();
}
