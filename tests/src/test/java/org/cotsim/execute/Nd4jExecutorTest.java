package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jLoader;
import org.cotsim.simulator.execute.nd4j.OperationTimes;
import org.cotsim.simulator.execute.nd4j.OperationTimes.Spent;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.NotCarriedException;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;
import org.junit.jupiter.api.Test;

/** What only the dense executor promises. */
class Nd4jExecutorTest {

  private final Executor executor = new Nd4jExecutor();

  @Test
  void theBackEndIsTheOneThatRuns() {
    assertThat(executor.backend()).matches("ND4J \\d\\S+ (CPU, \\d+ threads?|CUDA, .+), binary64");
    assertThat(new Nd4jExecutor(Arithmetic.BINARY32).backend()).endsWith(", binary32");
  }

  @Test
  void everyOperationIsRight() {
    assertThat(Nd4jLoader.wrongOperation(Arithmetic.BINARY64)).isEmpty();
    assertThat(Nd4jLoader.wrongOperation(Arithmetic.BINARY32)).isEmpty();
  }

  @Test
  void modelsThatDoNotFitWhenTheyAreDenseAreRefused() {
    int hidden = 1_000_000;
    Matrix first = Matrix.builder(hidden, 1_000).add(0, 0, 1).build();
    FeedForward wide =
        new FeedForward(
            new Norm.Standard(), Affine.linear(first), Affine.linear(Matrix.zero(1_000, hidden)));
    Layer layer = new Layer(new Attention(new Norm.Standard(), List.of()), wide);
    Layer[] hundred = new Layer[100];
    Arrays.fill(hundred, layer);
    Transformer model = Tiny.model(1_000, hundred);
    assertThatThrownBy(() -> executor.open(model, 1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "dense arrays for 1 sequences of 10 tokens need 1\\d{6} MiB \\(1\\d{6} MiB of them"
                + " weights\\), but \\d+ MiB are available; .*");
    assertThat(executor.preferredBatch(model, 10)).isEqualTo(1);
  }

  @Test
  void batchesThatDoNotFitAreRefused() {
    Transformer model = RandomTransformer.of(4, 1e-6, 10);
    assertThat(model.heads()).isPositive();
    int batch = 1_000_000_000;
    assertThatThrownBy(() -> executor.open(model, batch, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("dense arrays for 1000000000 sequences of 10 tokens need ");
  }

  @Test
  void moreTokensThanBinary32CountsAreRefused() {
    int[][] longest = new int[1][(1 << 24) + 1];
    Transformer model = Tiny.model(3, Tiny.layer(3));
    try (Session session = new Nd4jExecutor(Arithmetic.BINARY32).open(model, 1, 1 << 25)) {
      assertThatThrownBy(() -> session.appendAll(longest))
          .isInstanceOf(NotCarriedException.class)
          .hasMessage("nd4j counts up to 16777216 tokens in binary32, not 16777217");
    }
  }

  @Test
  void scoresOfTokensThatOverflowAreRefused() {
    Affine huge = Tiny.onFlags(0, 1e200, 0);
    Head head =
        new Head(
            huge,
            huge,
            Tiny.onFlags(0, 1, 0),
            Matrix.builder(3, 1).add(0, 0, 1).build(),
            new Weighting.Saturated(0),
            Mask.CAUSAL);
    Transformer model = Tiny.model(3, Tiny.layer(3, head));
    assertThatThrownBy(() -> executor.open(model, 1, 10))
        .isInstanceOf(NotCarriedException.class)
        .hasMessageContaining("a score of the first layer that is not finite");
  }

  @Test
  void aStepOfParityStartsThirtyOperations() throws Exception {
    OperationTimes times =
        lastStepOfParity(0, 1, 2, 1, 3, 4, 5); // three symbols, think, two states
    assertThat(operations(times)).as(times.spent().toString()).isEqualTo(30);
    assertThat(times.spent()).containsKey("gather_nd"); // the symbol that was looked up
  }

  /** As in any step on a GPU until look-ups pay there. */
  @Test
  void aStepOfParityThatReadsAllValuesStartsTwoMore() throws Exception {
    OperationTimes times = lastStepOfParity(0, 0, 0); // no symbol to look up
    assertThat(operations(times)).as(times.spent().toString()).isEqualTo(32);
    assertThat(times.spent()).doesNotContainKey("gather_nd");
  }

  private static OperationTimes lastStepOfParity(int... tokens) throws Exception {
    Transformer model = model(Problems.find("parity", Optional.empty(), 100));
    OperationTimes times = new OperationTimes();
    try (Session session = new Nd4jExecutor().open(model, 1, 40, times)) {
      int[] choice = {0};
      for (int token : tokens) {
        times.clear(); // the first steps prepare arrays, too
        session.append(new int[] {token});
        session.choose(model.vocabulary().all(), choice);
      }
    }
    return times;
  }

  /** All but the host's reading of sums, which there is one of. */
  private static long operations(OperationTimes times) {
    assertThat(times.spent().get("read totals").count()).isEqualTo(1);
    return times.spent().values().stream().mapToLong(Spent::count).sum() - 1;
  }

  private static <I> Transformer model(Problem<I> problem) throws ExperimentException {
    return new CompiledModels<>(
            problem.construction(ConstructionOptions.defaults()), OptionalInt.empty())
        .forRun(8, 16)
        .model();
  }
}
