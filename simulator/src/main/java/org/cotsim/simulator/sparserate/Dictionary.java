package org.cotsim.simulator.sparserate;

import org.cotsim.simulator.execute.nd4j.Nd4jLoader;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A complete orthonormal dictionary: atoms in whose combinations tokens shall be sparse.
 *
 * <p>The one matrix of a sparsifying step; as it is orthogonal, codes have the coding rate of the
 * tokens, which is what the source assumes of it.
 */
public final class Dictionary {

  private static final double DEPENDENT = 1e-9;

  private final INDArray matrix;

  private Dictionary(INDArray matrix) {
    this.matrix = matrix;
  }

  /** The atoms are the coordinates. */
  public static Dictionary identity(int width) {
    Nd4jLoader.quietlyForThisThread();
    return new Dictionary(Nd4j.eye(width).castTo(DataType.DOUBLE));
  }

  /**
   * The orthonormal atoms nearest to all bases together (P.-O. Löwdin's symmetric
   * orthogonalisation), and an orthonormal basis of what is orthogonal to every subspace.
   *
   * @throws IllegalArgumentException if the bases are more than the width, or linearly dependent
   */
  public static Dictionary of(Subspaces subspaces) {
    int atoms = subspaces.count() * subspaces.dimension();
    int width = subspaces.width();
    if (atoms > width) {
      throw new IllegalArgumentException(
          subspaces.count()
              + " subspaces of dimension "
              + subspaces.dimension()
              + " have no complete dictionary of width "
              + width);
    }
    INDArray bases = subspaces.sideBySide();
    if (Spectrum.ofRows(bases.transpose()).smallest() < DEPENDENT) {
      throw new IllegalArgumentException("the subspaces share a direction");
    }
    INDArray nearest = Spectrum.orthonormalised(bases);
    if (atoms == width) {
      return new Dictionary(nearest);
    }
    INDArray beside = Nd4j.eye(width).castTo(DataType.DOUBLE);
    beside.subi(nearest.mmul(nearest.transpose()));
    return new Dictionary(Nd4j.hstack(nearest, Spectrum.of(beside).leading(width - atoms)));
  }

  /** An atom in each column, [width, width]; nobody may write into it. */
  INDArray matrix() {
    return matrix;
  }

  /** The number of atoms, and of coordinates of each. */
  public int width() {
    return matrix.rows();
  }
}
