package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.benchmarks.experiment.LanguageBudget;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.automaton.algebra.LanguageClass;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.LoopedConstruction;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoders that take no step: by cascade, by loops, and by the order of the states. */
class AtOnceConstructionTest {

  private static final long SEED = 20_261_128;
  private static final int WORDS = Integer.getInteger("cotsim.words", 130);
  private static final int RANDOM_WORDS = Integer.getInteger("cotsim.randomWords", 10);
  private static final int AUTOMATA = Integer.getInteger("cotsim.automata", 12);
  private static final int LONGEST = 100;
  private static final Set<String> LOOPED =
      Set.of("parity", "first-symbol", "mod-3", "dyck-1-3", "tomita-3", "word-a5");

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

  @TestFactory
  Stream<DynamicContainer> everyLoopedEntryKeepsTheContract() {
    return AtOnceContract.matrix(
        entries()
            .filter(entry -> LOOPED.contains(entry.name()))
            .map(entry -> by(Recipe.LOOPS, entry)));
  }

  /** With one loop less than claimed the answer is that of the last 2^loops - 1 letters. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 100})
  void oneLoopLessThanClaimedIsNotEnough(int n) throws Exception {
    RegularLanguage parity =
        ((RegularProblem) Problems.find("parity", Optional.empty(), 1)).language();
    LoopedConstruction<Integer, String> enough =
        LoopedConstruction.of(parity.dfa(), parity.alphabet(), ConstructionOptions.defaults())
            .orElseThrow();
    int loops = LoopedConstruction.enough(n);
    assertThat(1 << loops).isGreaterThan(n).isLessThanOrEqualTo(2 * n);
    List<String> word = new ArrayList<>(Collections.nCopies(n, "0"));
    word.set(0, "1");
    assertThat(accepts(enough, word)).isTrue();
    assertThat(accepts(enough.withLoops(any -> loops + 2), word)).isTrue();
    assertThat(accepts(enough.withLoops(any -> loops - 1), word)).isFalse();
  }

  private static boolean accepts(LoopedConstruction<Integer, String> looped, List<String> word)
      throws Exception {
    ConstructedDecoder<List<String>> decoder = looped.compile(new Extent(word.size(), 0));
    Decoding decoding =
        new Decoder(decoder.model(), new ReferenceExecutor())
            .decode(new int[][] {decoder.prompt(word)}, new long[][] {{0}})
            .get(0);
    return decoding.outcomes().get(0).answer().getAsInt() == looped.answerToken(true);
  }

  /** Random automata too: whatever can be built at once answers as the chain of theorem 1 does. */
  @TestFactory
  Stream<DynamicTest> allWaysAgree() {
    Random random = new Random(SEED);
    Stream<String> automata =
        Stream.generate(
                () ->
                    "random-%d-%d-%d"
                        .formatted(
                            3 + random.nextInt(5), 2 + random.nextInt(2), random.nextInt(1000)))
            .limit(AUTOMATA);
    return Stream.concat(
            entries().map(RegularEntry::name),
            Stream.concat(Stream.of("dyck-1-16", "dyck-2-4", "mod-12"), automata))
        .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)));
  }

  /** Groups of up to 60 elements as word problems, and all the maps of four points. */
  @TestFactory
  Stream<DynamicTest> solvableGroupsOfAnyKindAreDecided() {
    List<List<Integer>> a4 = List.of(List.of(1, 2, 0, 3), List.of(1, 0, 3, 2));
    return Stream.of(
            new RegularProblem(words("S3", List.of(1, 0, 2), List.of(1, 2, 0)), "S3"),
            new RegularProblem(words("D4", List.of(1, 2, 3, 0), List.of(0, 3, 2, 1)), "D4"),
            new RegularProblem(words("A4", a4.get(0), a4.get(1)), "A4"),
            new RegularProblem(words("S4", List.of(1, 0, 2, 3), List.of(1, 2, 3, 0)), "S4"),
            new RegularProblem(
                words(
                    "A4 x Z5",
                    List.of(1, 2, 0, 3, 4, 5, 6, 7, 8),
                    List.of(1, 0, 3, 2, 4, 5, 6, 7, 8),
                    List.of(0, 1, 2, 3, 5, 6, 7, 8, 4)),
                "A4 x Z5"),
            new RegularProblem(maps(), "all maps of four points"))
        .map(problem -> DynamicTest.dynamicTest(problem.summary(), () -> compare(problem)));
  }

  /** The words over some permutations whose product is the identity. */
  @SafeVarargs
  private static RegularLanguage words(String name, List<Integer>... generators) {
    List<String> letters = List.of("a", "b", "c").subList(0, generators.length);
    CompactDFA<String> dfa = new CompactDFA<>(Alphabets.fromList(letters));
    List<List<Integer>> elements = new ArrayList<>();
    elements.add(IntStream.range(0, generators[0].size()).boxed().toList());
    dfa.addIntInitialState(true);
    for (int i = 0; i < elements.size(); i++) {
      for (int a = 0; a < generators.length; a++) {
        List<Integer> product = elements.get(i).stream().map(generators[a]::get).toList();
        if (!elements.contains(product)) {
          elements.add(product);
          dfa.addIntState(false);
        }
        dfa.setTransition(i, a, elements.indexOf(product));
      }
    }
    return RegularLanguage.of(name, dfa, dfa.getInputAlphabet(), List.of());
  }

  private static RegularLanguage maps() {
    int[][] next = {{1, 1, 0}, {0, 2, 1}, {2, 3, 2}, {3, 0, 2}};
    CompactDFA<String> dfa = new CompactDFA<>(Alphabets.fromList(List.of("a", "b", "c")));
    for (int q = 0; q < next.length; q++) {
      dfa.addIntState(q == 0);
    }
    dfa.setInitialState(0);
    for (int q = 0; q < next.length; q++) {
      for (int a = 0; a < 3; a++) {
        dfa.setTransition(q, a, next[q][a]);
      }
    }
    return RegularLanguage.of("maps", dfa, dfa.getInputAlphabet(), List.of());
  }

  private static void compare(String name)
      throws InputException, ExperimentException, NotCertifiedException {
    compare((RegularProblem) Problems.find(name, Optional.empty(), 1));
  }

  private static void compare(RegularProblem problem)
      throws ExperimentException, NotCertifiedException {
    LanguageBudget budget = LanguageBudget.of(problem.language());
    List<List<String>> words = words(problem.language());
    List<String> chain = answers(problem, words);
    if (budget.cascade().isPresent()) {
      assertThat(answers(problem.by(Recipe.CASCADE), words)).as("seed %d", SEED).isEqualTo(chain);
    }
    if (budget.ordered().isPresent()) {
      assertThat(answers(problem.by(Recipe.ORDERED), words)).as("seed %d", SEED).isEqualTo(chain);
    }
    assertThat(budget.cascade().isPresent()).isEqualTo(budget.algebra().languageClass().isInTc0());
  }

  private static List<List<String>> words(RegularLanguage language) {
    List<List<String>> words = new ArrayList<>();
    for (int n = 0;
        n <= LONGEST && words.size() + Words.count(language.alphabet(), n).intValue() <= WORDS;
        n++) {
      Words.exhaustive(language.alphabet(), n).forEach(words::add);
    }
    Random random = new Random(SEED);
    List<String> letters = List.copyOf(language.alphabet());
    for (int i = 0; i < RANDOM_WORDS; i++) {
      words.add(
          Stream.generate(() -> letters.get(random.nextInt(letters.size())))
              .limit(random.nextInt(LONGEST + 1))
              .toList());
    }
    return words;
  }

  private static List<String> answers(Problem<List<String>> problem, List<List<String>> words)
      throws ExperimentException, NotCertifiedException {
    ConstructedDecoder<List<String>> decoder =
        problem.construction(ConstructionOptions.defaults()).compile(Extent.of(LONGEST + 1));
    Decoder running = new Decoder(decoder.model(), new IndexedExecutor());
    List<String> answers = new ArrayList<>();
    for (List<String> word : words) {
      Decoding decoding = running.decode(decoder.prompt(word), problem.mostSteps(word.size()));
      answers.add(
          decoder.model().vocabulary().token(decoding.outcome().answer().orElseThrow()).text());
    }
    return answers;
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
        .hasMessageEndingWith("no decoder of 0 steps is known, and one would show TC0 = NC1");
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
