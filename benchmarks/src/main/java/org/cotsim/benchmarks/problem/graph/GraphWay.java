package org.cotsim.benchmarks.problem.graph;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.problem.Currency;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;

/** Another way to decide reachability than by a chain that names edges. */
interface GraphWay {

  Recipe recipe();

  /** What answers are bought with, the main currency first. */
  List<Currency> spends();

  /** What comes after the name of a problem. */
  default String words() {
    return " by " + recipe();
  }

  /**
   * The same with a fixed amount of one of {@link #spends} that is spent when a decoder is built;
   * itself, if there is none.
   */
  default GraphWay limited(Currency currency, long amount) throws ExperimentException {
    return this;
  }

  /**
   * The construction for one graph, or for all of so many vertices or fewer; answers have the
   * tokens that they have in a search.
   *
   * @throws ExperimentException if there is none with these options
   */
  Construction<ConnectivityInstance> construct(
      Optional<EdgeList> graph, int vertices, boolean directed, ConstructionOptions options)
      throws ExperimentException;

  /** The most intermediate tokens for graphs of so many vertices. */
  long mostSteps(int vertices);

  /** The intermediate tokens of the right chain. */
  int[] steps(ConnectivityInstance input);

  /** What there is to draw. */
  MachineScene scene(ConnectivityInstance input, int steps);
}
