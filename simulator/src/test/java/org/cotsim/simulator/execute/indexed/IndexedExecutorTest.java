package org.cotsim.simulator.execute.indexed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;

/** The indexed executor against the reference executor on random models, token by token. */
class IndexedExecutorTest {

  private static final int MODELS = Integer.getInteger("cotsim.models", 400);
  private static final long SEED = Long.getLong("cotsim.seed", 1);

  @Test
  void choosesTheSameTokensAsTheReference() {
    for (int m = 0; m < MODELS; m++) {
      compare(SEED + m, m % 40 == 0 ? 2000 : 250);
    }
  }

  /** Half of the tokens are chosen by the model, the others are random. */
  private static void compare(long seed, int length) {
    Transformer model = RandomTransformers.of(seed, length);
    String recipe = "seed " + seed + ", " + IndexedExecutor.plan(model) + ", position ";
    Random random = new Random(seed);
    int size = model.vocabulary().size();
    TokenSet all = model.vocabulary().all();
    TokenSet some = TokenSet.of(size, IntStream.range(0, size).filter(t -> t % 2 == 0));
    int[] expected = new int[1];
    int[] actual = new int[1];
    try (Session reference = new ReferenceExecutor().open(model, 1, length);
        Session indexed = new IndexedExecutor().open(model, 1, length)) {
      for (int i = 0; i < length; i++) {
        int token =
            i > 0 && random.nextBoolean() && expected[0] >= 0 ? expected[0] : random.nextInt(size);
        reference.append(new int[] {token});
        indexed.append(new int[] {token});
        String where = recipe + i;
        if (i % 16 == 0) {
          assertThat(indexed.scores(0))
              .as(where)
              .usingComparatorWithPrecision(1e-9)
              .containsExactly(reference.scores(0));
        }
        TokenSet allowed = random.nextInt(4) == 0 ? some : all;
        reference.choose(allowed, expected);
        indexed.choose(allowed, actual);
        assertThat(actual).as(where).isEqualTo(expected);
      }
    }
  }

  @Test
  void batchesAreIndependentSequences() {
    for (long seed = SEED; seed < SEED + 20; seed++) {
      Transformer model = RandomTransformers.of(seed, 60);
      Random random = new Random(seed);
      int size = model.vocabulary().size();
      int[][] words =
          IntStream.range(0, 12)
              .mapToObj(b -> random.ints(60, 0, size).toArray())
              .toArray(int[][]::new);
      int[][] expected = new ReferenceExecutor().choices(model, words, model.vocabulary().all());
      assertThat(new IndexedExecutor().choices(model, words, model.vocabulary().all()))
          .as("seed %d", seed)
          .isDeepEqualTo(expected);
      try (Session session = new IndexedExecutor().open(model, words.length, 60)) {
        session.appendAll(words);
        int[] choices = new int[words.length];
        session.choose(model.vocabulary().all(), choices);
        assertThat(choices)
            .as("seed %d", seed)
            .isEqualTo(IntStream.range(0, 12).map(b -> expected[b][59]).toArray());
      }
    }
  }
}
