package org.cotsim.simulator.assemble;

/**
 * A named range of coordinates of the residual stream, to which only its owner writes.
 *
 * @param name short, unique in its model
 * @param offset its first coordinate
 * @param width the number of its coordinates
 * @param meaning what it holds, in plain words
 */
public record Subspace(String name, int offset, int width, String meaning) {

  /** The place of one of its coordinates in the residual stream. */
  public int index(int i) {
    if (i < 0 || i >= width) {
      throw new IndexOutOfBoundsException(name + "[" + i + "] of " + width);
    }
    return offset + i;
  }
}
