package org.cotsim.benchmarks.problem;

import java.util.List;

/**
 * A problem whose inputs are written out one by one, so that none has to be drawn.
 *
 * @param <I> the inputs
 */
public interface ListedInputs<I> extends Problem<I> {

  /** The lengths of the inputs, each once, the shortest first. */
  List<Integer> lengths();

  /** The inputs of one length, in the order in which they are written. */
  List<I> listed(int n);

  /** The same problem for one of these inputs; one object for those that share a decoder. */
  Problem<I> suited(I input) throws ExperimentException;
}
