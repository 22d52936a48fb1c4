package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ObservedExecutor;
import org.cotsim.simulator.execute.reference.Observer;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Feedback;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Continuous thoughts, for the executors that carry them. */
interface ThoughtContract extends Subject {

  /** The seeds of random models are 1 to this one. */
  int SEEDS = 12;

  int INPUT = 1;
  int THOUGHT = 2;

  /** A thought takes over component 0 as component 1, and twice component 1 as component 2. */
  Matrix SHIFT = Matrix.builder(3, 3).add(1, 0, 1).add(2, 1, 2).build();

  private static Transformer shifting(FeedForward... sublayers) {
    return new Transformer(
        Tiny.vocabulary(Role.START, Role.INPUT, Role.THOUGHT),
        Tiny.identity(3),
        new PositionEmbedding.None(),
        Arrays.stream(sublayers).map(sublayer -> Tiny.layer(3, sublayer)).toList(),
        new OutputMap(Affine.linear(Tiny.identity(3)), 0),
        Optional.of(new Feedback(SHIFT)));
  }

  private double[] after(Transformer model, int... tokens) {
    try (Session session = executor().open(model, 1, tokens.length)) {
      session.appendAll(new int[][] {tokens});
      return session.scores(0);
    }
  }

  @Test
  default void aThoughtIsItsEmbeddingAndWhatIsFedBack() {
    Transformer model = shifting();
    assertThat(after(model, 0)).containsExactly(1, 0, 0);
    assertThat(after(model, 0, THOUGHT)).containsExactly(0, 1, 1);
    assertThat(after(model, 0, THOUGHT, THOUGHT)).containsExactly(0, 0, 3);
    assertThat(after(model, INPUT, THOUGHT)).containsExactly(0, 0, 3);
    assertThat(after(model, 0, THOUGHT, INPUT)).containsExactly(0, 1, 0);
  }

  @Test
  default void atTheFirstPositionThereIsNothingToTakeOver() {
    assertThat(after(shifting(), THOUGHT)).containsExactly(0, 0, 1);
  }

  @Test
  default void whatIsFedBackComesFromTheLastLayer() {
    FeedForward bias =
        new FeedForward(
            new Norm.Standard(),
            Affine.linear(Matrix.zero(0, 3)),
            new Affine(Matrix.zero(3, 0), 8, 16, 32));
    assertThat(after(shifting(bias, bias), 0, THOUGHT)).containsExactly(16, 32 + 17, 64 + 65);
  }

  @Test
  default void someSequencesOfABatchThinkAndOthersDoNot() {
    int[][] tokens = {{0, THOUGHT, INPUT, THOUGHT}, {0, INPUT, THOUGHT, 0}, {1, 0, 1, 0}};
    Transformer model = shifting();
    try (Session step = executor().open(model, 3, 4);
        Session block = executor().open(model, 3, 4)) {
      for (int i = 0; i < 4; i++) {
        int column = i;
        step.append(IntStream.of(0, 1, 2).map(b -> tokens[b][column]).toArray());
        for (int b = 0; b < 3; b++) {
          assertThat(step.scores(b)).containsExactly(after(model, Arrays.copyOf(tokens[b], i + 1)));
        }
      }
      block.appendAll(tokens);
      for (int b = 0; b < 3; b++) {
        assertThat(block.scores(b)).containsExactly(step.scores(b));
      }
    }
  }

  private Transformer random(long seed) {
    return thinking(RandomTransformer.of(seed, tolerance(), 12), seed);
  }

  /** Tokens with two thoughts in a row, the thought being the last of the vocabulary. */
  private static int[] randomTokens(Transformer model, long seed) {
    int[] tokens = new Random(seed).ints(10, 0, model.vocabulary().size()).toArray();
    tokens[4] = model.vocabulary().size() - 1;
    tokens[5] = model.vocabulary().size() - 1;
    return tokens;
  }

  private boolean isGood(long seed) {
    Transformer model = random(seed);
    return new Conditioning(model, definition(), bound()).isGood(randomTokens(model, seed));
  }

  @Test
  default void mostRandomModelsCanBeCompared() {
    assertThat(LongStream.rangeClosed(1, SEEDS).filter(this::isGood)).hasSizeGreaterThan(SEEDS / 2);
  }

  /** In a model without positions a thought is a token with the embedding that it comes to. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, SEEDS})
  default void aThoughtIsATokenWithThatEmbedding(long seed) {
    if (!isGood(seed)) {
      return; // mostRandomModelsCanBeCompared
    }
    Transformer model = random(seed);
    int thought = model.vocabulary().size() - 1;
    int[] tokens = randomTokens(model, seed);
    double[][] expected = withoutFeedback(model, tokens);
    try (Session session = executor().open(model, 1, tokens.length)) {
      for (int i = 0; i < tokens.length; i++) {
        session.append(new int[] {tokens[i]});
        double[] scores = session.scores(0);
        for (int token = 0; token <= thought; token++) {
          assertThat(scores[token])
              .as("seed %d, position %d, token %d", seed, i, token)
              .isCloseTo(expected[i][token], within(bound()));
        }
      }
    }
    int[][] both = {tokens, Arrays.copyOf(tokens, 7)};
    int[][] choices = executor().choices(model, both, model.vocabulary().all());
    int[][] defined = definition().choices(model, both, model.vocabulary().all());
    assertThat(choices).isDeepEqualTo(defined);
  }

  /** The same model with one more token, which thinks, and a random feedback map. */
  static Transformer thinking(Transformer plain, long seed) {
    Random random = new Random(seed);
    int width = plain.width();
    Matrix.Builder map = Matrix.builder(width, width);
    Matrix.Builder row = Matrix.builder(1, width);
    for (int r = 0; r < width; r++) {
      row.add(0, r, random.nextInt(7) - 3);
      for (int c = 0; c < width; c++) {
        map.add(r, c, (random.nextInt(5) - 2) / 4.0);
      }
    }
    return more(plain, new Token("~", Role.THOUGHT), row.build(), Optional.of(map.build()));
  }

  private static Transformer more(
      Transformer plain, Token token, Matrix row, Optional<Matrix> feedback) {
    List<Token> tokens = new ArrayList<>(plain.vocabulary().tokens());
    tokens.add(token);
    int size = tokens.size();
    int width = plain.width();
    Affine scores = plain.output().map();
    return new Transformer(
        new Vocabulary(tokens),
        Matrix.builder(size, width).add(0, 0, plain.embedding()).add(size - 1, 0, row).build(),
        plain.positions(),
        plain.layers(),
        new OutputMap(
            new Affine(scores.matrix().resized(size, width), Arrays.copyOf(scores.biases(), size)),
            plain.output().tieTolerance()),
        feedback.map(Feedback::new));
  }

  /** The scores of a model in which every thought is a token of its own, without feedback. */
  private double[][] withoutFeedback(Transformer thinking, int[] tokens) {
    int thought = thinking.vocabulary().size() - 1;
    Transformer model =
        new Transformer(
            Tiny.vocabulary(
                thinking.vocabulary().tokens().stream()
                    .map(token -> token.role() == Role.THOUGHT ? Role.STEP : token.role())
                    .toArray(Role[]::new)),
            thinking.embedding(),
            thinking.positions(),
            thinking.layers(),
            thinking.output());
    int[] own = tokens.clone();
    double[][] scores = new double[tokens.length][];
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == thought && i > 0) {
        double[] fed = product(thinking.feedback().orElseThrow().map(), last(model, own, i));
        Matrix.Builder row = Matrix.builder(1, model.width());
        for (int c = 0; c < fed.length; c++) {
          row.add(0, c, fed[c] + thinking.embedding().get(thought, c));
        }
        own[i] = model.vocabulary().size();
        model = more(model, new Token("fed " + i, Role.STEP), row.build(), Optional.empty());
      }
      try (Session session = definition().open(model, 1, tokens.length)) {
        session.appendAll(new int[][] {Arrays.copyOf(own, i + 1)});
        scores[i] = session.scores(0);
      }
    }
    return scores;
  }

  private static double[] product(Matrix map, double[] vector) {
    double[] product = new double[map.rows()];
    for (int row = 0; row < product.length; row++) {
      for (int column = 0; column < vector.length; column++) {
        product[row] += map.get(row, column) * vector[column];
      }
    }
    return product;
  }

  /** The stream after the last layer at the last of so many tokens. */
  private double[] last(Transformer model, int[] tokens, int length) {
    List<double[]> streams = new ArrayList<>();
    Observer observer =
        new Observer() {
          @Override
          public void embedded(int token, double[] stream) {
            streams.add(stream.clone());
          }

          @Override
          public void attended(int layer, int head, double[] weights, int visible, double total) {}

          @Override
          public void added(double[] stream) {
            streams.add(stream.clone());
          }
        };
    try (Session session =
        new ObservedExecutor(executor().arithmetic(), observer).open(model, 1, length)) {
      session.appendAll(new int[][] {Arrays.copyOf(tokens, length)});
    }
    return streams.get(streams.size() - 1);
  }
}
