package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.logic.FormulaProblem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.model.Mask;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaConstructionTest {

  private static long count(String word, char letter) {
    return word.chars().filter(c -> c == letter).count();
  }

  private static boolean isDyck(String word) {
    int depth = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      depth += c == 'l' ? 1 : -1;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  static Stream<FormulaSubject> subjects() {
    return Stream.of(
        FormulaSubject.of("#('1') > #('0')", "01", w -> 2 * count(w, '1') > w.length()),
        FormulaSubject.of("#(l) = #(r) & H #(l) >= #(r)", "lr", FormulaConstructionTest::isDyck),
        FormulaSubject.of("#('1') % 2 = 1", "01", w -> count(w, '1') % 2 == 1),
        FormulaSubject.of(
            "!(#(a) + 2#(b) % 3 = 0)", "ab", w -> (count(w, 'a') + 2 * count(w, 'b')) % 3 != 0),
        FormulaSubject.of("O ('1' & Y '1')", "01", w -> w.contains("11")),
        FormulaSubject.of("a S (b & Y a)", "ab", w -> w.matches("(a|b)*aba*")),
        FormulaSubject.of("H !b", "ab", w -> !w.contains("b")),
        FormulaSubject.of("a", "ab", w -> w.endsWith("a")),
        FormulaSubject.of("true", "ab", w -> true));
  }

  @TestFactory
  Stream<DynamicContainer> everyFormulaKeepsTheContract() {
    return FormulaSubject.matrix(subjects());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "#('1') > #('0'); 2",
        "#(l) = #(r) & H #(l) >= #(r); 3",
        "#(a) = #(b) & #(b) = #(c) & H (b -> !O c) & H (a -> !O (b | c)); 3",
        "#('1') % 2 = 1; 3",
        "O O O a; 4",
        "Y Y a; 4",
        "a; 2"
      })
  void layersAreAtMostOperatorDepthAndTwo(String text, int layers) throws Exception {
    FormulaProblem problem = (FormulaProblem) Problems.find("formula:" + text, Optional.empty(), 1);
    ConstructedDecoder<List<String>> decoder =
        problem.construction(ConstructionOptions.defaults()).compile(Extent.of(8));
    assertThat(decoder.model().layers()).hasSize(layers);
    assertThat(layers).isLessThanOrEqualTo(problem.formula().operatorDepth() + 2);
  }

  /** Twelve pairs have 2^12 cases and more: their operands get tables of their own. */
  @Test
  void aBooleanCombinationOfManyCasesHasOneLayerMore() throws Exception {
    String text =
        String.join(
            " & ",
            IntStream.range(0, 14)
                .mapToObj(i -> "(O(a & " + "Y ".repeat(i) + "b) <-> Y b)")
                .toList());
    String xor =
        String.join(" <-> ", IntStream.range(0, 14).mapToObj(i -> "#(a) > " + i + "#(b)").toList());
    for (String one : List.of(text, xor)) {
      FormulaProblem problem =
          (FormulaProblem) Problems.find("formula:" + one, Optional.empty(), 1);
      ConstructedDecoder<List<String>> decoder =
          problem.construction(ConstructionOptions.defaults()).compile(Extent.of(10));
      for (int n : new int[] {0, 1, 5, 10}) {
        problem
            .exhaustive(n)
            .forEachRemaining(
                word -> {
                  if (n < 10 || word.hashCode() % 50 == 0) {
                    assertThat(answer(decoder, word))
                        .as("%s on %s", one, word)
                        .isEqualTo(problem.expected(word).answer().orElseThrow());
                  }
                });
      }
    }
  }

  private static int answer(ConstructedDecoder<List<String>> decoder, List<String> word) {
    Outcome outcome =
        new Decoder(decoder.model(), new IndexedExecutor())
            .decode(new int[][] {decoder.prompt(word)}, new long[][] {{0}})
            .get(0)
            .outcomes()
            .get(0);
    return ((Outcome.Answered) outcome).token();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "#('1') > #('0')",
        "#('1') % 2 = 0 | ('0' S '1') & H ('0' | '1')",
        "2*#(#('1') > #('0')) > #(true)"
      })
  void aWordOfAHundredThousandLettersIsAnsweredInOnePass(String text) throws Exception {
    FormulaProblem problem = (FormulaProblem) Problems.find("formula:" + text, Optional.empty(), 1);
    int n = 100_000;
    ConstructedDecoder<List<String>> decoder =
        problem.construction(ConstructionOptions.defaults()).compile(Extent.of(n));
    List<String> word = IntStream.range(0, n).mapToObj(i -> i % 2 == 0 ? "1" : "0").toList();
    assertThat(answer(decoder, word)).isEqualTo(problem.expected(word).answer().orElseThrow());
  }

  @Test
  void whatItDoesNotHaveIsRefused() throws InputException {
    FormulaProblem problem = (FormulaProblem) Problems.find("formula:a", Optional.of("ab"), 1);
    ConstructionOptions options = ConstructionOptions.defaults();
    refuses(problem, options.withMask(Mask.STRICT), "the mask cannot be chosen");
    refuses(problem, options.withHash(Hash.PLAIN), "--hash plain does not apply");
    refuses(problem, options.withHash(Hash.DIGITS), "the hash digits needs embedded positions");
    refuses(problem, options.withNorms(Norms.STANDARD), "standard pre-norm");
    refuses(problem, options.withSoftmax(100), "softmax attention is certified for regular");
  }

  private static void refuses(FormulaProblem problem, ConstructionOptions options, String why) {
    assertThatThrownBy(() -> problem.construction(options))
        .isInstanceOf(ExperimentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aRemainderOfTooManyDifferentCountsIsRefused() {
    String sum =
        String.join(
            " + ",
            IntStream.range(0, 14).mapToObj(i -> "#(O (a & " + "Y ".repeat(i) + "b))").toList());
    assertThatThrownBy(() -> Problems.find("formula:" + sum + " % 2 = 0", Optional.empty(), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("depends on more than 4096 cases of what holds there");
  }

  @Test
  void aCertificateNamesTheHeadThatIsTooCoarse() throws Exception {
    FormulaProblem problem =
        (FormulaProblem) Problems.find("formula:#(a) % 2 = 0", Optional.of("ab"), 1);
    assertThatThrownBy(
            () ->
                problem.construction(ConstructionOptions.defaults()).compile(Extent.of(10_000_000)))
        .isInstanceOf(NotCertifiedException.class)
        .hasMessageContaining("at the head \"#(a) % 2 = 0\" the gap");
  }
}
