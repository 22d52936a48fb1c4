package org.cotsim.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.check.GraphCheck;
import org.cotsim.benchmarks.experiment.check.GraphCheckResult;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.graph.GraphProblem;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.graph.GraphBatchReader;
import org.cotsim.languages.read.graph.GraphBatchReader.LabelledInstance;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.languages.read.graph.GraphPairsReader;

/** {@code cot check graph:FILE}: the questions of a batch, of a file of pairs, or all pairs. */
record GraphCheckRun(
    String problem, GraphOptions graph, Optional<Path> pairs, ExperimentSetup setup) {

  private static final int MOST_VERTICES = 64; // whose pairs are all checked

  GraphCheckResult run() throws InputException, ExperimentException, IOException {
    if (pairs.isPresent() && (graph.asksOne() || GraphOptions.isBatch(problem))) {
      throw new ExperimentException("--pairs is for one graph, without --source and --target");
    }
    if (GraphOptions.isBatch(problem)) {
      graph.requireNone();
      try (GraphBatchReader batch = GraphBatchReader.open(GraphOptions.path(problem));
          ProgressLine progress = ProgressLine.open("check " + problem, OptionalLong.empty())) {
        return new GraphCheck(setup, progress).run(batch::next);
      }
    }
    List<ConnectivityInstance> questions = questions(graph.read(problem));
    Iterator<ConnectivityInstance> left = questions.iterator();
    try (ProgressLine progress =
        ProgressLine.open("check " + problem, OptionalLong.of(questions.size()))) {
      return new GraphCheck(setup, progress)
          .run(
              () ->
                  left.hasNext()
                      ? Optional.of(new LabelledInstance(left.next(), Optional.empty()))
                      : Optional.empty());
    }
  }

  private List<ConnectivityInstance> questions(GraphFile file)
      throws InputException, ExperimentException {
    if (graph.asksOne()) {
      return List.of(graph.question(file));
    }
    if (pairs.isPresent()) {
      return GraphPairsReader.read(pairs.get(), file);
    }
    int vertices = file.names().size();
    if (vertices > MOST_VERTICES) {
      throw new ExperimentException(
          "all pairs of "
              + vertices
              + " vertices are too many, "
              + MOST_VERTICES
              + " are the most: give --pairs FILE");
    }
    List<ConnectivityInstance> all = new ArrayList<>();
    GraphProblem.of(file).exhaustive(vertices).forEachRemaining(all::add);
    return all;
  }

  Map<String, Object> json(GraphCheckResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", problem);
    fields.put("right", result.right());
    fields.put("wrong", result.wrong());
    fields.put("first_wrong", result.firstWrong().orElse(null));
    fields.put("steps_total", result.stepsTotal());
    fields.put("max_steps_over_bound", result.maxStepsOverBound().orElse(null));
    fields.put("executor", setup.executor().name());
    fields.put("backend", setup.executor().backend());
    return fields;
  }

  void print(PrintWriter out, GraphCheckResult result) {
    out.println("problem   " + problem);
    out.printf(
        "result    %d right, %d wrong; %d intermediate tokens decoded%n",
        result.right(), result.wrong(), result.stepsTotal());
    result
        .maxStepsOverBound()
        .ifPresent(
            over ->
                out.println(
                    "steps     never more than V + E " + signed(over) + "; V + E is claimed"));
    result
        .firstWrong()
        .ifPresent(
            one ->
                out.println(
                    "wrong     " + one.question() + " (" + one.place() + "): " + one.reason()));
    out.println("executor  " + setup.executor().name() + " (" + setup.executor().backend() + ")");
  }

  private static String signed(long number) {
    return (number < 0 ? "- " : "+ ") + Math.abs(number);
  }
}
