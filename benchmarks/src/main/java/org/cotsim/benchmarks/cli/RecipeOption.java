package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import picocli.CommandLine.Option;

/** The option {@code --by}: which of the ways to build a decoder is taken. */
final class RecipeOption {

  static final String NAME = "--by";
  static final String LABEL = "theorem1|cascade|loops|ordered";
  static final String WAYS =
      "How the decoder of a regular language is built: with a chain of n + 1 steps (theorem1), or"
          + " with none, from its groups (cascade, if all are solvable), from the order of its states"
          + " (ordered, if it is R-trivial), or by one layer that is applied ceil(log2(n + 1)) times"
          + " (loops).";

  @Option(names = NAME, paramLabel = LABEL, description = WAYS + " Default: theorem1.")
  private Recipe recipe = Recipe.THEOREM1;

  /** The problem with decoders built in this way. */
  <I> Problem<I> of(Problem<I> problem) throws ExperimentException {
    return WaysToBuild.built(problem, recipe);
  }

  /** Refuses another way than the usual one for what can be built in one way only. */
  void requireUsual(String what) throws ExperimentException {
    if (recipe != Recipe.THEOREM1) {
      throw new ExperimentException(
          NAME + " " + recipe + " is for regular languages, not for " + what);
    }
  }
}
