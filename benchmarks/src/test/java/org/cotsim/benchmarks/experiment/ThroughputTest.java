package org.cotsim.benchmarks.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;

class ThroughputTest {

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
  }

  private static ThroughputResult measure(Executor executor, double patience) throws Exception {
    RegularEntry parity = (RegularEntry) Catalogue.find("parity");
    Throughput.Request request =
        new Throughput.Request(
            5,
            List.of(1, 2, 4),
            List.of(Check.Mode.DECODING),
            1,
            patience,
            OptionalDouble.empty(),
            false);
    return Throughput.measure(
        new RegularProblem(parity.language(), parity.summary(), "regular"),
        List.of(new Setup(ConstructionOptions.defaults(), OptionalInt.empty(), executor)),
        request,
        soFar -> {});
  }

  @Test
  void aBatchWithoutRoomIsLeftOutWithTheExecutorsSentence() throws Exception {
    ThroughputResult result = measure(new Small(2), 0.5);
    assertThat(result.rows().stream().map(ThroughputRow::batch)).containsExactly(1, 2);
    assertThat(result.stopped())
        .containsExactly("small, decoding, batch of 4: no room for 4 sequences");
  }

  @Test
  void aBatchThatWouldTakeTooLongIsLeftOut() throws Exception {
    ThroughputResult result = measure(new Small(9), 1e-9);
    assertThat(result.rows().stream().map(ThroughputRow::batch)).isEmpty();
    assertThat(result.stopped())
        .containsExactly("small, decoding, batch of 1: took more than 1.0E-9 s");
  }

  @Test
  void anExecutorWithoutBatchesRunsTheInputsOneByOne() throws Exception {
    ThroughputResult result = measure(new ReferenceExecutor(), 0.5);
    assertThat(result.different()).as("words of length 4").isEqualTo(16);
    ThroughputRow row = result.rows().get(0);
    assertThat(row.words()).isEqualTo(16);
    assertThat(row.tokens()).isEqualTo(16 * 5);
    assertThat(row.steps()).isEqualTo(16 * 5);
    assertThat(result.allRight()).isTrue();
  }
}
