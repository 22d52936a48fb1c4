package org.cotsim.benchmarks.cli;

import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.MachineTapes;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import picocli.CommandLine.Option;

/** What a Turing machine answers with. */
final class OutputOption {

  /** The answers to choose from. */
  enum Output {
    TAPE,
    ANSWER
  }

  @Option(
      names = "--output",
      paramLabel = "tape|answer",
      description =
          "Turing machines only: answer with the first tape, from cell 0 to the first blank, or"
              + " with accept or reject.")
  private Output output;

  boolean isGiven() {
    return output != null;
  }

  /** The problem for one input, with the answers that were asked for. */
  <I> Problem<I> applyTo(Problem<I> problem, I input) throws ExperimentException {
    Problem<I> own = VocabularyByInput.suited(problem, input);
    return isGiven() ? MachineTapes.of(own).answering(output == Output.TAPE) : own;
  }
}
