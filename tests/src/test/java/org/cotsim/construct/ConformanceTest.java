package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.experiment.check.CheckPlan;
import org.cotsim.benchmarks.experiment.check.CheckResult;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.automaton.Conformance;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of the Wp-method find no difference between a decoder and its oracle. */
class ConformanceTest {

  private static final int MOST_EXTRA_STATES = 2;
  private static final BigInteger MOST_WORDS = BigInteger.valueOf(30_000);
  private static final int MOST_BY_DEFINITION = 20; // states

  /** Every entry with as many extra states as give not too many words. */
  static Stream<Arguments> entries() {
    return Catalogue.entries().stream()
        .filter(RegularEntry.class::isInstance)
        .map(RegularEntry.class::cast)
        .map(entry -> Arguments.of(entry, extraStates(entry)));
  }

  private static int extraStates(RegularEntry entry) {
    int extra = MOST_EXTRA_STATES;
    while (extra > 0
        && new Conformance(entry.language(), extra).atMost().compareTo(MOST_WORDS) > 0) {
      extra--;
    }
    return extra;
  }

  @ParameterizedTest(name = "{0}, {1} extra states")
  @MethodSource("entries")
  void everyEntryConforms(RegularEntry entry, int extraStates)
      throws InputException, ExperimentException {
    boolean large = entry.language().size() > MOST_BY_DEFINITION;
    requireConformance(entry, extraStates, large ? new IndexedExecutor() : new ReferenceExecutor());
  }

  @Test
  void theGroupOfFiveLettersConformsByDefinition() throws InputException, ExperimentException {
    requireConformance((RegularEntry) Catalogue.find("word-a5"), 0, new ReferenceExecutor());
  }

  @ParameterizedTest(name = "{0}, nd4j, {1} extra states")
  @CsvSource({"parity, 2", "ab-star, 2", "tomita-6, 1"})
  void nd4jConforms(String name, int extraStates) throws InputException, ExperimentException {
    requireConformance((RegularEntry) Catalogue.find(name), extraStates, new Nd4jExecutor());
  }

  @Test
  void onlyTheLargestEntriesAreGivenFewerThanTwoExtraStates() {
    assertThat(entries().filter(entry -> !entry.get()[1].equals(MOST_EXTRA_STATES)))
        .extracting(entry -> entry.get()[0].toString())
        .containsExactly("modular-arithmetic", "word-z60", "word-a5", "word-s5");
  }

  private static void requireConformance(RegularEntry entry, int extraStates, Executor executor)
      throws InputException, ExperimentException {
    RegularSubject subject = RegularSubject.of(entry);
    ExperimentSetup setup =
        new ExperimentSetup(ConstructionOptions.defaults(), OptionalInt.empty(), executor);
    CheckPlan<List<String>> plan = new CheckPlan<>(subject.problem());
    plan.conformance(extraStates);
    CheckResult result =
        new DecoderCheck<>(subject.problem(), setup, DecoderCheck.Mode.DECODING)
            .run(plan, Progress.NONE);
    List<List<String>> words = new ArrayList<>();
    new Conformance(entry.language(), extraStates).words().forEachRemaining(words::add);
    assertThat(result.firstWrong()).isEmpty();
    assertThat(result.right()).isEqualTo(words.size()).isGreaterThan(entry.language().size());
  }
}
