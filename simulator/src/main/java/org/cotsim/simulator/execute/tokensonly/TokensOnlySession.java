package org.cotsim.simulator.execute.tokensonly;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** Independent sequences of one model, of which the tokens are kept. */
final class TokensOnlySession implements Session {

  private final Transformer model;
  private final int capacity;
  private final Sequence[] sequences; // [batch]

  TokensOnlySession(Transformer model, int batch, int capacity) {
    Choices.requireCapacity(model, batch, capacity);
    this.model = model;
    this.capacity = capacity;
    this.sequences =
        Stream.generate(() -> new Sequence(model)).limit(batch).toArray(Sequence[]::new);
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
    return sequences[sequence].scores();
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
