package org.cotsim.benchmarks.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.VertexQuestions;
import org.cotsim.benchmarks.problem.graph.GraphBatchProblem;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.languages.read.graph.GraphFiles;
import picocli.CommandLine.Option;

/** The options of {@code graph:FILE}: what is asked about the graph. */
final class GraphOptions {

  @Option(names = "--source", paramLabel = "A", description = "graph:FILE only: the name of s.")
  private String source;

  @Option(names = "--target", paramLabel = "B", description = "graph:FILE only: the name of t.")
  private String target;

  @Option(
      names = "--directed",
      description = "graph:FILE only: read an edge list as a directed graph.")
  private boolean directed;

  /** Whether a problem is a graph file. */
  static boolean isGraph(String problem) {
    return problem.startsWith(GraphProblem.FILE);
  }

  /** Whether a problem is a file of many graphs. */
  static boolean isBatch(String problem) {
    return isGraph(problem) && GraphBatchProblem.isBatch(problem);
  }

  /** The file that a problem names. */
  static Path path(String problem) {
    return Path.of(problem.substring(GraphProblem.FILE.length()));
  }

  GraphFile read(String problem) throws InputException {
    return directed ? GraphFiles.read(path(problem), true) : GraphFiles.read(path(problem));
  }

  boolean asksOne() {
    return source != null || target != null;
  }

  /** How to read an edge list, if these options say so. */
  Optional<Boolean> directed() {
    return directed ? Optional.of(true) : Optional.empty();
  }

  /** The question about s and t. */
  ConnectivityInstance question(GraphFile file) throws InputException, ExperimentException {
    requireBoth(file);
    return file.question(source, target);
  }

  private void requireBoth(GraphFile file) throws ExperimentException {
    if (source == null || target == null) {
      throw MissingInput.ofVertices(file.graph().names());
    }
  }

  /** The input that these options or a word name; empty if nothing does. */
  <I> Optional<I> input(Problem<I> problem, String word)
      throws InputException, ExperimentException {
    if (problem instanceof VertexQuestions<I> graph && graph.namesVertices() && word == null) {
      requireBoth(graph.graph().orElseThrow());
      return Optional.of(graph.question(source, target));
    }
    if (!(problem instanceof VertexQuestions<I> graph && graph.namesVertices()) || asksOne()) {
      requireNone();
    }
    return word == null ? Optional.empty() : Optional.of(problem.parse(word));
  }

  /** The same where there must be an input. */
  <I> I required(Problem<I> problem, String word) throws InputException, ExperimentException {
    Optional<I> input = input(problem, word);
    if (input.isPresent()) {
      return input.get();
    }
    throw MissingInput.of(problem);
  }

  /** Refuses these options for problems that are no graph files. */
  void requireNone() throws ExperimentException {
    if (asksOne() || directed) {
      throw new ExperimentException(
          "--source, --target and --directed can be given for one graph:FILE only");
    }
  }
}
