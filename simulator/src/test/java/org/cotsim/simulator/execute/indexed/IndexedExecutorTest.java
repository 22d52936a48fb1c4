package org.cotsim.simulator.execute.indexed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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
    int agreeing = 0;
    for (int m = 0; m < MODELS; m++) {
      agreeing += agree(SEED + m, m % 40 == 0 ? 2000 : 250) ? 1 : 0;
    }
    assertThat(agreeing).as("models from seed %d on", SEED).isGreaterThan(MODELS * 99 / 100 - 1);
  }

  /** Values are exact here, so scores must be equal bit for bit. */
  @Test
  void findsTheSameMaximalPositionsAsTheScan() {
    for (long seed = SEED; seed < SEED + MODELS; seed++) {
      int length = seed % 20 == 0 ? 2000 : 300;
      compare(seed, RandomLookUps.of(seed, length), length);
    }
  }

  @Test
  void findsTheSameMaximalPatternsAsTheScan() {
    Set<String> strategies = new TreeSet<>();
    for (long seed = SEED; seed < SEED + MODELS / 4; seed++) {
      int length = seed % 20 == 0 ? 1000 : 150;
      Transformer model = RandomPatterns.of(seed, length);
      strategies.add(IndexedExecutor.plan(model).get(0).replaceAll(".*head 1: |[0-9].*", ""));
      compare(seed, model, length);
    }
    assertThat(strategies).contains("table of the different patterns of ");
  }

  private static void compare(long seed, Transformer model, int length) {
    Random random = new Random(seed);
    try (Session reference = new ReferenceExecutor().open(model, 1, length);
        Session indexed = new IndexedExecutor().open(model, 1, length)) {
      for (int i = 0; i < length; i++) {
        int[] token = {random.nextInt(model.vocabulary().size())};
        reference.append(token);
        indexed.append(token);
        if (!Arrays.equals(reference.scores(0), indexed.scores(0))) {
          assertThat(indexed.scores(0))
              .as("seed %d, position %d: %s", seed, i, IndexedExecutor.plan(model))
              .containsExactly(reference.scores(0));
        }
      }
    }
  }

  /**
   * Half of the tokens are chosen by the model, the others are random.
   *
   * @return whether all choices and scores agree; if not, the model is shown to be ill-conditioned:
   *     changes of the size of rounding errors change the reference's own scores as well
   */
  private static boolean agree(long seed, int length) {
    Transformer model = RandomTransformers.of(seed, length, 0);
    Random random = new Random(seed);
    int size = model.vocabulary().size();
    TokenSet all = model.vocabulary().all();
    TokenSet some = TokenSet.of(size, IntStream.range(0, size).filter(t -> t % 2 == 0));
    int[] word = new int[length];
    int[] expected = new int[1];
    int[] actual = new int[1];
    try (Session reference = new ReferenceExecutor().open(model, 1, length);
        Session indexed = new IndexedExecutor().open(model, 1, length)) {
      for (int i = 0; i < length; i++) {
        boolean follow = i > 0 && random.nextBoolean() && expected[0] >= 0;
        word[i] = follow ? expected[0] : random.nextInt(size);
        reference.append(new int[] {word[i]});
        indexed.append(new int[] {word[i]});
        TokenSet allowed = random.nextInt(4) == 0 ? some : all;
        reference.choose(allowed, expected);
        indexed.choose(allowed, actual);
        double difference = difference(reference.scores(0), indexed.scores(0));
        if (expected[0] != actual[0] || !(difference <= 1e-9)) {
          assertThat(
                  isIllConditioned(seed, length, Arrays.copyOf(word, i + 1), reference.scores(0)))
              .as("seed %d, position %d: %s", seed, i, IndexedExecutor.plan(model))
              .isTrue();
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isIllConditioned(long seed, int length, int[] word, double[] scores) {
    for (int attempt = 1; attempt <= 64; attempt++) {
      Transformer changed =
          RandomTransformers.of(seed, length, (attempt % 2 == 0 ? attempt : -attempt) * 0x1p-51);
      try (Session session = new ReferenceExecutor().open(changed, 1, length)) {
        session.appendAll(new int[][] {word});
        if (!(difference(scores, session.scores(0)) <= 1e-9)) {
          return true;
        }
      }
    }
    return false;
  }

  private static double difference(double[] one, double[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(t -> Math.abs(one[t] - other[t]))
        .max()
        .orElse(0);
  }

  @Test
  void batchesAreIndependentSequences() {
    for (long seed = SEED; seed < SEED + 20; seed++) {
      Transformer model = RandomTransformers.of(seed, 60, 0);
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
