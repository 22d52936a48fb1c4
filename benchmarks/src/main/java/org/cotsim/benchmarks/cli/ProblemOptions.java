package org.cotsim.benchmarks.cli;

import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemText;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The problem that a command is about. */
final class ProblemOptions {

  @Parameters(
      arity = "0..1",
      paramLabel = "PROBLEM",
      description =
          "A name from 'cot list', regex:EXPR, formula:TEXT, ltlf:TEXT, graph:FILE, or a file (see"
              + " 'cot --help').")
  private String problem;

  @Option(
      names = "--alphabet",
      paramLabel = "SYMBOLS",
      description =
          "The symbols of regex:EXPR, formula:TEXT, ltlf:TEXT or FILE.crasp, if not only those in"
              + " it.")
  private String alphabet;

  @Mixin private StepLimit limit;

  boolean isGiven() {
    return problem != null;
  }

  /** The problem as the person wrote it; empty if it is missing. */
  String text() {
    return problem == null ? "" : problem;
  }

  /** The symbols given with the problem, if there are any. */
  Optional<String> alphabet() {
    return Optional.ofNullable(alphabet);
  }

  long stepLimit() throws ExperimentException {
    return limit.steps();
  }

  Problem<?> find() throws InputException, ExperimentException {
    return find(Optional.empty());
  }

  /** The problem, or the one that a trained model answers. */
  Problem<?> find(TrainedOptions trained) throws InputException, ExperimentException {
    trained.requireNoneWithout(List.of(text()));
    return TrainedOptions.isTrained(text())
        ? trained.find(text(), alphabet(), limit.steps())
        : find();
  }

  /** The problem, an edge list read as a directed graph or not. */
  Problem<?> find(Optional<Boolean> directed) throws InputException, ExperimentException {
    if (problem == null) {
      throw new ExperimentException("a PROBLEM is missing: a name from 'cot list', or a file");
    }
    if (ModelFileRun.isModel(problem)) {
      throw new ExperimentException(
          TrainedOptions.isTrained(problem)
              ? "a model:FILE.onnx can be given to run, check, sweep, grade and learn only"
              : "a model:FILE can be given to run, learn and divergence only, a model:FILE.onnx to"
                  + " check, sweep and grade too");
    }
    return Problems.find(new ProblemText(problem, alphabet(), limit.steps(), directed));
  }
}
