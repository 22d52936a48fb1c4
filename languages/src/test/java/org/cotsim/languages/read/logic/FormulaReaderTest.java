package org.cotsim.languages.read.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a; a",
        "'1'; '1'",
        "\"it's\"; \"it's\"",
        "!a&b; !a & b",
        "a | b & c; a | (b & c)",
        "a -> b -> c; a -> (b -> c)",
        "a <-> b <-> c; (a <-> b) <-> c",
        "~a && b || c => d <=> e; (((!a & b) | c) -> d) <-> e",
        "¬a ∧ b ∨ c → d ↔ e; (((!a & b) | c) -> d) <-> e",
        "Y O H a; Y O H a",
        "!a S b & c; (!a S b) & c",
        "H #(l) >= #(r); H (#(l) >= #(r))",
        "! #(a) = 2; !(#(a) = 2)",
        "2#(a)+3*#(b)-1<=#(c); 2#(a) + 3#(b) - 1 <= #(c)",
        "#(a) ≤ 3; #(a) <= 3",
        "#(a)+#(a) == 0; 2#(a) = 0",
        "(#(a) - #(b)) % 3 = 2; #(a) - #(b) % 3 = 2",
        "#(a & Y b) != 2(#(b) - 1); #(a & Y b) != 2#(b) - 2",
        "WY a; !Y !a",
        "((a)); a",
        "#(a | true) > -3; #(a | true) > -3"
      })
  void readsWhatItWritesAndWhatIsUsual(String text, String written) throws InputException {
    Sentence sentence = FormulaReader.read(text, Optional.empty());
    assertThat(sentence.formula()).hasToString(written);
    assertThat(FormulaReader.read(written, Optional.empty()).formula())
        .isEqualTo(sentence.formula());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a b; 3; expected an operator or the end, found 'b'",
        "a &; 4; expected a formula, found the end",
        "(a | b; 7; expected ')' for the '(' in column 1, found the end",
        "a); 2; expected an operator or the end, found ')'",
        "#(a; 4; expected ')' for the '#(' in column 1, found the end",
        "#a > 1; 2; expected '(' after '#', found 'a'",
        "#(a); 1; a count stands where a formula is expected; compare it with another",
        "#(#(a)) > 1; 3; a count stands where a formula is expected; compare it with another",
        "a > 1; 1; a formula stands where a count is expected; '#(...)' counts it",
        "a = b; 3; '=' compares counts; formulas are equal by '<->'",
        "#(a) + b > 1; 8; a formula stands where a count is expected; '#(...)' counts it",
        "1 < #(a) < 3; 10; a second comparison: two of them are joined by '&'",
        "a S b S c; 7; S after S: parentheses must say which comes first",
        "S a; 1; 'S' stands between two formulas",
        "1; 1; a count stands where a formula is expected; compare it with another",
        "1a > 2; 1; found '1a': a letter that begins like a number is quoted, '1a' in quotes",
        "'a; 1; this quote is not closed",
        "''; 1; a letter is not empty and has no blank in it: ''",
        "a & $; 5; found '$': a letter that is neither a name nor a number is quoted",
        "#(a) % 1 = 0; 8; a modulus is from 2 to 1000, not 1",
        "#(a) % x = 0; 8; expected a modulus, found 'x'",
        "#(a) % 3 = 3; 12; a remainder modulo 3 is from 0 to 2, not 3",
        "#(a) % 3 = -1; 12; expected a remainder modulo 3, found '-'",
        "#(a) % 3 > 1; 10; expected '=' and a remainder, found '>'",
        "1000001 > #(a); 1; a number above 1000000",
        "1000000*1000000*#(a) > 1; 9; expected a formula, found '1000000'",
        "F a; 1; 'F' looks ahead, and here only the past counts: ltlf: has it; a letter",
        "a U b; 3; expected an operator or the end, found 'U'",
        "O[!] a; 1; '[!]' belongs to X",
        "` `; 1; the formula is empty",
        "a ? b : c; 3; expected an operator or the end, found '?'",
        "a := b; 3; expected an operator or the end, found ':='"
      })
  void everyMistakeHasItsColumn(String text, int column, String message) {
    assertThatThrownBy(() -> FormulaReader.read(text, Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("formula:" + text + ", column " + column + ": " + message);
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    refuses("a | ".repeat(3_000) + "a", "column 10001: longer than 10000 characters");
    refuses("(".repeat(300) + "a" + ")".repeat(300), "nested more than 200 deep");
    refuses("!".repeat(300) + "a", "nested more than 200 deep");
    refuses("a -> ".repeat(300) + "a", "more than 200 operators in a row");
    refuses("a <-> ".repeat(300) + "a", "more than 200 operators in a row");
    refuses("2*(".repeat(300) + "#(a)" + ")".repeat(300) + " > 1", "nested more than 200 deep");
    refuses("1000000*(1000000*#(a)) > 1", "column 1: a weight above 1000000000");
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> FormulaReader.read(text, Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ba", "b  a b"})
  void anAlphabetKeepsItsOrder(String alphabet) throws InputException {
    Sentence sentence = FormulaReader.read("O a", Optional.of(alphabet));
    assertThat(sentence.alphabet())
        .containsExactlyInAnyOrder("a", "b")
        .startsWith(alphabet.substring(0, 1));
  }

  @Test
  void anAlphabetMustHaveEveryLetter() throws InputException {
    assertThatThrownBy(() -> FormulaReader.read("O a & go", Optional.of("stop a")))
        .hasMessage("formula:O a & go, column 7: 'go' is not in the alphabet given (stop a)");
    assertThatThrownBy(() -> FormulaReader.read("#(true) % 2 = 0", Optional.empty()))
        .hasMessage("formula:#(true) % 2 = 0: no letter occurs: name the letters with --alphabet");
    assertThatThrownBy(() -> FormulaReader.read("true", Optional.of(" ")))
        .hasMessage("formula:true: the alphabet given has no letter");
    assertThat(FormulaReader.read("O go", Optional.of("go stop")).alphabet())
        .containsExactly("go", "stop");
  }
}
