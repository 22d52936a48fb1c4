package org.cotsim.languages.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.FormulaInterpreter;
import org.cotsim.languages.read.logic.FormulaReader;
import org.cotsim.languages.read.logic.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Known languages, each beside a definition that is no formula. */
class FormulaInterpreterTest {

  private static Arguments language(String text, String alphabet, Predicate<String> definition) {
    return Arguments.of(text, alphabet, definition);
  }

  static Stream<Arguments> languages() {
    return Stream.of(
        language("#('1') > #('0')", "01", w -> count(w, '1') > count(w, '0')),
        language("#(l) = #(r) & H #(l) >= #(r)", "lr", FormulaInterpreterTest::isDyck),
        language(
            "#(a) = #(b) & #(b) = #(c) & H (b -> !O c) & H (a -> !O (b | c))",
            "abc",
            w ->
                w.matches("a*b*c*")
                    && 3 * count(w, 'a') == w.length()
                    && 3 * count(w, 'c') == w.length()),
        language("#('1') % 2 = 1", "01", w -> count(w, '1') % 2 == 1),
        language("#(a) + 2 #(b) % 3 != 0", "ab", w -> (count(w, 'a') + 2 * count(w, 'b')) % 3 != 0),
        language(
            "#(a) - #(b) % 5 = 3", "ab", w -> (5_000 + count(w, 'a') - count(w, 'b')) % 5 == 3),
        language("O ('1' & Y '1')", "01", w -> w.contains("11")),
        language("a S c", "abc", w -> w.matches(".*ca*")),
        language("WY b", "ab", w -> w.length() < 2 || w.charAt(w.length() - 2) == 'b'),
        language(
            "2#(#('1') > #('0')) > #(true)", "01", FormulaInterpreterTest::majorityOfMajorities),
        language("1 <= 0 | a", "ab", w -> w.endsWith("a")),
        language("true", "ab", w -> true),
        language("H a", "ab", w -> !w.contains("b")),
        language("-(#(a) - 1) = -2*#(b)", "ab", w -> count(w, 'a') - 1 == 2 * count(w, 'b')));
  }

  private static long count(String word, char letter) {
    return word.chars().filter(c -> c == letter).count();
  }

  private static boolean isDyck(String word) {
    String rest = word;
    while (rest.contains("lr")) {
      rest = rest.replace("lr", "");
    }
    return rest.isEmpty();
  }

  private static boolean majorityOfMajorities(String word) {
    long prefixes = 0;
    for (int i = 1; i <= word.length(); i++) {
      String prefix = word.substring(0, i);
      prefixes += count(prefix, '1') > count(prefix, '0') ? 1 : 0;
    }
    return 2 * prefixes > word.length();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void isTheLanguageThatItShouldBe(String text, String alphabet, Predicate<String> definition)
      throws InputException {
    Sentence sentence = FormulaReader.read(text, Optional.of(alphabet));
    FormulaInterpreter meaning = new FormulaInterpreter(sentence.formula());
    FormulaInterpreter again =
        new FormulaInterpreter(
            FormulaReader.read(sentence.formula().toString(), Optional.of(alphabet)).formula());
    for (int n = 0; n <= (alphabet.length() == 2 ? 9 : 7); n++) {
      for (List<String> word : Words.exhaustive(sentence.alphabet(), n)) {
        boolean expected = definition.test(String.join("", word));
        assertThat(meaning.accepts(word)).as("%s", word).isEqualTo(expected);
        assertThat(again.accepts(word)).as("%s, written and read", word).isEqualTo(expected);
      }
    }
  }
}
