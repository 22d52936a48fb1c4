package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.LanguageBudget;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.automaton.algebra.LanguageClass;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decoders that take no step: by cascade, and by the order of the states. */
class AtOnceConstructionTest {

  private static Stream<RegularEntry> entries() {
    return Catalogue.entries().stream()
        .filter(RegularEntry.class::isInstance)
        .map(RegularEntry.class::cast);
  }

  private static RegularSubject by(Recipe recipe, RegularEntry entry) {
    RegularSubject usual = RegularSubject.of(entry);
    try {
      return new RegularSubject(usual.problem().by(recipe), usual.definition());
    } catch (ExperimentException e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicContainer> everySolvableEntryKeepsTheContract() {
    return AtOnceContract.matrix(
        entries()
            .filter(entry -> entry.languageClass().isInTc0())
            .map(entry -> by(Recipe.CASCADE, entry)));
  }

  @TestFactory
  Stream<DynamicContainer> everyOrderedEntryKeepsTheContract() {
    return AtOnceContract.matrix(
        entries()
            .filter(entry -> entry.languageClass() == LanguageClass.R_TRIVIAL)
            .map(entry -> by(Recipe.ORDERED, entry)));
  }

  @ParameterizedTest
  @CsvSource({
    "parity, 2",
    "mod-6, 4",
    "tomita-7, 6",
    "dyck-1-4, 6",
    "dyck-2-3, 5",
    "dyck-2-5, 7",
    "word-z60, 8",
  })
  void aCascadeHasAsManyLayersAsThePlanSays(String name, int layers)
      throws InputException, ExperimentException, NotCertifiedException {
    RegularProblem problem = (RegularProblem) Problems.find(name, Optional.empty(), 1);
    assertThat(LanguageBudget.of(problem.language()).cascade()).hasValue(layers);
    assertThat(
            problem
                .by(Recipe.CASCADE)
                .construction(ConstructionOptions.defaults())
                .compile(Extent.of(9))
                .model()
                .layers())
        .hasSize(layers);
  }

  @Test
  void anOrderedDecoderHasAConstantGapAtEveryLength() throws InputException, ExperimentException {
    Problem<?> problem =
        WaysToBuild.built(Problems.find("tomita-7", Optional.empty(), 1), Recipe.ORDERED);
    for (int n : new int[] {1, 1_000, 1_000_000}) {
      assertThat(
              problem
                  .construction(ConstructionOptions.defaults())
                  .certificate(Extent.of(n))
                  .tightest()
                  .gap())
          .isGreaterThanOrEqualTo(0.5);
    }
  }

  @ParameterizedTest
  @CsvSource({"word-a5, A5 of order 60", "word-s5, S5 of order 120"})
  void aGroupThatIsNotSolvableIsRefusedByItsName(String name, String group) throws InputException {
    Problem<?> problem = Problems.find(name, Optional.empty(), 1);
    assertThatThrownBy(() -> WaysToBuild.built(problem, Recipe.CASCADE))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining("by the group " + group + ", which is not solvable")
        .hasMessageEndingWith(
            "no decoder of 0 steps and a fixed number of layers is known, and one would show TC0 = NC1");
  }

  @ParameterizedTest
  @CsvSource({"parity", "ab-star"})
  void aCycleOfStatesIsRefusedByTheOrderedDecoder(String name) throws InputException {
    Problem<?> problem = Problems.find(name, Optional.empty(), 1);
    assertThatThrownBy(() -> WaysToBuild.built(problem, Recipe.ORDERED))
        .isInstanceOf(ExperimentException.class)
        .hasMessage(
            name
                + " has no decoder --by ordered: its minimal automaton has a cycle of more than one"
                + " state, so the language is not R-trivial");
  }
}
