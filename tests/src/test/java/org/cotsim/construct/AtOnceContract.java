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

  private static final int SMALL = 5; // states

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

  /** Every subject on two executors; the smaller ones with both norms and on a third one. */
  static Stream<DynamicContainer> matrix(Stream<RegularSubject> subjects) {
    return matrix(subjects, true);
  }

  /** The same without projected norms, where a construction does not have them. */
  static Stream<DynamicContainer> matrix(Stream<RegularSubject> subjects, boolean projected) {
    return subjects
        .flatMap(subject -> cells(subject, projected))
        .map(cell -> new AtOnceContract(cell).container());
  }

  private static Stream<Cell<List<String>>> cells(RegularSubject subject, boolean projected) {
    ConstructionOptions multi = ConstructionOptions.defaults();
    Executor reference = new ReferenceExecutor(Arithmetic.BINARY64);
    Stream<Cell<List<String>>> always =
        Stream.of(cell(subject, reference, multi), cell(subject, new IndexedExecutor(), multi));
    if (subject.problem().language().size() > SMALL) {
      return always;
    }
    Stream<Cell<List<String>>> small =
        Stream.concat(
            always, Stream.of(cell(subject, new Nd4jExecutor(Arithmetic.BINARY64), multi)));
    return projected
        ? Stream.concat(
            small, Stream.of(cell(subject, reference, multi.withNorms(Norms.PROJECTED))))
        : small;
  }

  private static Cell<List<String>> cell(
      RegularSubject subject, Executor executor, ConstructionOptions options) {
    return new Cell<>(subject, executor, options);
  }
}
