package org.cotsim.benchmarks.experiment.check;

import static java.util.concurrent.Executors.newFixedThreadPool;
import static org.cotsim.benchmarks.experiment.Executors.another;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
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

  private static final int AHEAD = 64; // machines under way for each core

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
      Optional<String> firstWrong) {

    private Result plus(Checked one) {
      boolean good = one.problem.isEmpty();
      return new Result(
          machines + 1,
          right + (good ? 1 : 0),
          wrong + (good ? 0 : 1),
          truncated + (one.halted ? 0 : 1),
          stepsTotal + one.steps,
          firstWrong.or(() -> one.problem));
    }
  }

  /** What one machine came to. */
  private record Checked(long steps, boolean halted, Optional<String> problem) {}

  /**
   * Checks all machines of a file, several at once; neither what is found nor which machine is
   * named first depends on that.
   */
  public Result run(Path file, Progress progress) throws InputException, ExperimentException {
    List<ExperimentSetup> setups = setups();
    BlockingQueue<ExperimentSetup> free = new LinkedBlockingQueue<>(setups);
    ExecutorService workers = newFixedThreadPool(setups.size());
    Deque<Future<Checked>> underWay = new ArrayDeque<>();
    Result result = new Result(0, 0, 0, 0, 0, Optional.empty());
    try (BusyBeaverList list = BusyBeaverList.open(file)) {
      var listed = list.next();
      while (listed.isPresent() || !underWay.isEmpty()) {
        if (listed.isPresent() && underWay.size() < AHEAD * setups.size()) {
          BusyBeaverList.Listed one = listed.get();
          underWay.add(workers.submit(() -> check(one, free)));
          listed = list.next();
        } else {
          result = result.plus(settled(underWay.remove()));
          progress.done(1);
        }
      }
    } finally {
      workers.shutdownNow();
    }
    return result;
  }

  /** One per core, each with its own executor, or one if the executor has no other like it. */
  private List<ExperimentSetup> setups() {
    List<ExperimentSetup> setups = new ArrayList<>(List.of(setup));
    for (int core = 1; core < Runtime.getRuntime().availableProcessors(); core++) {
      another(setup.executor())
          .map(other -> new ExperimentSetup(setup.options(), setup.maxLength(), other))
          .ifPresent(setups::add);
    }
    return setups;
  }

  private Checked check(BusyBeaverList.Listed listed, BlockingQueue<ExperimentSetup> free)
      throws ExperimentException, InputException, InterruptedException {
    ExperimentSetup own = free.take();
    try {
      TuringRun run = TuringInterpreter.run(listed.machine(), List.of(), most);
      return new Checked(run.steps(), run.halted(), problem(listed, run, own));
    } finally {
      free.add(own);
    }
  }

  private static Checked settled(Future<Checked> one) throws ExperimentException, InputException {
    try {
      return one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ExperimentException refused) {
        throw refused;
      }
      if (e.getCause() instanceof InputException wrong) {
        throw wrong;
      }
      if (e.getCause() instanceof RuntimeException defect) {
        throw defect;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    }
  }

  /** What is wrong with one machine. */
  private Optional<String> problem(BusyBeaverList.Listed listed, TuringRun run, ExperimentSetup own)
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
        new DecoderCheck<>(problem, own, DecoderCheck.Mode.DECODING).run(plan, Progress.NONE);
    return result.firstWrong().map(mismatch -> place + ": " + mismatch.reason());
  }
}
