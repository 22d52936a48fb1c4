package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/** What the construction for DFAs promises beyond every other one: n + 1 steps, exactly. */
final class RegularContract extends ConstructionContract<List<String>> {

  RegularContract(Cell<List<String>> cell) {
    super(cell);
  }

  @Override
  Stream<DynamicTest> tests() {
    return Stream.concat(
        super.tests(),
        Stream.of(
            test(
                "takes exactly one step more than there are symbols",
                this::takesExactlyOneStepMoreThanThereAreSymbols)));
  }

  private void takesExactlyOneStepMoreThanThereAreSymbols() throws InputException {
    for (Run<List<String>> run : runs()) {
      assertThat(run.claimed()).as(recipe(run.input())).isEqualTo(run.input().size() + 1);
      assertThat(run.decoding().steps()).as(recipe(run.input())).isEqualTo(run.input().size() + 1);
    }
  }

  /**
   * Every subject, built in all thirteen ways for the reference, and for the other executors in six
   * of them, among which every two choices meet.
   */
  static Stream<DynamicContainer> matrix(Stream<RegularSubject> subjects) {
    return subjects
        .flatMap(
            subject ->
                Stream.of(
                        onReference(subject),
                        onSix(subject, new IndexedExecutor()),
                        onSix(subject, new Nd4jExecutor(Arithmetic.BINARY64)))
                    .flatMap(cells -> cells))
        .map(cell -> new RegularContract(cell).container());
  }

  private static Stream<Cell<List<String>>> onReference(RegularSubject subject) {
    Executor executor = new ReferenceExecutor(Arithmetic.BINARY64);
    return variants().map(options -> new Cell<>(subject, executor, options));
  }

  private static Stream<Cell<List<String>>> onSix(RegularSubject subject, Executor executor) {
    return variants()
        .filter(RegularContract::isAmongSix)
        .map(options -> new Cell<>(subject, executor, options));
  }

  private static boolean isAmongSix(ConstructionOptions options) {
    if (options.norms() == Norms.PROJECTED) {
      return false;
    }
    if (options.hash() == Hash.DIGITS || options.hash() == Hash.FOLDED) {
      return options.mask().equals(Optional.of(Mask.CAUSAL));
    }
    boolean plain = options.hash() == Hash.PLAIN;
    boolean embedded = options.positions() == Positions.EMBEDDED;
    boolean strict = options.mask().equals(Optional.of(Mask.STRICT));
    return plain == (embedded != strict);
  }

  private static Stream<ConstructionOptions> variants() {
    return Stream.concat(multi(), Stream.of(projected()));
  }

  /** By proposition 1 from the model that is built by default. */
  private static ConstructionOptions projected() {
    return ConstructionOptions.defaults().withNorms(Norms.PROJECTED).withMask(Mask.CAUSAL);
  }

  private static Stream<ConstructionOptions> multi() {
    return Stream.of(Hash.values())
        .flatMap(
            hash ->
                Stream.of(Positions.values())
                    .filter(p -> hash != Hash.DIGITS || p == Positions.EMBEDDED)
                    .filter(p -> hash != Hash.FOLDED || p == Positions.NONE)
                    .flatMap(positions -> withMasks(hash, positions)));
  }

  private static Stream<ConstructionOptions> withMasks(Hash hash, Positions positions) {
    return Stream.of(Mask.values())
        .map(
            mask ->
                ConstructionOptions.defaults()
                    .withHash(hash)
                    .withPositions(positions)
                    .withMask(mask));
  }
}
