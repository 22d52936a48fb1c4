package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.LoopedConstruction;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoders that apply one layer again and again. */
class LoopedConstructionTest {

  private static final Set<String> ENTRIES =
      Set.of("parity", "first-symbol", "mod-3", "dyck-1-3", "tomita-3", "word-a5");

  @TestFactory
  Stream<DynamicContainer> entriesKeepTheContract() {
    return AtOnceContract.matrix(
        Catalogue.entries().stream()
            .filter(entry -> ENTRIES.contains(entry.name()))
            .map(entry -> RegularSubject.of((RegularEntry) entry))
            .map(
                usual -> {
                  try {
                    return new RegularSubject(usual.problem().by(Recipe.LOOPS), usual.definition());
                  } catch (ExperimentException e) {
                    throw new AssertionError(e);
                  }
                }),
        false);
  }

  /** With one loop less than claimed the answer is that of the last 2^loops - 1 letters. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 100, 255, 256})
  void oneLoopLessThanClaimedIsNotEnough(int n)
      throws InputException, ExperimentException, NotCertifiedException {
    LoopedConstruction<Integer, String> enough = looped("parity");
    int loops = LoopedConstruction.enough(n);
    assertThat(1 << loops).isGreaterThan(n).isLessThanOrEqualTo(2 * n);
    List<String> word = new ArrayList<>(Collections.nCopies(n, "0"));
    word.set(0, "1");
    for (Executor executor : List.of(new ReferenceExecutor(), new IndexedExecutor())) {
      assertThat(accepts(enough, word, executor)).isTrue();
      assertThat(accepts(enough.withLoops(any -> loops + 2), word, executor)).isTrue();
      assertThat(accepts(enough.withLoops(any -> loops - 1), word, executor)).isFalse();
    }
  }

  @Test
  void theLoopHasItsWeightsOnce()
      throws InputException, ExperimentException, NotCertifiedException {
    LoopedConstruction<Integer, String> parity = looped("parity");
    Transformer shorter = parity.compile(new Extent(1, 0)).model();
    Transformer longer = parity.compile(new Extent(1023, 0)).model();
    assertThat(longer.layers()).hasSize(11);
    assertThat(longer.distinctLayers()).hasSize(2);
    assertThat(longer.nonZeros()).isEqualTo(shorter.nonZeros());
  }

  @Test
  void aMonoidThatIsTooLargeIsRefused() {
    assertThatThrownBy(
            () -> WaysToBuild.built(Problems.find("dyck-2-5", Optional.empty(), 1), Recipe.LOOPS))
        .isInstanceOf(ExperimentException.class)
        .hasMessage(
            "dyck-2-5 has no decoder --by loops: its syntactic monoid has more than 512 elements,"
                + " and the table of all their products is too large");
  }

  private static LoopedConstruction<Integer, String> looped(String name)
      throws InputException, ExperimentException {
    RegularLanguage language =
        ((RegularProblem) Problems.find(name, Optional.empty(), 1)).language();
    return LoopedConstruction.of(
            language.dfa(),
            language.alphabet(),
            language.stateNames(),
            ConstructionOptions.defaults())
        .orElseThrow();
  }

  private static boolean accepts(
      LoopedConstruction<Integer, String> looped, List<String> word, Executor executor)
      throws NotCertifiedException {
    ConstructedDecoder<List<String>> decoder = looped.compile(new Extent(word.size(), 0));
    return new Decoder(decoder.model(), executor)
            .decode(decoder.prompt(word), 0)
            .outcome()
            .answer()
            .getAsInt()
        == looped.answerToken(true);
  }
}
