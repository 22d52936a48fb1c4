package org.cotsim.benchmarks.cli;

import java.util.Optional;
import org.cotsim.benchmarks.experiment.Problem;
import org.cotsim.benchmarks.experiment.Problems;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The problem that a command is about. */
final class ProblemOptions {

  @Parameters(
      paramLabel = "PROBLEM",
      description = "A name from 'cot list', regex:EXPR, or a file.")
  private String problem;

  @Option(
      names = "--alphabet",
      paramLabel = "SYMBOLS",
      description = "The symbols of regex:EXPR, if not only those in it.")
  private String alphabet;

  Problem<?> find() throws InputException {
    return Problems.find(problem, Optional.ofNullable(alphabet));
  }
}
