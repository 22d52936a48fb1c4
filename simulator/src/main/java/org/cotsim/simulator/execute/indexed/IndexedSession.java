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
 * <p>Tokens of several sequences wait until a choice is asked for, so that cores meet once a step.
 */
public final class IndexedSession implements Session {

  private static final int FEWEST_IN_PARALLEL = 8;
  private static final int MOST_WAITING = 1024;

  private final CompiledModel model;
  private final int capacity;
  private final SequenceState[] sequences; // [batch]
  private final int[][] waiting; // [batch][]
  private int waits;
  private int length;

  IndexedSession(CompiledModel model, int batch, int capacity, StepTimes profile) {
    this.model = model;
    this.capacity = capacity;
    this.sequences = new SequenceState[batch];
    Arrays.setAll(sequences, b -> new SequenceState(model, profile));
    this.waiting = new int[batch][batch == 1 ? 1 : Math.min(capacity, MOST_WAITING)];
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
    return sequences.length;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void append(int[] tokens) {
    Choices.requireTokens(model.model(), tokens, batch());
    Choices.requireRoom(length, 1, capacity);
    length++;
    if (sequences.length == 1) {
      sequences[0].append(tokens[0]);
      return;
    }
    for (int b = 0; b < tokens.length; b++) {
      waiting[b][waits] = tokens[b];
    }
    waits++;
    if (waits == waiting[0].length) {
      forEach(b -> {});
    }
  }

  @Override
  public void choose(TokenSet allowed, int[] choices) {
    if (sequences.length == 1) {
      choices[0] = sequences[0].choose(allowed);
      return;
    }
    forEach(b -> choices[b] = sequences[b].choose(allowed));
  }

  @Override
  public double[] scores(int sequence) {
    forEach(b -> {});
    return sequences[sequence].scores();
  }

  /** Appends what waits, then does something, for every sequence. */
  private void forEach(IntConsumer action) {
    int count = waits;
    IntConsumer all =
        b -> {
          for (int i = 0; i < count; i++) {
            sequences[b].append(waiting[b][i]);
          }
          action.accept(b);
        };
    if (sequences.length < FEWEST_IN_PARALLEL) {
      for (int b = 0; b < sequences.length; b++) {
        all.accept(b);
      }
    } else {
      forAll(sequences.length, all);
    }
    waits = 0;
  }

  @Override
  public OptionalLong peakBytes() {
    return OptionalLong.of(Arrays.stream(sequences).mapToLong(SequenceState::bytes).sum());
  }

  @Override
  public void close() {
    Arrays.fill(sequences, null);
  }
}
