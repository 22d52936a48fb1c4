package org.cotsim.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.StepLimits;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Option;

/** How the problems of a command that takes several are found and sampled. */
final class ProblemListOptions {

  @Option(
      names = "--alphabet",
      paramLabel = "SYMBOLS",
      description =
          "The symbols of regex:EXPR, formula:TEXT, ltlf:TEXT or FILE.crasp, if not only those in"
              + " it.")
  private String alphabet;

  @Option(
      names = "--steps-at-most",
      paramLabel = "T",
      description =
          "Stop runs of Turing machines after T steps (default: 10000, or what a machine of the list"
              + " needs if that is at most 100000).")
  private Long stepsAtMost;

  /** Refuses what cannot be, whatever the problems. */
  void check() throws ExperimentException {
    if (stepsAtMost != null) {
      StepLimit.required(stepsAtMost);
    }
  }

  List<Problem<?>> find(List<String> names) throws InputException, ExperimentException {
    return find(names, Optional.empty());
  }

  /** The problems, or those that trained models answer. */
  List<Problem<?>> find(List<String> names, TrainedOptions trained)
      throws InputException, ExperimentException {
    return find(names, Optional.of(trained));
  }

  private List<Problem<?>> find(List<String> names, Optional<TrainedOptions> trained)
      throws InputException, ExperimentException {
    long limit = stepsAtMost == null ? StepLimits.AS_NEEDED : StepLimit.required(stepsAtMost);
    Optional<String> symbols = Optional.ofNullable(alphabet);
    List<Problem<?>> found = new ArrayList<>();
    for (String name : names) {
      boolean model = trained.isPresent() && TrainedOptions.isTrained(name);
      found.add(
          model ? trained.get().find(name, symbols, limit) : Problems.find(name, symbols, limit));
    }
    return found;
  }

  /** Refuses a number of inputs that cannot be. */
  static void requireSamples(int samples) throws ExperimentException {
    if (samples < 1) {
      throw new ExperimentException("--samples " + samples + ": expected at least 1");
    }
  }
}
