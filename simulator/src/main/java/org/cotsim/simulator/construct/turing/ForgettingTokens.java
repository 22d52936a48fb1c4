package org.cotsim.simulator.construct.turing;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The tokens of a Turing machine whose chain forgets: those of {@link TuringTokens}, and those of a
 * summary.
 *
 * <p>A summary says the state, then the tapes one after the other. A tape is its cells from 0
 * rightwards, {@code |}, and its cells from -1 leftwards; what is left out was never visited. The
 * head's cell is told by marks: {@code >} on the cells from 0 on that lie before it, {@code <} on
 * the cells from -1 on up to it. {@code +>a} reads: a cell from 0 on, the head is farther, symbol
 * a. Two tapes or more have their number before each token, from 1.
 */
public final class ForgettingTokens {

  private static final int SIDES = 2;
  private static final int MARKS = 2;

  private final TuringMachine machine;
  private final TuringTokens ordinary;
  private final int first; // of the tokens of a summary

  ForgettingTokens(TuringMachine machine) {
    this.machine = machine;
    List<Token> more = new ArrayList<>();
    machine.states().forEach(state -> more.add(new Token("state " + state, Role.SUMMARY)));
    for (int tape = 0; tape < machine.tapes(); tape++) {
      String number = machine.tapes() == 1 ? "" : Integer.toString(tape + 1);
      more.add(new Token(number + "|", Role.SUMMARY));
      for (String prefix : List.of("+ ", "+>", "- ", "-<")) {
        machine.symbols().forEach(s -> more.add(new Token(number + prefix + s, Role.SUMMARY)));
      }
    }
    for (int tape = 1; tape < machine.tapes(); tape++) {
      more.add(new Token("tape " + (tape + 1), Role.SUMMARY));
    }
    more.add(new Token("restart", Role.RESTART));
    this.ordinary = new TuringTokens(machine, more);
    this.first = ordinary.acceptOrEnd() + 1;
  }

  public Vocabulary vocabulary() {
    return ordinary.vocabulary();
  }

  /** The tokens of the machine itself. */
  public TuringTokens ordinary() {
    return ordinary;
  }

  /** Opens a summary: the state that the machine is in, given by its index. */
  public int state(int state) {
    return first + state;
  }

  /** Opens the part of a tape from 1 on; that of tape 0 is opened by {@link #state}. */
  public int opening(int tape) {
    return separator(machine.tapes()) + tape - 1;
  }

  /** Stands between the cells from 0 on and the cells from -1 on of a tape. */
  public int separator(int tape) {
    int perTape = 1 + SIDES * MARKS * machine.symbols().size();
    return first + machine.states().size() + tape * perTape;
  }

  /**
   * A cell of a tape.
   *
   * @param left whether it is one of the cells from -1 leftwards
   * @param marked whether the head is farther to the right; for cells from -1 leftwards, whether it
   *     is there or farther to the left
   * @param symbol the index of what it holds
   */
  public int cell(int tape, boolean left, boolean marked, int symbol) {
    int block = (left ? MARKS : 0) + (marked ? 1 : 0);
    return separator(tape) + 1 + block * machine.symbols().size() + symbol;
  }

  /** Ends a summary. */
  public int restart() {
    return opening(machine.tapes());
  }

  int[] prompt(List<String> word) {
    return ordinary.prompt(word);
  }
}
