package org.cotsim.simulator.execute.nd4j;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Weighting;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The shape of a block of positions and the masks over the columns that not all of them may see.
 *
 * <p>The visible columns are rounded up to a multiple of {@link #STEP}, so that consecutive blocks
 * of one position have the same shape; what is not there yet is masked.
 *
 * @param columns batch times positions: the columns of the activations
 * @param visible positions that are looked at, the masked ones included
 * @param window how many of the last visible positions need a mask
 * @param there for every visible position 1, and below it its number; zeros where it is not there
 *     yet, [2, visible]
 * @param isOpen whether the block is one position, not the first: then no causal head needs a mask,
 *     as what is not there yet has the keys of the first position and values of zero
 */
record Block(
    int batch,
    int positions,
    long columns,
    int visible,
    int window,
    INDArray there,
    boolean isOpen,
    Map<Mask, INDArray> far,
    Map<Mask, INDArray> seen)
    implements AutoCloseable {

  /** Positions are looked at in multiples of this number. */
  static final int STEP = 32;

  /**
   * A block that starts here.
   *
   * @param heads whose masks are needed
   */
  static Block of(int batch, int start, int positions, List<Head> heads, DataType type) {
    int visible = roundUp(start + positions);
    int window = visible - start / STEP * STEP;
    Map<Mask, INDArray> far = new EnumMap<>(Mask.class);
    Map<Mask, INDArray> seen = new EnumMap<>(Mask.class);
    boolean open = open(start, positions);
    for (Head head : heads) {
      if (!masks(head, open)) {
        continue;
      }
      far.computeIfAbsent(head.mask(), mask -> mask(type, positions, window));
      if (weighsUnseen(head, visible, window)) {
        seen.computeIfAbsent(head.mask(), mask -> mask(type, positions, window));
      }
    }
    INDArray there = there(start, visible, type);
    long columns = (long) batch * positions;
    return new Block(batch, positions, columns, visible, window, there, open, far, seen);
  }

  private static boolean open(int start, int positions) {
    return positions == 1 && start > 0;
  }

  /** Whether the last scores of a head need a mask. */
  boolean masks(Head head) {
    return masks(head, isOpen);
  }

  private static boolean masks(Head head, boolean open) {
    return !open || head.mask() == Mask.STRICT;
  }

  private static INDArray mask(DataType type, int positions, int window) {
    return positions == 1 ? Nd4j.create(type, 1, window) : Nd4j.create(type, 1, positions, window);
  }

  /** Whether a head gives weight to positions that lie far below, which must be taken away. */
  boolean weighsUnseen(Head head) {
    return masks(head) && weighsUnseen(head, visible, window);
  }

  private static boolean weighsUnseen(Head head, int visible, int window) {
    boolean maySeeNothing = head.mask() == Mask.STRICT && window == visible;
    return head.weighting() instanceof Weighting.Softmax || maySeeNothing;
  }

  static int roundUp(int length) {
    return (length + STEP - 1) / STEP * STEP;
  }

  /**
   * A shape, or strides, without the last dimension but one, that of the positions, if there is one
   * position only: operations that stretch dimensions take longer the more there are.
   */
  long[] flat(long... shape) {
    if (positions > 1) {
      return shape;
    }
    long[] flat = Arrays.copyOf(shape, shape.length - 1);
    flat[flat.length - 1] = shape[shape.length - 1];
    return flat;
  }

  /** Whether a block of this many positions that starts here has this shape. */
  boolean fits(int start, int positions) {
    return positions == this.positions
        && isOpen == open(start, positions)
        && visible == roundUp(start + positions)
        && window == visible - start / STEP * STEP;
  }

  private static INDArray there(int length, int visible, DataType type) {
    double[] rows = new double[2 * visible];
    for (int position = 0; position < length; position++) {
      rows[position] = 1;
      rows[visible + position] = position;
    }
    INDArray there = Nd4j.create(type, 2, visible);
    there.data().setData(rows);
    return there;
  }

  /** Sets the masks for a block that starts here, where the one before ended. */
  void moveTo(int start) {
    for (int position = start; position < start + positions; position++) {
      there.data().put(position, 1.0);
      there.data().put((long) visible + position, (double) position);
    }
    for (Mask mask : far.keySet()) {
      double[] farRows = new double[positions * window];
      double[] seenRows = new double[positions * window];
      double distance = DenseArrays.far(far.get(mask).dataType());
      for (int i = 0; i < positions; i++) {
        int sees = mask.visible(start + i + 1) - (visible - window);
        for (int j = 0; j < window; j++) {
          seenRows[i * window + j] = j < sees ? 1 : 0;
          farRows[i * window + j] = j < sees ? 0 : distance;
        }
      }
      far.get(mask).data().setData(farRows);
      if (seen.containsKey(mask)) {
        seen.get(mask).data().setData(seenRows);
      }
    }
  }

  @Override
  public void close() {
    there.close();
    far.values().forEach(INDArray::close);
    seen.values().forEach(INDArray::close);
  }
}
