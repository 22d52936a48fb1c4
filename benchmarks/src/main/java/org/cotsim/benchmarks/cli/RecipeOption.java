package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.problem.Currency;
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
          + " (loops). Of a graph: search. Of a Turing machine: theorem2.";

  static final String USUAL = "Default: the first of the problem's kind.";

  private static final int MOST_LOOPS = 1024;

  @Option(
      names = NAME,
      paramLabel = LABEL,
      description = {WAYS, USUAL})
  private Recipe recipe;

  @Option(
      names = "--loops",
      paramLabel = "COUNT",
      description =
          "With --by loops: apply the layer COUNT times, whatever n. With fewer than ceil(log2(n +"
              + " 1)) the answer is that of the last 2^COUNT - 1 letters; the certificate, about"
              + " rounding, does not say so.")
  private Integer loops;

  /** The problem with decoders built in this way. */
  <I> Problem<I> of(Problem<I> problem) throws ExperimentException {
    if (loops == null) {
      return recipe == null ? problem : WaysToBuild.built(problem, recipe);
    }
    if (recipe != Recipe.LOOPS) {
      throw new ExperimentException("--loops can be given with --by loops only");
    }
    if (loops < 0 || loops > MOST_LOOPS) {
      throw new ExperimentException("--loops " + loops + ": expected 0 to " + MOST_LOOPS);
    }
    return WaysToBuild.of(problem).by(recipe).limited(Currency.LOOPS, loops);
  }

  /** Refuses another way than the usual one for what can be built in one way only. */
  void requireUsual(String what) throws ExperimentException {
    if (loops != null) {
      throw new ExperimentException("--loops cannot be given for " + what);
    }
    if (recipe != null) {
      throw new ExperimentException(NAME + " " + recipe + " cannot be given for " + what);
    }
  }
}
