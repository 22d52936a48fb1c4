package org.cotsim.languages.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;

/**
 * The chain of a Turing machine that forgets, token by token: its steps, and a summary of the tapes
 * whenever twice as many steps have been made as the prompt has tokens, the start token counted.
 *
 * <p>A machine that halts answers before a summary. Memory is that of the machine's tapes and of
 * one summary, however long the chain.
 */
public final class ForgettingRun implements Iterator<ForgettingToken> {

  private static final int STEPS_PER_TOKEN = 2;

  private final TuringMachine machine;
  private final TuringRun run;
  private final Deque<ForgettingToken> waiting = new ArrayDeque<>();
  private long prompt; // tokens before the think token
  private long steps; // of the machine since the latest restart
  private long context; // tokens so far
  private long longest;
  private int segments = 1;
  private boolean answered;

  /**
   * A chain that stands before its first token.
   *
   * @throws IllegalArgumentException when a symbol is not in the machine's input alphabet
   */
  public ForgettingRun(TuringMachine machine, List<String> word) {
    this.machine = machine;
    this.run = TuringInterpreter.start(machine, word);
    this.prompt = word.size() + 1L;
    this.context = prompt + 1;
    this.longest = context;
  }

  @Override
  public boolean hasNext() {
    return !waiting.isEmpty() || !answered;
  }

  @Override
  public ForgettingToken next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the machine has answered");
    }
    if (waiting.isEmpty()) {
      advance();
    }
    ForgettingToken token = waiting.remove();
    count(token);
    return token;
  }

  /** Whether what is left is the answer. */
  public boolean answers() {
    return answered || (waiting.isEmpty() && run.halted());
  }

  private void advance() {
    if (run.halted()) {
      answer();
    } else if (steps >= STEPS_PER_TOKEN * prompt) {
      summarise();
    } else {
      run.step();
      steps++;
      waiting.add(new ForgettingToken.Step(run.latestAction()));
    }
  }

  private void answer() {
    boolean accepts = run.verdict() == Verdict.ACCEPTED;
    if (accepts && machine.outputTape().isPresent()) {
      run.output()
          .forEach(
              symbol -> waiting.add(new ForgettingToken.Output(machine.symbols().indexOf(symbol))));
    }
    waiting.add(new ForgettingToken.Answer(accepts));
    answered = true;
  }

  private void summarise() {
    waiting.add(new ForgettingToken.State(run.state()));
    for (int tape = 0; tape < machine.tapes(); tape++) {
      if (tape > 0) {
        waiting.add(new ForgettingToken.Opening(tape));
      }
      int head = run.head(tape);
      for (int cell = 0; cell <= run.highest(tape); cell++) {
        int symbol = run.symbolAt(tape, cell);
        waiting.add(new ForgettingToken.Cell(tape, false, cell < head, symbol));
      }
      waiting.add(new ForgettingToken.Separator(tape));
      for (int cell = -1; cell >= run.lowest(tape); cell--) {
        int symbol = run.symbolAt(tape, cell);
        waiting.add(new ForgettingToken.Cell(tape, true, cell >= head, symbol));
      }
    }
    prompt = waiting.size() + 1L;
    steps = 0;
    waiting.add(new ForgettingToken.Restart());
  }

  private void count(ForgettingToken token) {
    if (token instanceof ForgettingToken.Restart) {
      context = prompt + 1;
      segments++;
    } else if (!(token instanceof ForgettingToken.Answer)) {
      context++;
    }
    longest = Math.max(longest, context);
  }

  /** The steps that the machine has made, with one whose token has not been asked for yet. */
  public long machineSteps() {
    return run.steps();
  }

  /** The most tokens of a context so far, the start token and the think token counted. */
  public long longestContext() {
    return longest;
  }

  /** The contexts so far: one more than there were restarts. */
  public int segments() {
    return segments;
  }
}
