package org.cotsim.simulator.assemble;

import java.util.List;

/** A hidden unit that is 1 if all of several flags are 1, and 0 if at least one of them is 0. */
public final class Gate {

  private Gate() {}

  /**
   * Adds the unit {@code relu(2 (sum of flags) - 2 k + 1)} for k flags.
   *
   * <p>A rounding error of e in each flag moves an open gate by 2 k e and leaves a closed one at
   * zero while {@code 2 k e < 1}.
   *
   * @param flags forms over the layer's feed-forward input, each 0 or 1
   * @return the number of the hidden unit
   */
  public static int open(LayerAssembler layer, List<LinearForm> flags) {
    LinearForm sum = layer.feedForward().constant(0);
    for (LinearForm flag : flags) {
      sum = sum.plus(flag);
    }
    return layer.unit(sum.times(2).plus(1 - 2.0 * flags.size()));
  }
}
