package org.cotsim.benchmarks.page;

import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.languages.turing.TuringMachine;

/** Makes the problems that a page's own decoder can build, which knows no kinds itself. */
public interface LiveProblems {

  /** The words of a language. */
  WaysToBuild<?> ofLanguage(RegularLanguage language, String summary);

  /**
   * The words of a machine of which nothing is known.
   *
   * @param most runs are stopped after so many steps
   */
  WaysToBuild<?> ofMachine(TuringMachine machine, String name, String summary, long most);

  /**
   * The words of a machine of which is said what problem it solves.
   *
   * @param most runs are stopped after so many steps
   */
  WaysToBuild<?> ofKnownMachine(
      TuringMachine machine, String name, String summary, String complexity, long most);

  /** The questions about a graph. */
  WaysToBuild<?> ofGraph(GraphFile graph);
}
