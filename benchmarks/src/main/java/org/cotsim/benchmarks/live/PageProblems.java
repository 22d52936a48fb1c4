package org.cotsim.benchmarks.live;

import org.cotsim.benchmarks.page.LiveProblems;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.benchmarks.problem.turing.TuringProblem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.languages.turing.TuringMachine;

/** The kinds of problem that are compiled for pages. */
public final class PageProblems implements LiveProblems {

  @Override
  public WaysToBuild<?> ofLanguage(RegularLanguage language, String summary) {
    return new RegularProblem(language, summary);
  }

  @Override
  public WaysToBuild<?> ofMachine(TuringMachine machine, String name, String summary, long most) {
    return TuringProblem.of(machine, name, summary, most);
  }

  @Override
  public WaysToBuild<?> ofKnownMachine(
      TuringMachine machine, String name, String summary, String complexity, long most) {
    return TuringProblem.known(machine, name, summary, complexity, most);
  }

  @Override
  public WaysToBuild<?> ofGraph(GraphFile graph) {
    return GraphProblem.of(graph);
  }
}
