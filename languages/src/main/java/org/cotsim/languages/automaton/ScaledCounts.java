package org.cotsim.languages.automaton;

import java.util.function.IntPredicate;
import net.automatalib.automaton.fsa.impl.CompactDFA;

/**
 * How many words of each length lead from each state into a set of states.
 *
 * <p>A count is {@code mantissa * 2^exponent} with a mantissa of 53 bits in [1, 2), or exactly 0,
 * so it neither overflows nor vanishes. Memory: 12 bytes times states times (length + 1).
 */
final class ScaledCounts {

  private final int states;
  private final double[] mantissa;
  private final int[] exponent;

  ScaledCounts(CompactDFA<String> dfa, int length, IntPredicate goal) {
    this.states = dfa.size();
    this.mantissa = new double[states * (length + 1)];
    this.exponent = new int[states * (length + 1)];
    for (int q = 0; q < states; q++) {
      mantissa[q] = goal.test(q) ? 1 : 0;
    }
    for (int k = 1; k <= length; k++) {
      for (int q = 0; q < states; q++) {
        sum(dfa, k, q);
      }
    }
  }

  /** Adds up the counts of the successors, on the scale of the largest. */
  private void sum(CompactDFA<String> dfa, int k, int q) {
    int symbols = dfa.getInputAlphabet().size();
    int scale = Integer.MIN_VALUE;
    for (int a = 0; a < symbols; a++) {
      int cell = cell(k - 1, dfa.getSuccessor(q, a));
      scale = mantissa[cell] > 0 ? Math.max(scale, exponent[cell]) : scale;
    }
    double total = 0;
    for (int a = 0; a < symbols; a++) {
      total += relative(k - 1, dfa.getSuccessor(q, a), scale);
    }
    if (total > 0) {
      int shift = Math.getExponent(total);
      mantissa[cell(k, q)] = Math.scalb(total, -shift);
      exponent[cell(k, q)] = scale + shift;
    }
  }

  private int cell(int k, int q) {
    return k * states + q;
  }

  /** The number of words of length k from state q, divided by two to the given exponent. */
  double relative(int k, int q, int scale) {
    int cell = cell(k, q);
    return mantissa[cell] == 0 ? 0 : Math.scalb(mantissa[cell], exponent[cell] - scale);
  }

  boolean isZero(int k, int q) {
    return mantissa[cell(k, q)] == 0;
  }

  int exponent(int k, int q) {
    return exponent[cell(k, q)];
  }
}
