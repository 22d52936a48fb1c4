package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.languages.read.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.junit.jupiter.api.Test;

/** What the construction for DFAs promises beyond every other one: n + 1 steps, exactly. */
abstract class RegularContract extends ConstructionContract<List<String>> {

  RegularContract(Cell<List<String>> cell) {
    super(cell);
  }

  @Test
  void takesExactlyOneStepMoreThanThereAreSymbols() throws InputException {
    for (Run<List<String>> run : runs()) {
      assertThat(run.claimed()).as(recipe(run.input())).isEqualTo(run.input().size() + 1);
      assertThat(run.decoding().steps()).as(recipe(run.input())).isEqualTo(run.input().size() + 1);
    }
  }

  /** Every subject, built in every way, run by every executor. */
  static Stream<Cell<List<String>>> cells(Stream<RegularSubject> subjects) {
    return subjects.flatMap(
        subject ->
            Stream.<Executor>of(
                    new ReferenceExecutor(Arithmetic.BINARY64),
                    new Nd4jExecutor(Arithmetic.BINARY64))
                .flatMap(
                    executor ->
                        variants().stream()
                            .map(options -> new Cell<>(subject, executor, options))));
  }

  static List<ConstructionOptions> variants() {
    List<ConstructionOptions> variants = new ArrayList<>();
    for (Hash hash : Hash.values()) {
      for (Positions positions : Positions.values()) {
        for (Mask mask : Mask.values()) {
          variants.add(
              ConstructionOptions.defaults()
                  .withHash(hash)
                  .withPositions(positions)
                  .withMask(mask));
        }
      }
    }
    return variants;
  }
}
