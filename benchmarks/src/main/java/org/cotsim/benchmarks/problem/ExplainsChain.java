package org.cotsim.benchmarks.problem;

import java.util.List;

/**
 * A problem that has no machine to draw and says in words why its chain helps.
 *
 * @param <I> the inputs
 */
public interface ExplainsChain<I> extends Problem<I> {

  /** Some sentences for somebody who sees such a chain for the first time. */
  List<String> whyTheChainHelps();

  /** Where it is proved. */
  String source();
}
