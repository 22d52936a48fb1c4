package org.cotsim.simulator.execute;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** Independent sequences of one model, one after the other at every step. */
public final class SequentialSession implements Session {

  /** One sequence of tokens that grows. */
  public interface Sequence {

    int length();

    void append(int token);

    /** The scores of all tokens after the last position, [vocabulary]. */
    double[] scores();

    /** The most bytes that were held at one time. */
    long peakBytes();
  }

  private final Transformer model;
  private final int capacity;
  private final Sequence[] sequences; // [batch]

  /**
   * A session without tokens.
   *
   * @param sequence makes an empty sequence of the model
   * @throws IllegalArgumentException if the model cannot have so many sequences or positions
   */
  public SequentialSession(
      Transformer model, int batch, int capacity, Supplier<? extends Sequence> sequence) {
    Choices.requireCapacity(model, batch, capacity);
    this.model = model;
    this.capacity = capacity;
    this.sequences = Stream.generate(sequence).limit(batch).toArray(Sequence[]::new);
  }

  @Override
  public int batch() {
    return sequences.length;
  }

  @Override
  public int length() {
    return sequences[0].length();
  }

  @Override
  public void append(int[] tokens) {
    Choices.requireTokens(model, tokens, batch());
    Choices.requireRoom(length(), 1, capacity);
    for (int b = 0; b < sequences.length; b++) {
      sequences[b].append(tokens[b]);
    }
  }

  @Override
  public void choose(TokenSet allowed, int[] choices) {
    for (int b = 0; b < sequences.length; b++) {
      choices[b] = Choices.argMax(sequences[b].scores(), allowed, model.output().tieTolerance());
    }
  }

  @Override
  public double[] scores(int sequence) {
    double[] scores = sequences[sequence].scores();
    return Arrays.copyOf(scores, scores.length);
  }

  @Override
  public OptionalLong peakBytes() {
    return OptionalLong.of(Arrays.stream(sequences).mapToLong(Sequence::peakBytes).sum());
  }

  @Override
  public void close() {
    Arrays.fill(sequences, null);
  }
}
