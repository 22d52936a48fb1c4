package org.cotsim.benchmarks.problem;

/**
 * A problem whose decoders can be built in several ways.
 *
 * @param <I> the inputs
 */
public interface WaysToBuild<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> WaysToBuild<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof WaysToBuild<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "other way to build its decoder", WaysToBuild.class);
  }

  /**
   * The same problem with decoders that are built in another way.
   *
   * @throws ExperimentException if there is no such way, with the reason
   */
  Problem<I> by(Recipe recipe) throws ExperimentException;

  /**
   * The same problem with decoders from elsewhere that take no step, in whatever way they were
   * built.
   *
   * @throws ExperimentException if none can be built here, with the reason
   */
  Problem<I> withoutChain() throws ExperimentException;

  /**
   * The same problem with decoders {@link Recipe#LOOPS by loops}, so many of them whatever the
   * input.
   *
   * @param loops at least 0; with too few the answer is that of the end of the input
   * @throws ExperimentException if there is no such way, with the reason
   */
  Problem<I> byLoops(int loops) throws ExperimentException;

  /** The way in which the decoders of this one are built. */
  Recipe recipe();

  /** The name of the problem whatever the way. */
  String subject();

  /** The name of a problem whatever the way in which its decoders are built. */
  static String subject(Problem<?> problem) {
    return problem instanceof WaysToBuild<?> able ? able.subject() : problem.name();
  }

  /** The way in which the decoders of a problem are built; empty if there is only one. */
  static String way(Problem<?> problem) {
    return problem instanceof WaysToBuild<?> able ? able.recipe().toString() : "";
  }

  /** A problem built in one way: itself, if that is the usual one. */
  static <I> Problem<I> built(Problem<I> problem, Recipe recipe) throws ExperimentException {
    boolean usual = recipe == Recipe.THEOREM1 && !(problem instanceof WaysToBuild);
    return usual ? problem : of(problem).by(recipe);
  }
}
