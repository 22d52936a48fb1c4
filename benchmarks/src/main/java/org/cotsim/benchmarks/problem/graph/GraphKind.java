package org.cotsim.benchmarks.problem.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemKind;
import org.cotsim.benchmarks.problem.ProblemText;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.languages.read.graph.GraphFiles;

/** Reachability in graphs: {@code graph:FILE}, and the families. */
public final class GraphKind implements ProblemKind {

  @Override
  public String plural() {
    return "graphs";
  }

  @Override
  public Class<GraphProblem> problems() {
    return GraphProblem.class;
  }

  @Override
  public List<String> prefixes() {
    return List.of(GraphProblem.FILE);
  }

  @Override
  public List<String> filePrefixes() {
    return prefixes();
  }

  @Override
  public Optional<Problem<?>> find(ProblemText text) throws InputException {
    Optional<String> file = text.after(GraphProblem.FILE);
    if (file.isPresent()) {
      if (file.get().isEmpty()) {
        throw InputException.in(text.text(), "the name of a file is missing, as in graph:FILE");
      }
      if (GraphBatchProblem.isBatch(file.get())) {
        text.withoutAlphabet();
        return Optional.of(GraphBatchProblem.read(Path.of(file.get())));
      }
      return Optional.of(GraphProblem.of(read(Path.of(file.get()), text.withoutAlphabet())));
    }
    return GraphProblem.find(text.text()).map(problem -> problem);
  }

  private static GraphFile read(Path file, ProblemText text) throws InputException {
    return text.directed().isPresent()
        ? GraphFiles.read(file, text.directed().get())
        : GraphFiles.read(file);
  }

  @Override
  public List<String> names() {
    return Stream.of(GraphFamily.values()).map(family -> GraphProblem.FAMILY + family).toList();
  }

  @Override
  public String citation(String name) {
    return name.contains("directed") || name.endsWith("dag")
        ? "N. D. Jones, Space-bounded reducibility among combinatorial problems, 1975"
        : "O. Reingold, Undirected connectivity in log-space, 2008";
  }
}
