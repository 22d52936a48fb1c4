package org.cotsim.benchmarks.experiment.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.turing.TuringProblem;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.read.turing.BusyBeaverList;

/**
 * Checks a list of machines on the empty tape, each against its interpreter token by token.
 *
 * @param setup what runs the models
 * @param most a machine that needs more steps is compared over its first ones
 */
public record MachineListCheck(ExperimentSetup setup, long most) {

  /**
   * What was found.
   *
   * @param machines in the list
   * @param right machines whose whole chain is the interpreter's
   * @param wrong all others
   * @param truncated machines that did not halt within the steps given, and were compared so far
   * @param stepsTotal intermediate tokens compared
   * @param firstWrong the first wrong machine in one sentence
   */
  public record Result(
      long machines,
      long right,
      long wrong,
      long truncated,
      long stepsTotal,
      Optional<String> firstWrong) {}

  /** Checks all machines of a file. */
  public Result run(Path file, Progress progress) throws InputException, ExperimentException {
    long right = 0;
    long wrong = 0;
    long truncated = 0;
    long steps = 0;
    Optional<String> firstWrong = Optional.empty();
    try (BusyBeaverList list = BusyBeaverList.open(file)) {
      for (var listed = list.next(); listed.isPresent(); listed = list.next()) {
        TuringRun run = TuringInterpreter.run(listed.get().machine(), List.of(), most);
        truncated += run.halted() ? 0 : 1;
        steps += run.steps();
        Optional<String> problem = problem(listed.get(), run);
        right += problem.isEmpty() ? 1 : 0;
        wrong += problem.isEmpty() ? 0 : 1;
        firstWrong = firstWrong.or(() -> problem);
        progress.done(1);
      }
    }
    return new Result(right + wrong, right, wrong, truncated, steps, firstWrong);
  }

  /** What is wrong with one machine. */
  private Optional<String> problem(BusyBeaverList.Listed listed, TuringRun run)
      throws ExperimentException, InputException {
    String place = "line " + listed.line() + ", " + listed.text();
    if (listed.expected().isPresent() && run.halted()) {
      BusyBeaverList.Expected claim = listed.expected().get();
      if (claim.steps() != run.steps() || claim.ones() != run.nonBlank()) {
        return Optional.of(
            "%s: the list says %d steps and %d ones, the interpreter %d and %d"
                .formatted(place, claim.steps(), claim.ones(), run.steps(), run.nonBlank()));
      }
    }
    TuringProblem problem = TuringProblem.of(listed.machine(), listed.text(), listed.text(), most);
    CheckPlan<List<String>> plan = new CheckPlan<>(problem);
    plan.only(List.of(), place);
    CheckResult result =
        new DecoderCheck<>(problem, setup, DecoderCheck.Mode.DECODING).run(plan, Progress.NONE);
    return result.firstWrong().map(mismatch -> place + ": " + mismatch.reason());
  }
}
