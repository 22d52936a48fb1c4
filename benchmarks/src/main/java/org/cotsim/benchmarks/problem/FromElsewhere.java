package org.cotsim.benchmarks.problem;

/**
 * A problem whose decoder was made elsewhere, trained for example: nothing is claimed of it.
 *
 * @param <I> the inputs
 */
public interface FromElsewhere<I> extends Problem<I> {

  /** The name of the problem whatever decodes. */
  String subject();

  /** The decoder, where the ways to build one are named: its file. */
  String way();
}
