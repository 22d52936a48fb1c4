package org.cotsim.benchmarks.problem.graph;

import java.util.Optional;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.ProblemText;
import org.cotsim.languages.input.InputException;

/** Families of graphs decided by a Turing machine, such as {@code graph-gnp-by-machine}. */
public final class GraphMachineKind implements ProblemKind {

  @Override
  public String plural() {
    return "graphs by machine";
  }

  @Override
  public Class<GraphMachineProblem> problems() {
    return GraphMachineProblem.class;
  }

  @Override
  public Optional<Problem<?>> find(ProblemText text) throws InputException {
    return GraphMachineProblem.find(text.text(), text.mostSteps()).map(problem -> problem);
  }
}
