package org.cotsim.simulator.execute.indexed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;

/** Batches, whose sequences go ahead of their caller, against sequences one by one. */
class BatchAheadTest {

  private static final int MODELS = Integer.getInteger("cotsim.models", 400) / 10;
  private static final long SEED = Long.getLong("cotsim.seed", 1);
  private static final int LENGTH = 150;

  @Test
  void callersThatFollowOrDoNotSeeTheSame() {
    int followed = 0;
    for (long seed = SEED; seed < SEED + MODELS; seed++) {
      followed += follow(seed);
    }
    assertThat(followed).as("choices that were appended").isGreaterThan(MODELS * LENGTH);
  }

  @Test
  void whatASequenceHeldCountsAfterItsEnd() {
    Transformer model = RandomTransformers.of(SEED, LENGTH, 0);
    try (Session batch = new IndexedExecutor().open(model, 2, LENGTH)) {
      batch.append(new int[] {0, 1});
      batch.choose(model.vocabulary().all(), new int[2]);
      long held = batch.peakBytes().orElseThrow();
      batch.retire(0);
      batch.retire(1);
      assertThat(held).isPositive();
      assertThat(batch.peakBytes()).as("seed %d", SEED).hasValue(held);
    }
  }

  /** Sequences follow their own choices, each until a position of its own or for ever. */
  private static int follow(long seed) {
    Transformer model = RandomTransformers.of(seed, LENGTH, 0);
    Executor executor = new IndexedExecutor();
    Random random = new Random(seed);
    int batch = 2 + random.nextInt(10);
    int size = model.vocabulary().size();
    TokenSet all = model.vocabulary().all();
    TokenSet some = TokenSet.of(size, IntStream.range(0, size).filter(t -> t % 2 == 0));
    int[] departs = random.ints(batch, 1, 2 * LENGTH).toArray();
    int[] tokens = random.ints(batch, 0, size).toArray();
    int[] choices = new int[batch];
    int[] expected = new int[1];
    int followed = 0;
    Session[] alone = new Session[batch];
    Arrays.setAll(alone, b -> executor.open(model, 1, LENGTH));
    try (Session together = executor.open(model, batch, LENGTH)) {
      for (int i = 0; i < LENGTH; i++) {
        together.append(tokens);
        TokenSet allowed = random.nextInt(40) == 0 ? some : all;
        together.choose(allowed, choices);
        for (int b = 0; b < batch; b++) {
          alone[b].append(new int[] {tokens[b]});
          alone[b].choose(allowed, expected);
          assertThat(choices[b])
              .as("seed %d, %d of sequence %d", seed, i, b)
              .isEqualTo(expected[0]);
          boolean follows = choices[b] >= 0 && i != departs[b];
          followed += follows ? 1 : 0;
          tokens[b] = follows ? choices[b] : random.nextInt(size);
        }
        if (random.nextInt(60) == 0) {
          int b = random.nextInt(batch);
          assertThat(together.scores(b)).as("seed %d", seed).containsExactly(alone[b].scores(0));
        }
      }
    }
    return followed;
  }
}
