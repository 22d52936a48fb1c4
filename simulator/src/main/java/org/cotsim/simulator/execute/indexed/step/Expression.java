package org.cotsim.simulator.execute.indexed.step;

/** A sum or a norm over registers, the unit of which stretches between heads are made. */
abstract class Expression {

  /** The register that holds the number 1. */
  static final int ONE = 0;

  private static final int ROOT_AND_QUOTIENTS = 12; // in multiplications

  final int[] reads; // registers, constants as negative numbers or ONE
  final int[] writes; // registers, negative where nobody reads what is computed

  private Expression(int[] reads, int[] writes) {
    this.reads = reads;
    this.writes = writes;
  }

  /** Roughly what it costs, in multiplications. */
  abstract int cost();

  /** {@code init + sum w_i x_i + bias}, from left to right, then perhaps relu. */
  static final class Sum extends Expression {
    final double init;
    final double[] weights; // [terms]
    final double bias;
    final boolean relu;
    final boolean small; // before relu, so that twice it is finite

    Sum(
        double init,
        double[] weights,
        int[] terms,
        double bias,
        boolean relu,
        boolean small,
        int out) {
      super(terms, new int[] {out});
      this.init = init;
      this.weights = weights;
      this.bias = bias;
      this.relu = relu;
      this.small = small;
    }

    @Override
    int cost() {
      return weights.length + 1;
    }
  }

  /** Layer norm of a vector. */
  static final class Norm extends Expression {
    final double[] constants; // [size], read where the register is negative

    Norm(double[] constants, int[] reads, int[] writes) {
      super(reads, writes);
      this.constants = constants;
    }

    @Override
    int cost() {
      return ROOT_AND_QUOTIENTS + 3 * constants.length;
    }
  }
}
