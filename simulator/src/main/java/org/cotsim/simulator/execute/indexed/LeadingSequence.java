package org.cotsim.simulator.execute.indexed;

import java.util.Arrays;
import org.cotsim.simulator.execute.indexed.step.CompiledModel;
import org.cotsim.simulator.execute.indexed.step.SequenceState;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;

/**
 * One sequence of a batch, which goes some tokens ahead of its caller: its own choices are most
 * likely what is appended next, and a sequence that stays in a core's cache is faster by far.
 *
 * <p>Where the caller appends something else, or asks for something else at a position that lies
 * behind, the sequence is built again from its tokens, once, and no longer goes ahead.
 */
final class LeadingSequence {

  private static final int LEAD = 64; // tokens, and as many again while that takes less than
  private static final long LEAD_NANOS = 100_000;
  private static final int MOST_LEAD = 1 << 10;

  private final CompiledModel model;
  private final TokenSet all;
  private final TokenSet answers; // after which a caller asks for nothing
  private final int capacity;
  private SequenceState state; // null if it is to be built again
  private int[] tokens = new int[16]; // the caller's, then those ahead
  private int length; // of the caller's
  private int done; // tokens of the state
  private int next; // the choice among all tokens after these
  private boolean known; // whether there is such a choice
  private long most; // bytes of states that were dropped
  private boolean leads = true;
  private boolean retired;

  LeadingSequence(CompiledModel model, int capacity) {
    this.model = model;
    this.all = model.model().vocabulary().all();
    this.answers = model.model().vocabulary().withRole(Token.Role.ANSWER);
    this.capacity = capacity;
    this.state = new SequenceState(model, null);
  }

  /** Appends a token, which the state sees when it is asked for something. */
  void append(int token) {
    if (retired) {
      return;
    }
    if (length < done && tokens[length] != token) {
      rebuild();
    }
    if (length == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * length);
    }
    tokens[length++] = token;
  }

  private void rebuild() {
    drop();
    done = 0;
    known = false;
    leads = false;
  }

  /** Nobody asks for anything any more. */
  void retire() {
    retired = true;
    drop();
  }

  private void drop() {
    most = bytes();
    state = null;
  }

  boolean isRetired() {
    return retired;
  }

  /** How many choices among all tokens are known: the next one, and those that follow it. */
  int ahead() {
    if (retired) {
      return Integer.MAX_VALUE;
    }
    return length > done ? 0 : done - length + (known && next >= 0 ? 1 : 0);
  }

  /** One of the choices that are known. */
  int ahead(int step) {
    if (retired) {
      return 0;
    }
    return length + step < done ? tokens[length + step] : next;
  }

  /** Makes the state that of the caller's tokens, or of more where it is ahead. */
  void catchUp() {
    if (retired) {
      return;
    }
    if (state == null) {
      state = new SequenceState(model, null);
    }
    while (done < length) {
      state.append(tokens[done++]);
      known = false;
    }
  }

  int choose(TokenSet allowed) {
    if (retired) {
      return 0;
    }
    boolean isAll = allowed.size() == all.size();
    if (isAll && ahead() > 0) {
      return ahead(0);
    }
    SequenceState now = now();
    if (!isAll) {
      return now.choose(allowed);
    }
    int choice = known ? next : now.choose(all);
    next = choice;
    known = true;
    lead();
    return choice;
  }

  private void lead() {
    int end = leads ? Math.min(capacity, length + MOST_LEAD) : 0;
    int paced = length + LEAD; // tokens until a look at the clock
    long begin = System.nanoTime();
    try {
      while (next >= 0 && done < end && !answers.contains(next)) {
        if (done == paced) {
          if (System.nanoTime() - begin > LEAD_NANOS) {
            return;
          }
          paced += LEAD;
        }
        if (done == tokens.length) {
          tokens = Arrays.copyOf(tokens, 2 * done);
        }
        tokens[done++] = next;
        known = false;
        state.append(next);
        next = state.choose(all);
        known = true;
      }
    } catch (ArithmeticException e) { // it comes again when the caller is at this position
      leads = false;
    }
  }

  /** The state after the caller's tokens. */
  private SequenceState now() {
    if (length < done) {
      rebuild();
    }
    catchUp();
    return state;
  }

  double[] scores() {
    return now().scores();
  }

  /** The most bytes that a state had. */
  long bytes() {
    return Math.max(most, state == null ? 0 : state.bytes());
  }
}
