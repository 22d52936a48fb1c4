package org.cotsim.simulator.execute.indexed.step;

/** A sum or a norm over registers, the unit of which stretches between heads are made. */
sealed interface Arithmetic {

  /** The register that holds the number 1. */
  int ONE = 0;

  /** Registers; those that are constants, as negative numbers or {@link #ONE}. */
  int[] reads();

  /** Registers, negative where nobody reads what is computed. */
  int[] writes();

  /** Roughly what it costs, in multiplications. */
  int cost();

  /** {@code init + sum w_i x_i + bias}, from left to right, then perhaps relu. */
  record Sum(double init, double[] weights, int[] terms, double bias, boolean relu, int[] writes)
      implements Arithmetic {

    @Override
    public int[] reads() {
      return terms;
    }

    @Override
    public int cost() {
      return terms.length + 1;
    }
  }

  /**
   * Layer norm of a vector.
   *
   * @param constants [size], read where the register is negative
   * @param reads [size]
   * @param writes [size]
   */
  record Norm(double[] constants, int[] reads, int[] writes) implements Arithmetic {

    private static final int ROOT_AND_QUOTIENTS = 12;

    @Override
    public int cost() {
      return ROOT_AND_QUOTIENTS + 3 * reads.length;
    }
  }
}
