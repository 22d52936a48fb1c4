package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import picocli.CommandLine.Option;

/** The option {@code --by}: which of the ways to build a decoder is taken. */
final class RecipeOption {

  static final String NAME = "--by";
  static final String LABEL = "WAY";
  static final String WAYS =
      "How the decoder is built. Of a regular language: with a chain of n + 1 steps (theorem1), or"
          + " with none, from its groups (cascade, if all are solvable), from the order of its states"
          + " (ordered, if it is R-trivial), or by one layer that is applied ceil(log2(n + 1)) times"
          + " (loops). Of a graph: with a breadth-first search as its chain (search), with"
          + " continuous thoughts, as many as the distance, at width O(V) (thoughts), or with none, by"
          + " squaring reachability in ceil(log2(V - 1)) loops, of V blanks each at width O(V)"
          + " (squaring) or V^3 + V^2 each at constant width (padding). Of a Turing machine: with a token"
          + " for each of its steps (theorem2), or with summaries of the tape in place of all that"
          + " lies before (forgetting).";

  static final String USUAL = "Default: the first of the problem's kind.";

  @Option(
      names = NAME,
      paramLabel = LABEL,
      description = {WAYS, USUAL})
  private Recipe recipe;

  /** The problem with decoders built in this way. */
  <I> Problem<I> of(Problem<I> problem) throws ExperimentException {
    return recipe == null ? problem : WaysToBuild.built(problem, recipe);
  }

  /** Refuses a way for what is built in the usual one only. */
  void requireUsual(String what) throws ExperimentException {
    if (recipe != null) {
      throw new ExperimentException(NAME + " " + recipe + " cannot be given for " + what);
    }
  }
}
