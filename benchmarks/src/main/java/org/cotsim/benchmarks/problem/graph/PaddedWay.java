package org.cotsim.benchmarks.problem.graph;

import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.graph.PaddedReachability;
import org.cotsim.simulator.construct.graph.PaddingConstruction;
import org.cotsim.simulator.construct.graph.SquaringConstruction;

/**
 * Reachability without a chain, by squaring in padding: {@link Recipe#PADDING} or {@link
 * Recipe#SQUARING}.
 *
 * @param loops how many there are whatever the graph, if that is fixed
 * @param padding how many blanks a prompt has whatever the graph, if that is fixed
 */
record PaddedWay(Recipe recipe, OptionalInt loops, OptionalInt padding) {

  private static final int MOST_LOOPS = 64; // enough for any graph

  static PaddedWay of(Recipe recipe) {
    return new PaddedWay(recipe, OptionalInt.empty(), OptionalInt.empty());
  }

  /** What comes after the name of a problem. */
  String words() {
    return " by " + recipe + words(loops, " loop", " loops") + words(padding, " blank", " blanks");
  }

  private static String words(OptionalInt amount, String one, String many) {
    return amount.isEmpty() ? "" : ", " + amount.getAsInt() + (amount.getAsInt() == 1 ? one : many);
  }

  /** The same with a fixed number of loops, or of blanks. */
  PaddedWay limited(Currency currency, long amount) throws ExperimentException {
    long most = currency == Currency.LOOPS ? MOST_LOOPS : PaddedReachability.MOST_BLANKS;
    if (amount < 0 || amount > most) {
      throw new ExperimentException(
          "by %s there are 0 to %d %s, not %d".formatted(recipe, most, currency, amount));
    }
    OptionalInt fixed = OptionalInt.of((int) amount);
    return currency == Currency.LOOPS
        ? new PaddedWay(recipe, fixed, padding)
        : new PaddedWay(recipe, loops, fixed);
  }

  /** The construction for one graph, or for all of so many vertices or fewer. */
  PaddedReachability construct(
      Optional<EdgeList> graph, int vertices, boolean directed, ConstructionOptions options)
      throws ExperimentException {
    Optional<String> problem = PaddedReachability.problem(options);
    if (problem.isPresent()) {
      throw new ExperimentException(problem.get());
    }
    PaddedReachability usual =
        recipe == Recipe.PADDING
            ? graph
                .map(one -> PaddingConstruction.of(one, options))
                .orElseGet(() -> PaddingConstruction.complete(vertices, directed, options))
            : graph
                .map(one -> SquaringConstruction.of(one, options))
                .orElseGet(() -> SquaringConstruction.complete(vertices, directed, options));
    return usual.with(loops, padding);
  }
}
