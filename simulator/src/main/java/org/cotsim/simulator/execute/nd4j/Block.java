package org.cotsim.simulator.execute.nd4j;

import java.util.EnumMap;
import java.util.Map;
import org.cotsim.simulator.model.Mask;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The shape of one block of positions, and what its positions may see of the block itself. */
final class Block implements AutoCloseable {

  private final int batch;
  private final int positions;
  private final Map<Mask, INDArray> visible = new EnumMap<>(Mask.class);
  private final Map<Mask, INDArray> far = new EnumMap<>(Mask.class);

  Block(int batch, int positions, DataType type) {
    this.batch = batch;
    this.positions = positions;
    for (Mask mask : Mask.values()) {
      double[][] ones = new double[positions][positions];
      double[][] added = new double[positions][positions];
      for (int i = 0; i < positions; i++) {
        for (int j = 0; j < positions; j++) {
          boolean seen = j < mask.visible(i + 1);
          ones[i][j] = seen ? 1 : 0;
          added[i][j] = seen ? 0 : Dense.far(type);
        }
      }
      visible.put(mask, Dense.of(ones, type).reshape(1, positions, positions));
      far.put(mask, Dense.of(added, type).reshape(1, positions, positions));
    }
  }

  int batch() {
    return batch;
  }

  int positions() {
    return positions;
  }

  /** Columns of the activations: batch times positions. */
  long columns() {
    return (long) batch * positions;
  }

  /** 1 where the position of the column is visible to that of the row, else 0, [1, row, column]. */
  INDArray visible(Mask mask) {
    return visible.get(mask);
  }

  /** 0 where the column is visible to the row, else far below every score, [1, row, column]. */
  INDArray far(Mask mask) {
    return far.get(mask);
  }

  @Override
  public void close() {
    visible.values().forEach(INDArray::close);
    far.values().forEach(INDArray::close);
  }
}
