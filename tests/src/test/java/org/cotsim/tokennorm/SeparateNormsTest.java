package org.cotsim.tokennorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.cotsim.simulator.tokennorm.SeparateNorms;
import org.junit.jupiter.api.Test;

class SeparateNormsTest {

  private static final Vocabulary TOKENS =
      new Vocabulary(
          Stream.of(Token.Role.START, Token.Role.INPUT, Token.Role.THINK)
              .map(role -> new Token(role.name(), role))
              .toList());

  /**
   * Tokens write 1 to a coordinate of their own; one hidden unit reads, out of a one-hot reading
   * {@code (x, s, -s, -s) / 2}, twice these weights of x and writes to a fourth coordinate.
   */
  private static Transformer reading(double... weights) {
    double[][] oneHot = {
      {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {1, 1, 1, 0}, {-1, -1, -1, 0}, {-1, -1, -1, 0}
    };
    double[][] first = new double[1][6];
    IntStream.range(0, 3).forEach(i -> first[0][i] = 2 * weights[i]);
    FeedForward unit =
        new FeedForward(
            new Norm.Projected(Matrix.of(oneHot)),
            new Affine(Matrix.of(first), 1),
            Affine.linear(Matrix.of(new double[][] {{0}, {0}, {0}, {1}})));
    double[][] embedding = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}};
    return new Transformer(
        TOKENS,
        Matrix.of(embedding),
        new PositionEmbedding.None(),
        List.of(new Layer(new Attention(new Norm.Standard(), List.of()), unit)),
        new OutputMap(
            Affine.linear(Matrix.of(new double[][] {{0, 0, 0, 1}, {0, 1, 0, 0}, {0, 0, 1, 0}})),
            0));
  }

  private static TokenSet tokens(int... ids) {
    return TokenSet.of(3, IntStream.of(ids));
  }

  /** What the unit makes of a token: 1 and its weight. */
  private static double read(Transformer model, int token) {
    try (Session session = new ReferenceExecutor().open(model, 1, 1)) {
      session.append(new int[] {token});
      return session.scores(0)[0];
    }
  }

  private static void requireReads(Transformer model, double... weights) {
    for (int token = 0; token < weights.length; token++) {
      assertThat(read(model, token)).isCloseTo(1 + weights[token], within(1e-12));
    }
  }

  @Test
  void aProjectionThatOnlyTellsTheStartTokenIsReadByNobodyElse() {
    Transformer apart = SeparateNorms.of(reading(5, 0, 0), tokens(0));
    requireReads(apart, 5, 0, 0);
    assertThat(SeparateNorms.projections(apart, 0)).isOne();
    assertThat(SeparateNorms.projections(apart, 1)).isZero();
    assertThat(SeparateNorms.weights(apart, 0)).isEqualTo(12);
    assertThat(SeparateNorms.weights(apart, 2)).isZero();
  }

  @Test
  void whatAllOthersReadMovesIntoTheBias() {
    Transformer apart = SeparateNorms.of(reading(5, 3, 3), tokens(0));
    requireReads(apart, 5, 3, 3);
    assertThat(SeparateNorms.projections(apart, 1)).isZero();
    assertThat(apart.layers().get(0).feedForward().first().bias(0)).isEqualTo(4);
  }

  @Test
  void severalSpecialTokensAreStillToldApart() {
    Transformer apart = SeparateNorms.of(reading(5, 3, 7), tokens(0, 2));
    requireReads(apart, 5, 3, 7);
    assertThat(SeparateNorms.projections(apart, 1)).isZero();
  }

  @Test
  void aProjectionThatTellsOthersFromEachOtherStays() {
    Transformer model = reading(5, 3, 4);
    assertThat(SeparateNorms.of(model, tokens(0))).isEqualTo(model);
    assertThat(SeparateNorms.projections(model, 1)).isOne();
  }

  @Test
  void whatALayerHasWrittenIsNotKnownFromTheToken() {
    Transformer model = reading(5, 0, 0);
    FeedForward before = model.layers().get(0).feedForward();
    FeedForward writing =
        new FeedForward(
            before.norm(),
            before.first(),
            Affine.linear(Matrix.of(new double[][] {{1}, {0}, {0}, {1}})));
    Attention idle = model.layers().get(0).attention();
    Transformer written =
        new Transformer(
            TOKENS,
            model.embedding(),
            model.positions(),
            List.of(new Layer(idle, writing), new Layer(idle, before)),
            model.output());
    assertThat(SeparateNorms.of(written, tokens(0))).isEqualTo(written);
  }

  @Test
  void nothingIsTakenApartTwice() {
    Transformer apart = SeparateNorms.of(reading(5, 0, 0), tokens(0));
    assertThatThrownBy(() -> SeparateNorms.of(apart, tokens(0)))
        .hasMessageStartingWith("this rewriting cannot normalise some tokens apart");
  }
}
