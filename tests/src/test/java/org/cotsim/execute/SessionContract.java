package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;
import org.junit.jupiter.api.Test;

/** Sequences side by side, in blocks, far longer than a cache is at first. */
interface SessionContract extends Subject {

  /** Component 0 is how often token 1 occurred, divided by the positions seen. */
  private static Transformer frequency(Mask mask) {
    return Tiny.model(3, counting(mask));
  }

  private static Layer counting(Mask mask) {
    return Tiny.layer(
        3,
        Tiny.head(
            Tiny.onFlags(0, 0, 0), Tiny.onFlags(0, 1, 0), new Weighting.Saturated(1e-4), mask));
  }

  /** The same from the first layer, where the token decides the keys, and from the second. */
  private static List<Transformer> frequencies(Mask mask) {
    return List.of(frequency(mask), Tiny.model(3, Tiny.layer(3), counting(mask)));
  }

  private static double expected(int[] tokens, int length, Mask mask) {
    int visible = mask.visible(length);
    long ones = IntStream.range(0, visible).filter(i -> tokens[i] == 1).count();
    return visible == 0 ? 0 : ones / (double) visible;
  }

  private static int[] randomTokens(long seed, int length) {
    return new Random(seed).ints(length, 1, 3).toArray();
  }

  @Test
  default void sequencesSideBySideDoNotSeeEachOther() {
    int batch = 600; // more than run together on two threads
    int length = 7;
    int[][] tokens = new int[batch][];
    Arrays.setAll(tokens, b -> randomTokens(b, length));
    for (Mask mask : Mask.values()) {
      try (Session session = executor().open(frequency(mask), batch, length)) {
        assertThat(session.batch()).isEqualTo(batch);
        for (int i = 0; i < length; i++) {
          int column = i;
          session.append(Arrays.stream(tokens).mapToInt(row -> row[column]).toArray());
          for (int b = 0; b < batch; b++) {
            assertThat(session.scores(b)[0])
                .as("sequence %d, position %d", b, i)
                .isCloseTo(expected(tokens[b], i + 1, mask), within(1e-6));
          }
        }
      }
    }
  }

  @Test
  default void choicesOfABatchAreThoseOfEachSequence() {
    Transformer model = RandomTransformer.of(3, tolerance(), 20);
    int size = model.vocabulary().size();
    int[][] sequences = new int[40][];
    Arrays.setAll(sequences, b -> new Random(b).ints(b % 20, 0, size).toArray());
    Conditioning conditioning = new Conditioning(model, definition(), bound());
    int[][] good =
        Arrays.stream(sequences)
            .filter(row -> row.length == 0 || conditioning.isGood(row))
            .toArray(int[][]::new);
    assertThat(good.length).isGreaterThan(20);
    int[][] together = executor().choices(model, good, model.vocabulary().all());
    for (int b = 0; b < good.length; b++) {
      int[][] alone = executor().choices(model, new int[][] {good[b]}, model.vocabulary().all());
      assertThat(together[b]).isEqualTo(alone[0]).hasSize(good[b].length);
    }
  }

  @Test
  default void cachesGrowAsFarAsNeeded() {
    int[] tokens = randomTokens(5, 300);
    for (Mask mask : Mask.values()) {
      for (Transformer model : frequencies(mask)) {
        try (Session session = executor().open(model, 1, Integer.MAX_VALUE)) {
          for (int i = 0; i < tokens.length; i++) {
            session.append(new int[] {tokens[i]});
            assertThat(session.scores(0)[0])
                .as("position %d", i)
                .isCloseTo(expected(tokens, i + 1, mask), within(1e-6));
          }
        }
      }
    }
  }

  @Test
  default void longPromptsArePossible() {
    int[] prompt = randomTokens(6, 3_000);
    int[][] both = {prompt, prompt};
    for (Transformer model : frequencies(Mask.CAUSAL)) {
      try (Session session = executor().open(model, 2, 3_001)) {
        session.appendAll(both);
        session.append(new int[] {1, 2});
        int[] more = Arrays.copyOf(prompt, 3_001);
        for (int b = 0; b < 2; b++) {
          more[3_000] = b + 1;
          assertThat(session.scores(b)[0])
              .isCloseTo(expected(more, 3_001, Mask.CAUSAL), within(1e-6));
        }
      }
    }
  }

  /** Room for long sequences makes an executor that works in slices cut small ones. */
  @Test
  default void manySequencesMayBecomeLong() {
    int[][] tokens = new int[150][];
    Arrays.setAll(tokens, b -> randomTokens(b, 8));
    for (Mask mask : Mask.values()) {
      for (Transformer model : frequencies(mask)) {
        try (Session session = executor().open(model, tokens.length, 100_000)) {
          session.appendAll(
              Arrays.stream(tokens).map(row -> Arrays.copyOf(row, 5)).toArray(int[][]::new));
          for (int length = 6; length <= 8; length++) {
            int last = length - 1;
            session.append(Arrays.stream(tokens).mapToInt(row -> row[last]).toArray());
            for (int b = 0; b < tokens.length; b++) {
              assertThat(session.scores(b)[0])
                  .as("sequence %d of %d tokens", b, length)
                  .isCloseTo(expected(tokens[b], length, mask), within(1e-6));
            }
          }
        }
      }
    }
  }

  @Test
  default void sessionsOfOneModelDoNotDisturbEachOther() {
    Transformer model = frequency(Mask.CAUSAL);
    try (Session one = executor().open(model, 1, 4);
        Session other = executor().open(model, 2, 4)) {
      one.append(new int[] {1});
      other.append(new int[] {2, 1});
      one.append(new int[] {2});
      assertThat(one.scores(0)[0]).isCloseTo(0.5, within(1e-6));
      assertThat(other.scores(0)[0]).isCloseTo(0, within(1e-6));
      assertThat(other.scores(1)[0]).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  default void aPreferredBatchCanBeOpened() {
    Transformer model = frequency(Mask.CAUSAL);
    int batch = executor().preferredBatch(model, 10);
    assertThat(batch).isPositive();
    try (Session session = executor().open(model, batch, 10)) {
      session.append(new int[batch]);
      assertThat(session.length()).isEqualTo(1);
    }
  }
}
