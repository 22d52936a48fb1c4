package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts read out digit by digit: what is certified, where it runs, and who refuses. */
class FoldedConstructionTest {

  private static final ConstructionOptions FOLDED =
      ConstructionOptions.defaults().withHash(Hash.FOLDED);
  private static final int LONG = Integer.getInteger("cotsim.folded.steps", 20_000);

  private static Problem<?> find(String name) throws InputException, ExperimentException {
    return Problems.find(name, Optional.empty(), Integer.MAX_VALUE / 4);
  }

  private static Construction<?> construction(String name, ConstructionOptions options)
      throws InputException, ExperimentException {
    return find(name).construction(options);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "word-a5, 100_000_000",
    "parity, 100_000_000",
    "busy-beaver-5, 47_176_870",
    "palindrome-2tape, 100_000_000"
  })
  void lengthsThatOneAngleCannotTellApartAreCertifiedInBinary64(String name, String length)
      throws InputException, ExperimentException {
    int most = Integer.parseInt(length.replace("_", ""));
    ConstructionOptions scaled = ConstructionOptions.defaults();
    assertThat(construction(name, FOLDED).certificate(Extent.of(most)).holds()).isTrue();
    assertThat(construction(name, scaled).certificate(Extent.of(most)).holds()).isFalse();
  }

  /** One more than what scaled is certified for is folded, unless that hash was asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"parity", "busy-beaver-5", "graph-gnp", "graph-gnp-directed"})
  void foldedIsChosenWhereScaledIsNotCertified(String name) throws Exception {
    ConstructionOptions options =
        ConstructionOptions.defaults().withArithmetic(Arithmetic.bits(16));
    Construction<?> chosen = construction(name, options.orFolded());
    int limit = construction(name, options).largestCertified();
    assertThat(limit).isPositive();
    assertThat(chosen.options(Extent.of(limit)).hash()).isEqualTo(Hash.SCALED);
    assertThat(chosen.notes(Extent.of(limit))).isEmpty();
    Extent more = Extent.of(limit + 1);
    assertThat(chosen.options(more).hash()).isEqualTo(Hash.FOLDED);
    assertThat(chosen.certificate(more).holds()).isTrue();
    assertThat(chosen.compile(more).certificate()).isEqualTo(chosen.certificate(more));
    assertThat(chosen.notes(more))
        .singleElement()
        .asString()
        .contains("the hash folded was chosen", " " + limit + " ", "grows like the logarithm");
    Construction<?> folded = construction(name, options.withHash(Hash.FOLDED));
    assertThat(chosen.largestCertified()).isEqualTo(folded.largestCertified());
    assertThatThrownBy(() -> construction(name, options).compile(more))
        .hasMessageEndingWith("the largest certified length is " + limit);
    Extent beyond = Extent.of(chosen.largestCertified() + 1);
    assertThatThrownBy(() -> chosen.compile(beyond))
        .isInstanceOf(NotCertifiedException.class)
        .hasMessageEndingWith("the largest certified length is " + chosen.largestCertified());
  }

  @Test
  void whatIsCertifiedGrowsLikeTwoToTheBits() throws InputException, ExperimentException {
    for (String name : List.of("parity", "busy-beaver-5")) {
      int last = 0;
      for (int bits = 16; bits <= 28; bits++) {
        int certified =
            construction(name, FOLDED.withArithmetic(Arithmetic.bits(bits))).largestCertified();
        if (last > 0) {
          assertThat(certified + 2).as("%s, %d bits", name, bits).isBetween(2 * last, 2 * last + 9);
        }
        last = certified;
      }
    }
    assertThat(
            construction("busy-beaver-5", FOLDED.withArithmetic(Arithmetic.BINARY32))
                .largestCertified())
        .isGreaterThan(100_000);
  }

  @Test
  void aLengthBeyondTheCertificateNamesTheSignsThatMayTurn()
      throws InputException, ExperimentException {
    Construction<?> parity = construction("parity", FOLDED.withArithmetic(Arithmetic.BINARY32));
    int largest = parity.largestCertified();
    ScoreClaim tightest = parity.certificate(Extent.of(largest + 1)).tightest();
    assertThat(tightest.holds()).isFalse();
    assertThat(tightest.isSign()).isTrue();
    try {
      parity.compile(Extent.of(largest + 1));
      throw new AssertionError("compiled for " + (largest + 1));
    } catch (NotCertifiedException refused) {
      assertThat(refused)
          .hasMessageContaining("at the signs of \"folded count\" the gap 1.0 is less than 2 times")
          .hasMessageEndingWith("the largest certified length is " + largest);
    }
  }

  @Test
  void theLayersGrowLikeTheLogarithm() throws Exception {
    List<Integer> layers = new ArrayList<>();
    for (int length = 14; length < 1 << 27; length = 16 * length + 30) {
      layers.add(construction("parity", FOLDED).compile(Extent.of(length)).model().layers().size());
    }
    for (int i = 1; i < layers.size(); i++) {
      assertThat(layers.get(i)).as("%s", layers).isEqualTo(layers.get(i - 1) + 1);
    }
  }

  private static Stream<Executor> executors() {
    return Stream.of(new IndexedExecutor(), new ReferenceExecutor(Arithmetic.BINARY32));
  }

  /** As long as it is quick; the reference executor is quadratic. */
  private static int steps(Executor executor) {
    return executor instanceof IndexedExecutor ? LONG : 700;
  }

  @Test
  void theChampionRunsAsTheInterpreterDoes() throws Exception {
    @SuppressWarnings("unchecked")
    Problem<List<String>> champion = (Problem<List<String>>) find("busy-beaver-5");
    for (Executor executor : executors().toList()) {
      ConstructionOptions options = FOLDED.withArithmetic(executor.arithmetic());
      runs(champion, "", options, new Extent(0, steps(executor)), executor);
    }
  }

  @Test
  void shortRunsAndWordsOfEveryNumberOfDigitsAreRight() throws Exception {
    @SuppressWarnings("unchecked")
    Problem<List<String>> champion = (Problem<List<String>>) find("busy-beaver-5");
    @SuppressWarnings("unchecked")
    Problem<List<String>> parity = (Problem<List<String>>) find("parity");
    Executor executor = new IndexedExecutor();
    for (int n = 1; n <= 300; n += 1 + n / 8) {
      String word = "0110100".repeat(n).substring(0, n);
      runs(champion, "", FOLDED, new Extent(0, n), executor);
      runs(champion, "", FOLDED.withNorms(Norms.PROJECTED), new Extent(0, n), executor);
      runs(parity, word, FOLDED, Extent.of(n), executor);
      runs(parity, word, FOLDED.withNorms(Norms.PROJECTED), Extent.of(n), executor);
    }
  }

  /** Flags that tell cell 0 from others must not fade with the distance, in whatever arithmetic. */
  @Test
  void headsFarOutAreFollowedInFewBits() throws Exception {
    @SuppressWarnings("unchecked")
    Problem<List<String>> palindrome = (Problem<List<String>>) find("palindrome-2tape");
    for (Arithmetic bits : List.of(Arithmetic.bits(16), Arithmetic.bits(16).truncating())) {
      Executor executor = new ReferenceExecutor(bits);
      runs(palindrome, "ab".repeat(200), FOLDED.withArithmetic(bits), Extent.of(400), executor);
    }
  }

  @Test
  void aLongWordIsReadToItsEnd() throws Exception {
    @SuppressWarnings("unchecked")
    Problem<List<String>> parity = (Problem<List<String>>) find("parity");
    for (Executor executor : executors().toList()) {
      int length = steps(executor);
      String word = "0110100".repeat(length).substring(0, length);
      runs(parity, word, FOLDED.withArithmetic(executor.arithmetic()), Extent.of(length), executor);
    }
  }

  private static void runs(
      Problem<List<String>> problem,
      String word,
      ConstructionOptions options,
      Extent extent,
      Executor executor)
      throws InputException, ExperimentException, NotCertifiedException {
    List<String> input = problem.parse(word);
    ConstructedDecoder<List<String>> decoder = problem.construction(options).compile(extent);
    Expected expected = problem.expected(input, extent.steps() + 1L);
    OptionalInt[] wrong =
        new Verifier(decoder.model(), executor)
            .firstDifferences(
                new int[][] {decoder.prompt(input)}, new int[][] {expected.continuation()});
    assertThat(wrong[0]).as("%s, %s, %s", problem.name(), executor.name(), extent).isEmpty();
  }

  /** Whoever does not know of folding must say so: no way may fall back to another hash. */
  @Test
  void everyOtherWayToBuildRefusesInOneSentence() throws InputException, ExperimentException {
    List<String> built = new ArrayList<>();
    for (String name :
        List.of("parity", "tomita-7", "busy-beaver-3", "graph-gnp", "hops-2", "formula:a")) {
      Problem<?> problem = find(name);
      List<Problem<?>> all = new ArrayList<>(List.of(problem));
      if (problem instanceof WaysToBuild<?> able) {
        for (Recipe recipe : able.ways().subList(1, able.ways().size())) {
          try {
            all.add(able.by(recipe));
          } catch (ExperimentException noSuchWay) {
            assertThat(noSuchWay.getMessage()).contains(recipe.toString());
          }
        }
      }
      for (Problem<?> way : all) {
        try {
          Construction<?> construction = way.construction(FOLDED);
          built.add(name + " " + WaysToBuild.way(way));
          assertThat(construction.certificate(Extent.of(8)).claims())
              .as(name)
              .anyMatch(ScoreClaim::isSign);
        } catch (ExperimentException refused) {
          assertThat(refused.getMessage()).as(name).isNotEmpty().doesNotContain("\n");
        }
      }
    }
    assertThat(built).hasSize(4);
  }
}
