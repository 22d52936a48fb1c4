package org.cotsim.simulator.execute.reference;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** Independent sequences of one model, each with its own cache. */
final class ReferenceSession implements Session {

  private final Transformer model;
  private final int capacity;
  private final Sequence[] sequences; // [batch]

  ReferenceSession(
      Transformer model, Arithmetic arithmetic, int batch, int capacity, Observer observer) {
    Choices.requireCapacity(model, batch, capacity);
    this.model = model;
    Transformer rounded = RoundedWeights.of(model, arithmetic);
    this.capacity = capacity;
    this.sequences =
        Stream.generate(() -> Sequence.of(rounded, arithmetic, observer))
            .limit(batch)
            .toArray(Sequence[]::new);
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
    return OptionalLong.of(Arrays.stream(sequences).mapToLong(Sequence::bytes).sum());
  }

  @Override
  public void close() {
    Arrays.fill(sequences, null);
  }
}
