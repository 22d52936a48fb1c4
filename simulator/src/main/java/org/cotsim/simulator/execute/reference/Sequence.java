package org.cotsim.simulator.execute.reference;

import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/** One sequence of tokens that grows. */
sealed interface Sequence permits DoubleSequence, WideSequence {

  /** A sequence whose weights are already numbers of the arithmetic. */
  static Sequence of(Transformer model, Arithmetic arithmetic, Observer observer) {
    return arithmetic.isWide()
        ? new WideSequence(model, arithmetic, observer)
        : new DoubleSequence(model, arithmetic, observer);
  }

  int length();

  void append(int token);

  /** Bytes of keys, values and weights of all caches; they only grow. */
  long bytes();

  /** The scores of all tokens after the last position, [vocabulary]. */
  double[] scores();
}
