package org.cotsim.simulator.execute.reference;

import org.cotsim.simulator.execute.SequentialSession;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/** One sequence of tokens that grows, with its cache. */
sealed interface Sequence extends SequentialSession.Sequence permits DoubleSequence, WideSequence {

  /** A sequence whose weights are already numbers of the arithmetic. */
  static Sequence of(Transformer model, Arithmetic arithmetic, Observer observer) {
    return arithmetic.isWide()
        ? new WideSequence(model, arithmetic, observer)
        : new DoubleSequence(model, arithmetic, observer);
  }
}
