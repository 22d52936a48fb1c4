package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cotsim.benchmarks.modelfile.ModelFile;
import org.cotsim.benchmarks.modelfile.ModelJson;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.ProjectedNorms;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.execute.tokensonly.TokensOnlyExecutor;
import org.cotsim.simulator.export.Form;
import org.cotsim.simulator.export.OnnxExport;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some tokens are normalised apart: who can do that does, and who cannot says so. */
class SeparateNormTest {

  private static final TokenSet START = TokenSet.of(3, IntStream.of(0));

  /** What the start token reads: LN(3, 1, 0) / LN(0, 3, 1) / LN(1, 0, 3) at the three tokens. */
  private static final Norm OWN =
      new Norm.Projected(Matrix.of(new double[][] {{3, 0, 1}, {1, 3, 0}, {0, 1, 3}}));

  private static final Norm APART = new Norm.Separate(START, OWN, new Norm.Standard());

  static List<Executor> able() {
    return List.of(
        new ReferenceExecutor(),
        new ReferenceExecutor(Arithmetic.BINARY32),
        new ReferenceExecutor(Arithmetic.bits(80)),
        new TokensOnlyExecutor());
  }

  private static Transformer feedForward(Norm norm) {
    return Tiny.model(
        3,
        Tiny.layer(
            3,
            new FeedForward(
                norm, Affine.linear(Tiny.identity(3)), Affine.linear(Tiny.identity(3)))));
  }

  private static double[] scores(Executor executor, Transformer model, int... tokens) {
    try (Session session = executor.open(model, 1, tokens.length)) {
      session.appendAll(new int[][] {tokens});
      return session.scores(0);
    }
  }

  /** The mean of (3, 1, 0) is 4/3; (5, -1, -4) / root 42 is what the start token reads. */
  @ParameterizedTest
  @MethodSource("able")
  void theStartTokenReadsItsOwnNormAndTheOthersTheirs(Executor executor) {
    Transformer model = feedForward(APART);
    double[] start = scores(executor, model, 0);
    assertThat(start[0]).isCloseTo(1 + 5 / Math.sqrt(42), within(1e-6));
    assertThat(start[1]).isZero();
    double[] other = scores(executor, model, 0, 1);
    assertThat(other[1]).isCloseTo(1 + 2 / Math.sqrt(6), within(1e-6));
    assertThat(other[2]).isZero();
  }

  /** A head reads each position by the norm of the token there, also when looking back. */
  @ParameterizedTest
  @MethodSource("able")
  void keysAndValuesAreThoseOfTheTokenAtTheirPosition(Executor executor) {
    Affine first = Affine.linear(Matrix.of(new double[][] {{1, 0, 0}}));
    Transformer model =
        Tiny.model(
            3,
            new Layer(
                new Attention(
                    APART,
                    List.of(
                        new Head(
                            Affine.linear(Matrix.zero(1, 3)),
                            first,
                            first,
                            Matrix.of(new double[][] {{1}, {0}, {0}}),
                            new Weighting.Saturated(1e-4),
                            Mask.CAUSAL))),
                feedForward(APART).layers().get(0).feedForward()));
    double own = 5 / Math.sqrt(42);
    double other = -1 / Math.sqrt(6);
    double mean = (own + other) / 2;
    // the stream of token 1 becomes (mean, 1, 0); its feed-forward part reads LN of that
    double centre = (mean + 1) / 3;
    double length =
        Math.sqrt(
            (mean - centre) * (mean - centre) + (1 - centre) * (1 - centre) + centre * centre);
    double expected = mean + Math.max(0, (mean - centre) / length);
    assertThat(scores(executor, model, 0, 1)[0]).isCloseTo(expected, within(1e-6));
  }

  @Test
  void twoEqualNormsAreOneNorm() {
    Transformer apart = feedForward(new Norm.Separate(START, OWN, OWN));
    Transformer shared = feedForward(OWN);
    for (int token = 0; token < 3; token++) {
      assertThat(scores(new ReferenceExecutor(), apart, token))
          .containsExactly(scores(new ReferenceExecutor(), shared, token));
    }
  }

  private static void requireRefused(String who, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            who
                + " cannot normalise some tokens apart from the others; the reference executor"
                + " can");
  }

  @Test
  void whoCannotCarryItRefuses() {
    Transformer model = feedForward(APART);
    int[][] sequence = {{0, 1}};
    for (Executor executor : List.of(new IndexedExecutor(), new Nd4jExecutor())) {
      requireRefused(executor.name(), () -> executor.open(model, 1, 2).close());
      requireRefused(
          executor.name(), () -> executor.choices(model, sequence, model.vocabulary().all()));
    }
    requireRefused("an ONNX file", () -> new OnnxExport(model, Form.STEP, Arithmetic.BINARY64));
    Blueprint blueprint = new Blueprint(List.of(), List.of());
    requireRefused("projected pre-norm", () -> ProjectedNorms.of(new Assembly(model, blueprint)));
    Certificate certificate = new Certificate(Arithmetic.BINARY64, 1, 1, List.of(), List.of());
    ModelFile file = new ModelFile("tiny", Optional.empty(), certificate, blueprint, model);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    requireRefused("a model in JSON", () -> ModelJson.write(file, "0", out));
    assertThat(out.size()).isZero();
  }

  @Test
  void normsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Norm.Separate(START, APART, OWN))
        .hasMessage("a separate norm is made of two that are shared");
    Norm two = new Norm.Projected(Matrix.zero(2, 3));
    assertThatThrownBy(() -> feedForward(new Norm.Separate(START, two, OWN)))
        .hasMessage("sizes of two separate norms differ: 2 and 3");
    TokenSet ofFour = TokenSet.of(4, IntStream.of(0));
    assertThatThrownBy(() -> feedForward(new Norm.Separate(ofFour, OWN, OWN)))
        .hasMessage("vocabularies of a model and of a separate norm differ: 3 and 4");
  }
}
