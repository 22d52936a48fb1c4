package org.cotsim.simulator.execute.indexed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.step.CompiledModel;
import org.cotsim.simulator.execute.indexed.step.WarmUp;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.cotsim.simulator.model.Weighting;
import org.junit.jupiter.api.Test;

/**
 * Vocabularies so large that outputs are searched and tokens share programs: flags and two points
 * on a circle for each token, a head that looks a token up, and scores that compare points.
 */
class LargeVocabularyTest {

  private static final int MODELS = Integer.getInteger("cotsim.models", 400) / 20;
  private static final long SEED = Long.getLong("cotsim.seed", 1);
  private static final int LENGTH = 200;
  private static final int WIDTH = 11; // three flags, two points, two points found

  @Test
  void choosesTheSameTokensAsTheReference() {
    int ties = 0;
    int choices = 0;
    for (long seed = SEED; seed < SEED + MODELS; seed++) {
      Transformer model = model(new Random(seed));
      assertThat(new CompiledModel(model, WarmUp.NEVER).output().searched)
          .as("seed %d", seed)
          .isNotEmpty();
      Random random = new Random(seed);
      int size = model.vocabulary().size();
      TokenSet all = model.vocabulary().all();
      TokenSet some = TokenSet.of(size, IntStream.range(0, size).filter(t -> t % 3 == 0));
      int[] expected = {0};
      int[] actual = new int[1];
      try (Session reference = new ReferenceExecutor().open(model, 1, LENGTH);
          Session indexed = new IndexedExecutor().open(model, 1, LENGTH)) {
        for (int i = 0; i < LENGTH; i++) {
          boolean follow = random.nextBoolean() && expected[0] >= 0;
          int[] token = {follow ? expected[0] : random.nextInt(size)};
          reference.append(token);
          indexed.append(token);
          for (TokenSet allowed : List.of(some, all)) {
            reference.choose(allowed, expected);
            indexed.choose(allowed, actual);
            assertThat(actual).as("seed %d, position %d", seed, i).isEqualTo(expected);
          }
          double[] one = reference.scores(0);
          double[] other = indexed.scores(0);
          double difference =
              IntStream.range(0, size)
                  .mapToDouble(t -> Math.abs(one[t] - other[t]))
                  .max()
                  .orElse(0);
          assertThat(difference).as("seed %d, position %d", seed, i).isLessThan(1e-12);
          ties += expected[0] == Session.TIED ? 1 : 0;
          choices += expected[0] == Session.TIED ? 0 : 1;
        }
      }
    }
    assertThat(ties).isGreaterThan(10);
    assertThat(choices).isGreaterThan(10);
  }

  private static Transformer model(Random random) {
    int size = 200 + random.nextInt(400);
    int points = 3 + random.nextInt(random.nextBoolean() ? 10 : 1000);
    Matrix.Builder embedding = Matrix.builder(size, WIDTH);
    Matrix.Builder output = Matrix.builder(size, WIDTH);
    for (int token = 0; token < size; token++) {
      int kind = Math.min(2, random.nextInt(20));
      embedding.add(token, kind, 1);
      for (int half = 0; half < 2 && kind > 0; half++) {
        double angle = 0.1 + 2 * Math.PI * random.nextInt(points) / points; // no zeros
        for (int c = 0; c < 2; c++) {
          double x = c == 0 ? Math.cos(angle) : Math.sin(angle);
          embedding.add(token, 3 + 2 * half + c, x);
          if (kind == 2) {
            output.add(token, 7 + 2 * half + c, x);
          }
        }
      }
      if (kind < 2) {
        output.add(token, random.nextInt(WIDTH), random.nextInt(3));
      }
    }
    List<Token> tokens = new ArrayList<>();
    for (int token = 0; token < size; token++) {
      tokens.add(new Token("t" + token, token == 0 ? Token.Role.ANSWER : Token.Role.STEP));
    }
    return new Transformer(
        new Vocabulary(tokens),
        embedding.build(),
        new PositionEmbedding.None(),
        List.of(new Layer(lookUp(random), nothing())),
        new OutputMap(Affine.linear(output.build()), random.nextBoolean() ? 1e-6 : 0.01));
  }

  /** Finds tokens whose first point is near the own one, or its neighbour on the circle. */
  private static Attention lookUp(Random random) {
    double turn = random.nextInt(3) * 0.1;
    Matrix.Builder query = Matrix.builder(2, WIDTH);
    query.add(0, 3, Math.cos(turn)).add(0, 4, -Math.sin(turn));
    query.add(1, 3, Math.sin(turn)).add(1, 4, Math.cos(turn));
    Matrix.Builder key = Matrix.builder(2, WIDTH).add(0, 3, 1).add(1, 4, 1);
    Matrix.Builder value = Matrix.builder(4, WIDTH);
    Matrix.Builder out = Matrix.builder(WIDTH, 4);
    for (int c = 0; c < 4; c++) {
      value.add(c, 3 + c, 1);
      out.add(7 + c, c, 1);
    }
    Head head =
        new Head(
            Affine.linear(query.build()),
            Affine.linear(key.build()),
            Affine.linear(value.build()),
            out.build(),
            new Weighting.Saturated(1e-9),
            random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT);
    return new Attention(new Norm.Standard(), List.of(head));
  }

  private static FeedForward nothing() {
    return new FeedForward(
        new Norm.Standard(),
        Affine.linear(Matrix.zero(0, WIDTH)),
        Affine.linear(Matrix.zero(WIDTH, 0)));
  }
}
