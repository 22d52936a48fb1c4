package org.cotsim.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cotsim.agreement.Agreement.Count;
import org.cotsim.benchmarks.experiment.LanguageBudget;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.algebra.LanguageClass;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The decoders of 0 steps and the one of n + 1 steps answer alike, whatever the language. */
class WaysAgreeTest {

  private static final long SEED = Long.getLong("cotsim.seed", 20_261_128);
  private static final int AUTOMATA = Integer.getInteger("cotsim.automata", 12);

  @TestFactory
  Stream<DynamicTest> onTheCatalogue() throws InputException {
    List<RegularLanguage> languages = new ArrayList<>();
    Catalogue.entries().stream()
        .filter(RegularEntry.class::isInstance)
        .map(RegularEntry.class::cast)
        .filter(entry -> entry.languageClass().isInTc0())
        .forEach(entry -> languages.add(entry.language()));
    for (String name : List.of("dyck-1-16", "dyck-2-4", "mod-12", "mod-60")) {
      languages.add(((RegularEntry) Catalogue.find(name)).language());
    }
    return IntStream.range(0, languages.size()).mapToObj(i -> test(languages.get(i), SEED + i));
  }

  /** Groups of up to 60 elements as word problems, and all the maps of four points. */
  @TestFactory
  Stream<DynamicTest> onSolvableGroupsOfAnyKind() {
    List<RegularLanguage> languages =
        List.of(
            Automata.words("S3", List.of(List.of(1, 0, 2), List.of(1, 2, 0))),
            Automata.words("D4", List.of(List.of(1, 2, 3, 0), List.of(0, 3, 2, 1))),
            Automata.words("A4", List.of(List.of(1, 2, 0, 3), List.of(1, 0, 3, 2))),
            Automata.words("S4", List.of(List.of(1, 0, 2, 3), List.of(1, 2, 3, 0))),
            Automata.words(
                "A4 x Z5",
                List.of(
                    List.of(1, 2, 0, 3, 4, 5, 6, 7, 8),
                    List.of(1, 0, 3, 2, 4, 5, 6, 7, 8),
                    List.of(0, 1, 2, 3, 5, 6, 7, 8, 4))),
            Automata.of(
                "all maps of four points",
                List.of(List.of(1, 0, 2, 3), List.of(1, 2, 3, 0), List.of(0, 0, 2, 3)),
                List.of(0)));
    return IntStream.range(0, languages.size()).mapToObj(i -> test(languages.get(i), SEED + i));
  }

  @TestFactory
  Stream<DynamicTest> onRandomAutomata() {
    return LongStream.range(SEED, SEED + AUTOMATA)
        .mapToObj(seed -> test(Automata.solvable(seed), seed));
  }

  private static DynamicTest test(RegularLanguage language, long seed) {
    return DynamicTest.dynamicTest(language.name(), () -> compare(language, seed));
  }

  private static void compare(RegularLanguage language, long seed)
      throws InputException, ExperimentException, NotCertifiedException {
    RegularProblem problem = new RegularProblem(language, language.name());
    List<Voter> voters = new ArrayList<>();
    voters.add(Voter.of(problem, Agreement.LONGEST));
    voters.add(Voter.of(problem.by(Recipe.CASCADE), Agreement.LONGEST));
    if (LanguageBudget.of(language).algebra().languageClass() == LanguageClass.R_TRIVIAL) {
      voters.add(Voter.of(problem.by(Recipe.ORDERED), Agreement.LONGEST));
    }
    Count count =
        new Agreement(language.alphabet(), problem, new DfaOracle(language)::accepts, voters, seed)
            .ask();
    assertThat(count.words()).isPositive();
  }
}
