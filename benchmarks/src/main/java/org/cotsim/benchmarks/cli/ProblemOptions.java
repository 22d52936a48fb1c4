package org.cotsim.benchmarks.cli;

import java.util.Optional;
import org.cotsim.benchmarks.experiment.Problem;
import org.cotsim.benchmarks.experiment.Problems;
import org.cotsim.languages.read.InputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The problem that a command is about. */
final class ProblemOptions {

  @Parameters(
      paramLabel = "PROBLEM",
      description = "A name from 'cot list', regex:EXPR, graph:FILE, or a file.")
  private String problem;

  @Option(
      names = "--alphabet",
      paramLabel = "SYMBOLS",
      description = "The symbols of regex:EXPR, if not only those in it.")
  private String alphabet;

  /** The problem as the person wrote it. */
  String text() {
    return problem;
  }

  Problem<?> find() throws InputException {
    return Problems.find(problem, Optional.ofNullable(alphabet));
  }
}
