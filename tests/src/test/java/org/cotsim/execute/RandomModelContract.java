package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random models: tokens exactly as the definition has them, scores within a bound. */
interface RandomModelContract extends Subject {

  int LONGEST = 40;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  /** Random sequences on which rounding cannot change what the model does. */
  default List<int[]> sequences(Transformer model, long seed) {
    Conditioning conditioning = new Conditioning(model, definition(), bound());
    List<int[]> good = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      int[] tokens =
          random.ints(1 + random.nextInt(LONGEST), 0, model.vocabulary().size()).toArray();
      if (conditioning.isGood(tokens)) {
        good.add(tokens);
      }
    }
    return good;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  default void scoresAreThoseOfTheDefinition(long seed) {
    Transformer model = RandomTransformer.of(seed, tolerance(), LONGEST);
    for (int[] tokens : sequences(model, seed)) {
      double[][] expected = Conditioning.scores(model, definition(), tokens);
      double[][] found = Conditioning.scores(model, executor(), tokens);
      assertThat(Conditioning.distance(expected, found))
          .as("seed %d, tokens %s", seed, Arrays.toString(tokens))
          .isLessThanOrEqualTo(bound());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  default void choicesOverRaggedSequencesAreThoseOfTheDefinition(long seed) {
    Transformer model = RandomTransformer.of(seed, tolerance(), LONGEST);
    List<int[]> sequences = new ArrayList<>(sequences(model, seed));
    sequences.add(0, new int[0]);
    int[][] all = sequences.toArray(int[][]::new);
    assertThat(executor().choices(model, all, model.vocabulary().all()))
        .isDeepEqualTo(definition().choices(model, all, model.vocabulary().all()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  default void blocksOfAnySizeEqualOneTokenAfterTheOther(long seed) {
    Transformer model = RandomTransformer.of(seed, tolerance(), LONGEST);
    Random random = new Random(seed);
    for (int[] tokens : sequences(model, seed)) {
      double[][] expected = Conditioning.scores(model, definition(), tokens);
      try (Session session = executor().open(model, 1, tokens.length)) {
        for (int from = 0; from < tokens.length; ) {
          int to = from + 1 + random.nextInt(tokens.length - from);
          session.appendAll(new int[][] {Arrays.copyOfRange(tokens, from, to)});
          assertThat(session.length()).isEqualTo(to);
          assertThat(distance(session.scores(0), expected[to - 1]))
              .as("seed %d, positions %d to %d of %s", seed, from, to, Arrays.toString(tokens))
              .isLessThanOrEqualTo(bound());
          from = to;
        }
      }
    }
  }

  @Test
  default void enoughRandomSequencesAreWellConditionedAndTiesAreAmongThem() {
    int good = 0;
    int ties = 0;
    for (long seed : seeds().toArray()) {
      Transformer model = RandomTransformer.of(seed, tolerance(), LONGEST);
      for (int[] tokens : sequences(model, seed)) {
        good++;
        int[] choices =
            executor().choices(model, new int[][] {tokens}, model.vocabulary().all())[0];
        ties += (int) IntStream.of(choices).filter(choice -> choice == Session.TIED).count();
      }
    }
    assertThat(good).as("of 300").isGreaterThan(150);
    assertThat(ties).isGreaterThan(20);
  }

  private static double distance(double[] some, double[] others) {
    return Conditioning.distance(new double[][] {some}, new double[][] {others});
  }
}
