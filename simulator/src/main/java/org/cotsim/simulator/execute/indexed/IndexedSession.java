package org.cotsim.simulator.execute.indexed;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.step.CompiledModel;
import org.cotsim.simulator.execute.indexed.step.SequenceState;
import org.cotsim.simulator.execute.indexed.step.StepTimes;
import org.cotsim.simulator.model.TokenSet;

/**
 * Independent sequences of one model, each with its own cache; several run on all cores.
 *
 * <p>Tokens of several sequences wait until a choice is asked for, and sequences go ahead of their
 * caller, so that cores meet once in many steps.
 */
public final class IndexedSession implements Session {

  private static final int FEWEST_IN_PARALLEL = 8;

  private final CompiledModel model;
  private final int vocabulary;
  private final int capacity;
  private final int batch;
  private final SequenceState only; // null unless it is the only sequence
  private final LeadingSequence[] sequences; // [batch], none if there is only one
  private final ChoicesAhead ahead; // of the sequences
  private int length;

  IndexedSession(CompiledModel model, int batch, int capacity, StepTimes profile) {
    this.model = model;
    this.vocabulary = model.output().vocabulary;
    this.capacity = capacity;
    this.batch = batch;
    this.only = batch == 1 ? new SequenceState(model, profile) : null;
    this.sequences = new LeadingSequence[batch == 1 ? 0 : batch];
    Arrays.setAll(sequences, b -> new LeadingSequence(model, capacity));
    this.ahead = new ChoicesAhead(sequences, vocabulary);
  }

  /** Does something for every number below a bound, on all cores if there are enough of them. */
  static void forAll(int bound, IntConsumer action) {
    if (bound == 1) {
      action.accept(0);
    } else {
      IntStream.range(0, bound).parallel().forEach(action);
    }
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void append(int[] tokens) {
    if (length < capacity && ahead.append(tokens)) {
      length++;
      return;
    }
    boolean fine = tokens.length == 1 && tokens[0] >= 0 && tokens[0] < vocabulary;
    if (!fine || batch != 1) {
      Choices.requireTokens(model.model(), tokens, batch);
    }
    Choices.requireRoom(length, 1, capacity);
    length++;
    if (only != null) {
      only.append(tokens[0]);
      return;
    }
    ahead.flush();
    for (int b = 0; b < tokens.length; b++) {
      sequences[b].append(tokens[b]);
    }
  }

  @Override
  public void choose(TokenSet allowed, int[] choices) {
    if (only != null) {
      choices[0] = only.choose(allowed);
      return;
    }
    boolean isAll = allowed.size() == vocabulary;
    int[] known = isAll ? ahead.next() : null;
    if (known == null) {
      ahead.flush();
      forEach(b -> choices[b] = sequences[b].choose(allowed));
      if (isAll) {
        ahead.fill();
      }
      return;
    }
    System.arraycopy(known, 0, choices, 0, batch);
  }

  @Override
  public double[] scores(int sequence) {
    if (only != null) {
      return only.scores();
    }
    ahead.flush();
    forEach(b -> sequences[b].catchUp());
    return sequences[sequence].scores();
  }

  @Override
  public void retire(int sequence) {
    if (only == null) {
      ahead.flush();
      sequences[sequence].retire();
    }
  }

  private void forEach(IntConsumer action) {
    if (batch < FEWEST_IN_PARALLEL) {
      for (int b = 0; b < batch; b++) {
        action.accept(b);
      }
    } else {
      forAll(batch, action);
    }
  }

  @Override
  public OptionalLong peakBytes() {
    return OptionalLong.of(
        only != null
            ? only.bytes()
            : ahead.bytes() + Arrays.stream(sequences).mapToLong(LeadingSequence::bytes).sum());
  }

  @Override
  public void close() {
    Arrays.fill(sequences, null);
  }
}
