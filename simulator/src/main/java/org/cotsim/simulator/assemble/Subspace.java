package org.cotsim.simulator.assemble;

import java.util.Arrays;

/**
 * A named range of coordinates of the residual stream, to which only its owner writes.
 *
 * @param name short, unique in its model
 * @param offset its first coordinate
 * @param width the number of its coordinates
 * @param meaning what it holds, in plain words
 * @param wording how a person reads its coordinates
 */
public record Subspace(String name, int offset, int width, Phrase meaning, Wording wording) {

  /** The place of one of its coordinates in the residual stream. */
  public int index(int i) {
    if (i < 0 || i >= width) {
      throw new IndexOutOfBoundsException(name + "[" + i + "] of " + width);
    }
    return offset + i;
  }

  /** Whether a coordinate of the residual stream belongs to it. */
  public boolean holds(int index) {
    return index >= offset && index < offset + width;
  }

  /** What it holds in a residual stream, in a few words. */
  public Phrase read(double[] stream) {
    return wording.of(Arrays.copyOfRange(stream, offset, offset + width));
  }
}
