package org.cotsim.benchmarks.experiment.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThroughputTest {

  private static final int LENGTH = 5;

  /** An executor that has room for some sequences. */
  private record Small(int room) implements Executor {
    @Override
    public String name() {
      return "small";
    }

    @Override
    public String backend() {
      return "small";
    }

    @Override
    public Arithmetic arithmetic() {
      return Arithmetic.BINARY64;
    }

    @Override
    public int preferredBatch(Transformer model, int length) {
      return room;
    }

    @Override
    public Session open(Transformer model, int batch, int capacity) {
      if (batch > room) {
        throw new IllegalArgumentException("no room for " + batch + " sequences");
      }
      return new ReferenceExecutor().open(model, batch, capacity);
    }

    /** Wrong for the last of several sequences, after its prompt and one token of its chain. */
    @Override
    public int[][] choices(Transformer model, int[][] sequences, TokenSet allowed) {
      int[][] choices = Executor.super.choices(model, sequences, allowed);
      if (choices.length > 1) {
        int[] last = choices[choices.length - 1];
        Arrays.fill(last, last.length - LENGTH + 2, last.length, Session.TIED);
      }
      return choices;
    }
  }

  private static ThroughputResult measure(
      Executor executor, double patience, DecoderCheck.Mode... modes) throws Exception {
    RegularEntry parity = (RegularEntry) Catalogue.find("parity");
    Throughput.Request request =
        new Throughput.Request(
            LENGTH,
            List.of(1, 2, 4),
            List.of(modes),
            1,
            0,
            patience,
            OptionalDouble.empty(),
            false);
    return Throughput.measure(
        new RegularProblem(parity.language(), parity.summary(), "regular"),
        List.of(new ExperimentSetup(ConstructionOptions.defaults(), OptionalInt.empty(), executor)),
        request,
        soFar -> {});
  }

  @Test
  void aBatchWithoutRoomIsLeftOutWithTheExecutorsSentence() throws Exception {
    ThroughputResult result = measure(new Small(2), 9, DecoderCheck.Mode.DECODING);
    assertThat(result.rows().stream().map(ThroughputRow::batch)).containsExactly(1, 2);
    assertThat(result.stopped())
        .containsExactly("small, decoding, batch of 4: no room for 4 sequences");
  }

  @Test
  void whatTakesTooLongIsLeftOut() throws Exception {
    assertThat(measure(new Small(9), 1e-9, DecoderCheck.Mode.DECODING).stopped())
        .containsExactly("small, decoding, batch of 1: took longer than --patience allows");
    assertThat(measure(new ReferenceExecutor(), 1e-9, DecoderCheck.Mode.DECODING).stopped())
        .containsExactly("reference, decoding: took longer than --patience allows");
  }

  @Test
  void wrongTokensOfABatchAreNotCounted() throws Exception {
    ThroughputResult result =
        measure(new Small(9), 9, DecoderCheck.Mode.DECODING, DecoderCheck.Mode.ONE_PASS);
    assertThat(result.rows().stream().map(ThroughputRow::right))
        .containsExactly(true, true, true, true, false, false);
    assertThat(result.rows().stream().map(ThroughputRow::tokens))
        .containsExactly(5L, 10L, 20L, 5L, 7L, 17L);
    assertThat(result.allRight()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(DecoderCheck.Mode.class)
  void anExecutorWithoutBatchesRunsTheInputsOneByOne(DecoderCheck.Mode mode) throws Exception {
    ThroughputResult result = measure(new ReferenceExecutor(), 9, mode);
    assertThat(result.different()).as("words of length 4").isEqualTo(16);
    assertThat(result.rows()).hasSize(1);
    ThroughputRow row = result.rows().get(0);
    assertThat(row.mode()).isEqualTo(mode);
    assertThat(row.batch()).isEqualTo(1);
    assertThat(row.words()).isEqualTo(16);
    assertThat(row.tokens()).isEqualTo(16 * LENGTH);
    assertThat(row.steps()).isEqualTo(mode == DecoderCheck.Mode.DECODING ? 16 * LENGTH : 0);
    assertThat(row.times().isPresent()).isEqualTo(mode == DecoderCheck.Mode.DECODING);
    assertThat(result.allRight()).isTrue();
  }
}
