package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** What decoders of words without a chain promise beyond every other one: no step at all. */
final class AtOnceContract extends ConstructionContract<List<String>> {

  AtOnceContract(Cell<List<String>> cell) {
    super(cell);
  }

  @Override
  Stream<DynamicTest> tests() {
    return Stream.concat(
        super.tests(), Stream.of(test("takes no step and no token for one", this::takesNoStep)));
  }

  private void takesNoStep() throws InputException {
    for (Run<List<String>> run : runs()) {
      assertThat(run.claimed()).as(recipe(run.input())).isZero();
      assertThat(run.decoding().steps()).as(recipe(run.input())).isZero();
    }
  }

  /** Every subject with both norms on the reference, and with one on the other executors. */
  static Stream<DynamicContainer> matrix(Stream<RegularSubject> subjects) {
    ConstructionOptions multi = ConstructionOptions.defaults();
    return subjects
        .flatMap(
            subject ->
                Stream.of(
                    cell(subject, new ReferenceExecutor(Arithmetic.BINARY64), multi),
                    cell(
                        subject,
                        new ReferenceExecutor(Arithmetic.BINARY64),
                        multi.withNorms(Norms.PROJECTED)),
                    cell(subject, new IndexedExecutor(), multi),
                    cell(subject, new Nd4jExecutor(Arithmetic.BINARY64), multi)))
        .map(cell -> new AtOnceContract(cell).container());
  }

  private static Cell<List<String>> cell(
      RegularSubject subject, Executor executor, ConstructionOptions options) {
    return new Cell<>(subject, executor, options);
  }
}
