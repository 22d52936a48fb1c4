package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decoders that answer at once and read their positions from an embedding. */
class EmbeddedAtOnceTest {

  private static final long SEED = 20_261_128;
  private static final ConstructionOptions FRACTIONS =
      ConstructionOptions.defaults().withPositions(Positions.EMBEDDED);
  private static final ConstructionOptions DIGITS = FRACTIONS.withHash(Hash.DIGITS);
  private static final ConstructionOptions DIGITS32 = DIGITS.withArithmetic(Arithmetic.BINARY32);

  @TestFactory
  Stream<DynamicContainer> cascadesKeepTheContract() {
    return Stream.of("parity", "mod-5", "tomita-3", "tomita-4", "dyck-1-4")
        .map(EmbeddedAtOnceTest::cascade)
        .flatMap(subject -> cells(subject).map(cell -> new AtOnceContract(cell).container()));
  }

  private static RegularSubject cascade(String name) {
    try {
      RegularSubject usual = RegularSubject.of((RegularEntry) Catalogue.find(name));
      return new RegularSubject(usual.problem().by(Recipe.CASCADE), usual.definition());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @TestFactory
  Stream<DynamicContainer> formulasKeepTheContract() {
    return FormulaConstructionTest.subjects()
        .flatMap(EmbeddedAtOnceTest::cells)
        .map(cell -> new AtOnceContract(cell).container());
  }

  private static Stream<Cell<List<String>>> cells(Subject<List<String>> subject) {
    Executor binary32 = new ReferenceExecutor(Arithmetic.BINARY32);
    return Stream.of(
        new Cell<>(subject, new IndexedExecutor(), FRACTIONS),
        new Cell<>(subject, new IndexedExecutor(), DIGITS),
        new Cell<>(subject, new Nd4jExecutor(Arithmetic.BINARY64), DIGITS),
        new Cell<>(subject, binary32, DIGITS32));
  }

  /** Certified for binary32, in one pass of the fast executor. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "tomita-7; CASCADE",
        "formula:('0' S '1') & H ('0' | '1'); THEOREM1",
        "formula:3#('1') > 2#('0'); THEOREM1"
      })
  void aWordOfAHundredThousandLettersIsAnsweredInOnePass(String name, Recipe recipe)
      throws Exception {
    @SuppressWarnings("unchecked")
    Problem<List<String>> problem =
        (Problem<List<String>>) WaysToBuild.built(Problems.find(name, Optional.empty(), 1), recipe);
    int n = 100_000;
    ConstructedDecoder<List<String>> decoder = problem.construction(DIGITS32).compile(Extent.of(n));
    Random random = new Random(SEED);
    for (int length : new int[] {n, n - 1}) {
      List<String> word = random.ints(length, 0, 2).mapToObj(String::valueOf).toList();
      int[] expected = problem.expected(word, 0).continuation();
      int answer =
          new Decoder(decoder.model(), new IndexedExecutor())
              .decode(decoder.prompt(word), 0)
              .outcome()
              .answer()
              .orElseThrow();
      assertThat(answer).as("seed %d, length %d", SEED, length).isEqualTo(expected[0]);
    }
  }

  /** A sum over blocks of blocks, where every block is full or all but empty. */
  @ParameterizedTest
  @CsvSource({"BINARY32, 1000", "TRUNCATED, 1000"})
  void sumsInBlocksHoldInBinary32(String arithmetic, int n) throws Exception {
    Arithmetic used =
        arithmetic.equals("BINARY32") ? Arithmetic.BINARY32 : Arithmetic.BINARY32.truncating();
    Problem<List<String>> problem = cascade("parity").problem();
    ConstructedDecoder<List<String>> decoder =
        problem.construction(DIGITS.withArithmetic(used)).compile(Extent.of(n));
    assertThat(decoder.model().layers()).as("several levels").hasSizeGreaterThan(4);
    for (int period : new int[] {1, 2, 8, 15, 16, 17, 256}) {
      String[] word = new String[n];
      Arrays.setAll(word, i -> i % period == period - 1 ? "1" : "0");
      List<String> input = List.of(word);
      int answer =
          new Decoder(decoder.model(), new ReferenceExecutor(used))
              .decode(decoder.prompt(input), 0)
              .outcome()
              .answer()
              .orElseThrow();
      assertThat(answer)
          .as("period %d", period)
          .isEqualTo(problem.expected(input, 0).continuation()[0]);
    }
  }
}
