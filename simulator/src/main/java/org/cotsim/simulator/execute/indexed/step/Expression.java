package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;

/** A sum, a norm or the use of a head, over registers: the units of which stretches are made. */
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

  boolean reads(int register) {
    return Arrays.stream(reads).anyMatch(r -> r == register);
  }

  /** Roughly what it costs, in multiplications. */
  abstract int cost();

  /** The moving components that form the first pair of a key, then those of the last one. */
  static int[] ends(HeadPlan plan) {
    int[][] pairs = plan.space().split().groups();
    return IntStream.concat(Arrays.stream(pairs[0]), Arrays.stream(pairs[pairs.length - 1]))
        .toArray();
  }

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

  /** Hands a key and a value, one after the other in what is read, to a head. */
  static final class Offer extends Expression {
    final HeadPlan plan;
    final int number; // the class of the key
    final double[] constants; // [moving + values], read where the register is negative

    Offer(HeadPlan plan, int number, double[] constants, int[] reads) {
      super(reads, new int[0]);
      this.plan = plan;
      this.number = number;
      this.constants = constants;
    }

    /** Whether tokens decide the value, and the key is one or two pairs for a list of arcs. */
    boolean isOfKnownValue() {
      return plan.strategy == HeadPlan.Strategy.ARCS
          && !plan.strict()
          && Arrays.stream(reads, plan.moving.length, reads.length).allMatch(r -> r < 0);
    }

    /** Whether all that the head takes is a class and a value of one or two components. */
    boolean isOfFewNumbers() {
      return plan.strategy == HeadPlan.Strategy.CLASSES
          && !plan.strict()
          && (reads.length == 1 || reads.length == 2);
    }

    /** The value that tokens decide. */
    double[] value() {
      return Arrays.copyOfRange(constants, plan.moving.length, constants.length);
    }

    @Override
    int cost() {
      return 2 * reads.length + 4;
    }
  }

  /** Asks a head. */
  static final class Attend extends Expression {
    final HeadPlan plan;
    final int number; // of the query, -1 if it depends on more than the token
    final double[] constants; // [kept], read where the register is negative

    Attend(HeadPlan plan, int number, double[] constants, int[] reads, int[] writes) {
      super(reads, writes);
      this.plan = plan;
      this.number = number;
      this.constants = constants;
    }

    /** The same without registers for the answer, which stays with the head. */
    Attend withoutWrites() {
      int[] none = new int[writes.length];
      Arrays.fill(none, -1);
      return new Attend(plan, number, constants, reads, none);
    }

    boolean isWithoutWrites() {
      return Arrays.stream(writes).allMatch(r -> r < 0);
    }

    /** Whether tokens decide the flags of a query of one or two pairs for a list of arcs. */
    boolean isOfKnownFlags() {
      return plan.strategy == HeadPlan.Strategy.ARCS
          && Arrays.stream(plan.classes).allMatch(c -> reads[c] < 0);
    }

    /** Whether tokens decide the query of a head whose answer is one or two components. */
    boolean isOfFewNumbers() {
      return plan.strategy == HeadPlan.Strategy.CLASSES
          && number >= 0
          && (writes.length == 1 || writes.length == 2)
          && writes[0] >= 0;
    }

    /** The flags that tokens decide. */
    double[] flags() {
      return Arrays.stream(plan.classes).mapToDouble(c -> constants[c]).toArray();
    }

    /** Where the components of the first pair of the query stand, then those of the last one. */
    int[] pairs() {
      return Arrays.stream(ends(plan)).map(c -> plan.moving[c]).toArray();
    }

    @Override
    int cost() {
      return 2 * (reads.length + writes.length) + 4;
    }
  }
}
