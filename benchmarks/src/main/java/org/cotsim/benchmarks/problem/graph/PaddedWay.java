package org.cotsim.benchmarks.problem.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.oracle.BreadthFirstChain;
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
 * @param named whether the name of a problem says so
 */
record PaddedWay(Recipe recipe, OptionalInt loops, OptionalInt padding, boolean named)
    implements GraphWay {

  private static final int MOST_LOOPS = 64; // enough for any graph

  static PaddedWay of(Recipe recipe) {
    return new PaddedWay(recipe, OptionalInt.empty(), OptionalInt.empty(), true);
  }

  /** Any of the two, for prompts alone. */
  static PaddedWay any() {
    return new PaddedWay(Recipe.SQUARING, OptionalInt.empty(), OptionalInt.empty(), false);
  }

  @Override
  public List<Currency> spends() {
    return recipe == Recipe.PADDING
        ? List.of(Currency.PADDING, Currency.LOOPS)
        : List.of(Currency.LOOPS, Currency.PADDING);
  }

  @Override
  public String words() {
    return named
        ? " by " + recipe + words(loops, " loop", " loops") + words(padding, " blank", " blanks")
        : "";
  }

  private static String words(OptionalInt amount, String one, String many) {
    return amount.isEmpty() ? "" : ", " + amount.getAsInt() + (amount.getAsInt() == 1 ? one : many);
  }

  /** The same with a fixed number of loops, or of blanks. */
  @Override
  public PaddedWay limited(Currency currency, long amount) throws ExperimentException {
    long most = currency == Currency.LOOPS ? MOST_LOOPS : PaddedReachability.MOST_BLANKS;
    if (amount < 0 || amount > most) {
      throw new ExperimentException(
          "by %s there are 0 to %d %s, not %d".formatted(recipe, most, currency, amount));
    }
    OptionalInt fixed = OptionalInt.of((int) amount);
    return currency == Currency.LOOPS
        ? new PaddedWay(recipe, fixed, padding, named)
        : new PaddedWay(recipe, loops, fixed, named);
  }

  @Override
  public PaddedReachability construct(
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

  @Override
  public long mostSteps(int vertices) {
    return 0;
  }

  @Override
  public int[] steps(ConnectivityInstance input) {
    return new int[0];
  }

  /** The whole search, which the chain does not follow. */
  @Override
  public MachineScene scene(ConnectivityInstance input, int steps) {
    return new MachineScene.Search(input, BreadthFirstChain.of(input).steps());
  }
}
