package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.plan.HeadPlan;
import org.cotsim.simulator.model.TokenSet;

/** One sequence: registers, and the cache of every head that is read. */
public final class SequenceState {

  private final CompiledModel model;
  private final double tieTolerance;
  private final int vocabulary;
  private final HeadState[] strictHeads;
  final HeadState[] heads; // null where nobody reads the head, or an earlier one has its cache
  final OutputSearch[] searches;
  final StepTimes profile; // null unless time is measured
  double[] registers = {1};
  double[] scratch = {};
  final Instruction[] latest = new Instruction[Program.PHASES]; // that a phase ran
  private Program program;
  private int token;
  private int length;
  private boolean scored;
  boolean scoresNeeded; // rather than the choice among all tokens alone
  int choice; // among all tokens, Memo.UNKNOWN unless it is remembered
  Memo.Entry found; // what decides the scores, null unless it is remembered and was looked for

  public SequenceState(CompiledModel model, StepTimes profile) {
    this.model = model;
    this.profile = profile;
    this.tieTolerance = model.model().output().tieTolerance();
    this.vocabulary = model.output().vocabulary;
    this.heads = new HeadState[model.plans().size()];
    for (HeadPlan plan : model.plans()) {
      if (plan.live && heads[plan.index] == null) {
        heads[plan.index] = HeadState.open(plan);
      }
    }
    this.searches =
        model.output().searched.stream().map(OutputSearch::new).toArray(OutputSearch[]::new);
    this.strictHeads =
        Arrays.stream(heads)
            .filter(head -> head != null && head.plan.strict())
            .toArray(HeadState[]::new);
  }

  public int length() {
    return length;
  }

  public int token() {
    return token;
  }

  public void append(int next) {
    for (HeadState head : strictHeads) {
      head.settle();
    }
    program = model.program(next);
    token = next;
    if (program.registers > registers.length) {
      registers = Arrays.copyOf(registers, 2 * program.registers);
    }
    if (program.longestVector > scratch.length) {
      scratch = new double[program.longestVector];
    }
    length++;
    program.append(this);
    scored = false;
  }

  public int choose(TokenSet allowed) {
    boolean all = allowed.size() == vocabulary;
    score(!all);
    if (all && choice != Memo.UNKNOWN) {
      return choice;
    }
    if (found == null) {
      return program.scores.choose(allowed, tieTolerance, this);
    }
    found.restore(registers);
    int chosen = program.scores.choose(allowed, tieTolerance, this);
    if (all) {
      found.choose(chosen);
      choice = chosen;
    }
    return chosen;
  }

  public double[] scores() {
    score(true);
    if (found != null) {
      found.restore(registers);
    }
    return program.scores.scores(this);
  }

  /** Runs the phase of scores, again if only the choice was looked up before. */
  private void score(boolean needed) {
    if (program == null) {
      throw new IllegalStateException("no token has been appended yet");
    }
    boolean onlyChoice = choice != Memo.UNKNOWN && found == null;
    if (scored && !(needed && onlyChoice)) {
      return;
    }
    found = null;
    choice = Memo.UNKNOWN;
    scoresNeeded = needed;
    program.score(this);
    scored = true;
  }

  /** Bytes of the registers and of the arrays of all caches; they only grow. */
  public long bytes() {
    return Double.BYTES * (long) registers.length
        + Arrays.stream(heads).filter(h -> h != null).mapToLong(HeadState::bytes).sum();
  }
}
