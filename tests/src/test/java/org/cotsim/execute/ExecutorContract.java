package org.cotsim.execute;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;

/** An executor under test; the traits of the contract are tests of it. */
interface ExecutorContract
    extends DefinitionContract,
        RandomModelContract,
        SessionContract,
        ArgumentContract,
        DecodingContract {}

/** What the traits share. */
interface Subject {

  Executor executor();

  /** The executor that reads as the definition, in the same arithmetic. */
  default Executor definition() {
    return new ReferenceExecutor(executor().arithmetic());
  }

  /** How far a score of a well-conditioned model may be from the definition's. */
  default double bound() {
    return binary64() ? 1e-9 : 5e-3;
  }

  /** A tie tolerance far above the rounding noise of the arithmetic. */
  default double tolerance() {
    return binary64() ? 1e-6 : 1.0 / 64;
  }

  default boolean binary64() {
    return executor().arithmetic().precision() == 53;
  }
}
