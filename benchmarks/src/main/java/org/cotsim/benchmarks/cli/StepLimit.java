package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.StepLimits;
import picocli.CommandLine.Option;

/** The option that stops Turing machines which run for too long. */
final class StepLimit {

  @Option(
      names = "--steps-at-most",
      paramLabel = "T",
      description = "Stop runs of Turing machines after T steps (default: ${DEFAULT-VALUE}).")
  private long steps = StepLimits.DEFAULT_STEPS;

  long steps() throws ExperimentException {
    return required(steps);
  }

  /** A limit as given, if it is one. */
  static long required(long steps) throws ExperimentException {
    if (steps < 1) {
      throw new ExperimentException("--steps-at-most " + steps + ": expected at least 1");
    }
    return steps;
  }
}
