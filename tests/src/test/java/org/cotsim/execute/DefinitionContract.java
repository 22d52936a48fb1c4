package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The definition of the model, worked out by hand. */
interface DefinitionContract extends Subject {

  Weighting SATURATED = new Weighting.Saturated(1e-4);

  /** The scores after the last of these tokens. */
  default double[] scores(Transformer model, int... tokens) {
    try (Session session = executor().open(model, 1, tokens.length)) {
      session.appendAll(new int[][] {tokens});
      return session.scores(0);
    }
  }

  /** Component 0 after the last of these tokens, none of which is token 0 but perhaps the first. */
  private double first(Transformer model, int... tokens) {
    double own = tokens[tokens.length - 1] == 0 ? 1 : 0;
    return scores(model, tokens)[0] - own;
  }

  @Test
  default void equalScoresShareTheWeightOverAllVisiblePositions() {
    Transformer model =
        Tiny.model(
            3,
            Tiny.layer(
                3,
                Tiny.head(Tiny.onFlags(0, 0, 0), Tiny.onFlags(1, 0, 0), SATURATED, Mask.CAUSAL)));
    assertThat(first(model, 0)).isCloseTo(1, within(1e-6));
    assertThat(first(model, 0, 1)).isCloseTo(1.0 / 2, within(1e-6));
    assertThat(first(model, 0, 1, 2)).isCloseTo(1.0 / 3, within(1e-6));
  }

  @Test
  default void strictAttentionSeesNothingAtPositionZeroAndYieldsZero() {
    for (Weighting weighting : List.of(SATURATED, new Weighting.Softmax(0))) {
      Transformer model =
          Tiny.model(
              3,
              Tiny.layer(
                  3,
                  Tiny.head(Tiny.onFlags(0, 0, 0), Tiny.onFlags(1, 0, 0), weighting, Mask.STRICT)));
      assertThat(first(model, 0)).isZero();
      assertThat(first(model, 0, 1)).isCloseTo(1, within(1e-6));
      assertThat(first(model, 0, 1, 2)).isCloseTo(1.0 / 2, within(1e-6));
    }
  }

  @Test
  default void onlyTheLargestScoresCount() {
    Transformer model =
        Tiny.model(
            4,
            Tiny.layer(
                4,
                Tiny.head(
                    Tiny.onFlags(1, 2, 2, -1),
                    Tiny.onFlags(100, 8, 4, 50),
                    SATURATED,
                    Mask.CAUSAL)));
    assertThat(first(model, 0, 1, 3)).isCloseTo(8, within(1e-5));
    assertThat(first(model, 0, 1, 2, 3)).isCloseTo(6, within(1e-5));
    assertThat(first(model, 0, 1, 2, 1, 3)).isCloseTo(20.0 / 3, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.2, 1.5", "0.3, 2"})
  default void scoresWithinTheToleranceOfTheLargestTie(double tolerance, double expected) {
    Transformer model =
        Tiny.model(
            4,
            Tiny.layer(
                4,
                Tiny.head(
                    Tiny.onFlags(-9, 1, 0.875, 0.75),
                    Tiny.onFlags(0, 1, 2, 3),
                    new Weighting.Saturated(tolerance),
                    Mask.CAUSAL)));
    assertThat(first(model, 0, 1, 2, 3)).isCloseTo(expected, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5", "3"})
  default void softmaxWeighsByTheExponentialOfTheScore(double beta) {
    Transformer model =
        Tiny.model(
            3,
            Tiny.layer(
                3,
                Tiny.head(
                    Tiny.onFlags(0, 1, -1),
                    Tiny.onFlags(1, 10, 100),
                    new Weighting.Softmax(beta),
                    Mask.CAUSAL)));
    double[] weights = {1, Math.exp(beta), Math.exp(-beta)};
    double expected =
        (weights[0] + 10 * weights[1] + 100 * weights[2]) / (weights[0] + weights[1] + weights[2]);
    assertThat(first(model, 0, 1, 2)).isCloseTo(expected, within(1e-4));
  }

  @Test
  default void headsAndBiasesAdd() {
    Affine valueOfTwo = new Affine(Matrix.zero(1, 6), 2);
    Transformer model =
        Tiny.model(
            3,
            Tiny.layer(
                3,
                Tiny.head(Tiny.onFlags(0, 0, 0), Tiny.onFlags(4, 0, 0), SATURATED, Mask.CAUSAL),
                Tiny.head(Tiny.onFlags(0, 1, 0), valueOfTwo, SATURATED, Mask.STRICT)));
    assertThat(first(model, 0, 1)).isCloseTo(4.0 / 2 + 2, within(1e-5));
  }

  @Test
  default void layerNormCentresAndScalesToUnitLength() {
    Transformer model = Tiny.model(3, Tiny.layer(3, reading(new Norm.Standard(), 3)));
    // LN(1, 0, 0) = (2, -1, -1) / root 6; only the first component survives the rectifier
    assertThat(scores(model, 0)[0]).isCloseTo(1 + 2 / Math.sqrt(6), within(1e-6));
    assertThat(scores(model, 0)[1]).isZero();
  }

  @Test
  default void layerNormOfZeroIsZero() {
    Norm blind = new Norm.Projected(Matrix.builder(3, 3).add(0, 0, 1).add(1, 1, 5).build());
    Transformer model = Tiny.model(3, Tiny.layer(3, reading(blind, 3)));
    assertThat(scores(model, 2)).containsExactly(0, 0, 1);
    assertThat(scores(model, 1)[1]).isCloseTo(1 + 2 / Math.sqrt(6), within(1e-6));
  }

  @Test
  default void multiNormConcatenatesWhatItNormalises() {
    Norm norm =
        new Norm.Multi(
            List.of(
                Matrix.of(new double[][] {{3, 7}, {1, 7}}),
                Matrix.of(new double[][] {{0, 0}, {0, 0}, {3, 0}})));
    FeedForward rectifiedAndSummed =
        new FeedForward(
            norm,
            Affine.linear(Tiny.identity(5)),
            Affine.linear(Matrix.of(new double[][] {{1, 1, 0, 0, 0}, {0, 0, 1, 1, 10}})));
    Transformer model = Tiny.model(2, Tiny.layer(2, rectifiedAndSummed));
    // LN(3, 1) = (1, -1) / root 2 and LN(0, 0, 3) = (-1, -1, 2) / root 6
    assertThat(scores(model, 0)[0]).isCloseTo(1 + 1 / Tiny.ROOT2, within(1e-6));
    assertThat(scores(model, 0)[1]).isCloseTo(20 / Math.sqrt(6), within(1e-5));
    assertThat(scores(model, 1)).as("LN(7, 7) = 0, LN(0, 0, 0) = 0").containsExactly(0, 1);
  }

  @Test
  default void feedForwardIsAffineThenRectifiedThenAffine() {
    FeedForward sublayer =
        new FeedForward(
            new Norm.Projected(Matrix.of(new double[][] {{1, 0}, {-1, 0}})),
            new Affine(Matrix.of(new double[][] {{Tiny.ROOT2, 0}, {-Tiny.ROOT2, 0}}), 0.5, 0.25),
            new Affine(Matrix.of(new double[][] {{2, 0}, {0, 8}}), 100, 200));
    Transformer model = Tiny.model(2, Tiny.layer(2, sublayer));
    assertThat(scores(model, 0)[0]).isCloseTo(1 + 2 * 1.5 + 100, within(1e-4));
    assertThat(scores(model, 0)[1]).isEqualTo(200);
    assertThat(scores(model, 1)).containsExactly(2 * 0.5 + 100, 1 + 8 * 0.25 + 200);
  }

  @Test
  default void aSublayerWithoutHiddenUnitsAddsItsBias() {
    FeedForward bias =
        new FeedForward(
            new Norm.Standard(),
            Affine.linear(Matrix.zero(0, 2)),
            new Affine(Matrix.zero(2, 0), 3, 4));
    Transformer model = Tiny.model(2, Tiny.layer(2, bias), Tiny.layer(2, bias));
    assertThat(scores(model, 1)).containsExactly(6, 9);
  }

  @Test
  default void positionsAreAddedToTokens() {
    Transformer model =
        new Transformer(
            Tiny.tokens(2),
            Tiny.identity(2),
            new PositionEmbedding.Table(Matrix.of(new double[][] {{8, 0}, {0, 16}, {32, 64}})),
            List.of(),
            new OutputMap(new Affine(Tiny.identity(2), 0.5, 0.25), 0));
    assertThat(scores(model, 0)).containsExactly(9.5, 0.25);
    assertThat(scores(model, 0, 1)).containsExactly(0.5, 17.25);
    assertThat(scores(model, 0, 1, 1)).containsExactly(32.5, 65.25);
  }

  @Test
  default void theChoiceIsTheAllowedTokenOfLargestScoreAndTiesAreSeen() {
    Transformer model =
        Tiny.script(Tiny.tokens(4), new double[][] {{-5, 1, 3, 2}, {7, 7, 6, 6}, {-9, -9, -8, -9}});
    try (Session session = executor().open(model, 1, 3)) {
      session.append(new int[] {0});
      assertThat(choice(session, 0, 1, 2, 3)).isEqualTo(2);
      assertThat(choice(session, 0, 1, 3)).isEqualTo(3);
      assertThat(choice(session, 0)).isZero();
      session.append(new int[] {0});
      assertThat(choice(session, 0, 1, 2, 3)).isEqualTo(Session.TIED);
      assertThat(choice(session, 1, 2)).isEqualTo(1);
      assertThat(choice(session, 2, 3)).isEqualTo(Session.TIED);
      session.append(new int[] {0});
      assertThat(choice(session, 0, 1, 2, 3)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.25, 1", "0.5, -1", "0.75, -1"})
  default void choicesTieWithinTheToleranceOfTheOutput(double tolerance, int expected) {
    Transformer exact = Tiny.script(Tiny.tokens(3), new double[][] {{1, 2, 1.5}});
    Transformer model =
        new Transformer(
            exact.vocabulary(),
            exact.embedding(),
            exact.positions(),
            exact.layers(),
            new OutputMap(exact.output().map(), tolerance));
    try (Session session = executor().open(model, 1, 1)) {
      session.append(new int[] {2});
      assertThat(choice(session, 0, 1, 2)).isEqualTo(expected);
    }
  }

  @Test
  default void aScoreThatIsNotANumberIsAnError() {
    double huge = binary64() ? Double.MAX_VALUE : Float.MAX_VALUE;
    Transformer tame = Tiny.model(3, Tiny.layer(3, reading(new Norm.Standard(), 3)));
    Transformer model =
        new Transformer(
            tame.vocabulary(),
            Matrix.of(new double[][] {{huge, huge, huge}, {1, 0, 0}, {0, 1, 0}}),
            tame.positions(),
            tame.layers(),
            tame.output());
    try (Session session = executor().open(model, 2, 1)) {
      session.append(new int[] {1, 0});
      assertThatThrownBy(() -> session.choose(model.vocabulary().all(), new int[2]))
          .isInstanceOf(ArithmeticException.class)
          .hasMessageContaining("is not a number");
    }
  }

  private static int choice(Session session, int... allowed) {
    int[] choice = new int[1];
    session.choose(TokenSet.of(4, IntStream.of(allowed)), choice);
    return choice[0];
  }

  /** Adds the rectified normalised input to the stream. */
  private static FeedForward reading(Norm norm, int width) {
    return new FeedForward(
        norm, Affine.linear(Tiny.identity(width)), Affine.linear(Tiny.identity(width)));
  }
}
