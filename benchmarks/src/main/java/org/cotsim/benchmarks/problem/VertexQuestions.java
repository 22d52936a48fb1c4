package org.cotsim.benchmarks.problem;

import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.graph.GraphFile;

/**
 * A problem that asks about two vertices of one graph.
 *
 * @param <I> the inputs
 */
public interface VertexQuestions<I> extends Problem<I> {

  /**
   * The problem with this capability.
   *
   * @throws ExperimentException if it has none, with the kinds of problem that have
   */
  static <I> VertexQuestions<I> of(Problem<I> problem) throws ExperimentException {
    if (problem instanceof VertexQuestions<I> able) {
      return able;
    }
    throw Problems.lacking(problem, "vertices to ask about", VertexQuestions.class);
  }

  /** Whether there is one graph, whose vertices have names. */
  default boolean namesVertices() {
    return graph().isPresent();
  }

  /** The one graph, if there is one. */
  Optional<GraphFile> graph();

  /** The question about two vertices, by name. */
  I question(String source, String target) throws InputException;
}
