package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.ProjectedNorms;
import org.cotsim.simulator.assemble.SoftmaxHeads;
import org.cotsim.simulator.circuit.DecoderAtLength;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.execute.tokensonly.TokensOnlyExecutor;
import org.cotsim.simulator.export.Form;
import org.cotsim.simulator.export.OnnxExport;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Feedback;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.tokennorm.SeparateNorms;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who carries thoughts, who refuses them, and who only passes them on. */
class ThoughtTest {

  private static Transformer model() {
    return ThoughtContract.thinking(RandomTransformer.of(7, 1e-6, 12), 7);
  }

  @Nested
  class Binary64 implements ThoughtContract {
    @Override
    public Executor executor() {
      return new ReferenceExecutor();
    }
  }

  @Nested
  class Binary32 implements ThoughtContract {
    @Override
    public Executor executor() {
      return new ReferenceExecutor(Arithmetic.BINARY32);
    }
  }

  /** Weights with softmax have no more than 53 bits, so there are no random models here. */
  @Test
  void moreBitsGiveTheSameWithinTheRoundingOfBinary64() {
    Transformer model = ThoughtContract.thinking(Tiny.model(3), 3);
    int[][] tokens = {{0, 3, 1, 3, 3}};
    try (var wide = new ReferenceExecutor(Arithmetic.bits(80)).open(model, 1, 5);
        var usual = new ReferenceExecutor().open(model, 1, 5)) {
      wide.appendAll(tokens);
      usual.appendAll(tokens);
      assertThat(wide.scores(0)).containsExactly(usual.scores(0));
    }
  }

  private static void requireRefused(String who, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            who + " cannot feed a vector back as a continuous thought; the reference executor can");
  }

  @Test
  void whoCannotCarryThemRefuses() {
    Transformer model = model();
    for (Executor executor :
        List.of(new IndexedExecutor(), new TokensOnlyExecutor(), new Nd4jExecutor())) {
      requireRefused(executor.name(), () -> executor.open(model, 1, 2).close());
      requireRefused(
          executor.name(),
          () -> executor.choices(model, new int[][] {{0, 1}}, model.vocabulary().all()));
    }
    requireRefused("an ONNX file", () -> new OnnxExport(model, Form.STEP, Arithmetic.BINARY64));
    requireRefused("a circuit", () -> new DecoderAtLength(model, 0, List.of(1), 2, 3, 1, 1));
  }

  @Test
  void rewritingAModelKeepsItsFeedback() {
    Transformer model = model();
    Blueprint blueprint =
        new Blueprint(
            List.of(),
            model.layers().stream()
                .map(layer -> new Blueprint.LayerNotes(List.of(), List.of()))
                .toList());
    Assembly assembly = new Assembly(model, blueprint);
    assertThat(SoftmaxHeads.of(assembly, 4).model().feedback()).isEqualTo(model.feedback());
    TokenSet start = model.vocabulary().withRole(Role.START);
    assertThat(SeparateNorms.of(model, start).feedback()).isEqualTo(model.feedback());
    Transformer projected = ProjectedNorms.of(assembly).model();
    assertThat(projected.feedback().orElseThrow().map())
        .isEqualTo(
            model.feedback().orElseThrow().map().resized(projected.width(), projected.width()));
  }

  @Test
  void feedbackThatDoesNotFitIsRefused() {
    Transformer plain = Tiny.model(3);
    Transformer thinking = model();
    assertThatThrownBy(() -> withFeedback(plain, Optional.of(new Feedback(Tiny.identity(3)))))
        .hasMessage("nothing takes over what is fed back");
    assertThatThrownBy(() -> withFeedback(thinking, Optional.empty()))
        .hasMessage("a thought has nothing to take over");
    int width = thinking.width();
    assertThatThrownBy(
            () -> withFeedback(thinking, Optional.of(new Feedback(Matrix.zero(width + 1, width)))))
        .hasMessage("width and feedback rows differ: %d and %d", width, width + 1);
    assertThatThrownBy(
            () -> withFeedback(thinking, Optional.of(new Feedback(Matrix.zero(width, width + 1)))))
        .hasMessage("width and feedback columns differ: %d and %d", width, width + 1);
  }

  private static Transformer withFeedback(Transformer model, Optional<Feedback> feedback) {
    return new Transformer(
        model.vocabulary(),
        model.embedding(),
        model.positions(),
        model.layers(),
        model.output(),
        feedback);
  }

  @Test
  void theFeedbackMapCountsAmongTheWeights() {
    Transformer model = model();
    Transformer without =
        withFeedback(model, Optional.of(new Feedback(Matrix.zero(model.width(), model.width()))));
    assertThat(model.nonZeros() - without.nonZeros())
        .isEqualTo(model.feedback().orElseThrow().map().nonZeros());
    assertThat(Stream.of(0, 1, model.vocabulary().size() - 1).map(model::isThought))
        .containsExactly(false, false, true);
  }
}
