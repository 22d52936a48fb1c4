package org.cotsim.languages.read.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(ab)*",
        "a|b",
        "a{3}",
        "a{2,}b",
        "(a|b){1,3}",
        "~(a*)",
        "~(~a)b",
        "(a|b)*&~((a|b)*bb(a|b)*)",
        "[a-c]+",
        "\"ab\"*",
        "()|a",
        "a?b+c*",
        "<1-12>",
        "<3-100>",
        "<01-12>",
        "\\(a\\)",
        "a#|b",
        "((a|b)(a|b))*&((a|b)(a|b)(a|b))*",
        "[a\\-]b",
        "[a-]b",
        "a{0}b",
        "~(a)&~(b)|ab",
      })
  void agreesWithBrics(String expression) throws InputException {
    assertAgrees(expression, Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "@a@", "[^a]*", "~(@aba@)", "a.b", "~.", "@&~a"})
  void agreesWithBricsOverAGivenAlphabet(String expression) throws InputException {
    assertAgrees(expression, Optional.of("a b c"));
  }

  private static void assertAgrees(String expression, Optional<String> alphabet)
      throws InputException {
    RegularLanguage language = RegexReader.read(expression, alphabet);
    Automaton brics = new RegExp(expression).toAutomaton();
    int longest = language.alphabet().size() <= 4 ? 6 : 3;
    for (int length = 0; length <= longest; length++) {
      for (List<String> word : Words.exhaustive(language.alphabet(), length)) {
        assertThat(new DfaOracle(language).accepts(word))
            .as("%s on %s", expression, word)
            .isEqualTo(brics.run(String.join("", word)));
      }
    }
  }

  @Test
  void randomExpressionsAgreeWithBrics() throws InputException {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      assertAgrees(random(random, 4), Optional.of("ab"));
    }
  }

  private static String random(Random random, int depth) {
    if (depth == 0) {
      return List.of("a", "b", ".", "()", "[^b]").get(random.nextInt(5));
    }
    String left = random(random, depth - 1);
    String right = random(random, random.nextInt(depth));
    return switch (random.nextInt(7)) {
      case 0 -> "(" + left + "|" + right + ")";
      case 1 -> "(" + left + "&" + right + ")";
      case 2 -> "~(" + left + ")";
      case 3 -> "(" + left + ")*";
      case 4 -> "(" + left + "){1,2}";
      default -> left + right;
    };
  }

  @Test
  void alphabetIsTheSymbolsThatOccurOrTheOneGiven() throws InputException {
    assertThat(RegexReader.read("b\\*a", Optional.empty()).alphabet())
        .containsExactly("*", "a", "b");
    assertThat(RegexReader.read("a*", Optional.of("b a c")).alphabet())
        .containsExactly("b", "a", "c");
    assertThat(RegexReader.read("()", Optional.of("01")).alphabet()).containsExactly("0", "1");
    RegularLanguage parity = RegexReader.read("(0*10*1)*0*", Optional.empty());
    assertThat(parity.name()).isEqualTo("regex:(0*10*1)*0*");
    assertThat(parity.size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "(ab~regex:(ab, column 4: expected ')' to end the '(' in column 1, found the end",
        "ab)~regex:ab), column 3: ')' without '('",
        "*a~regex:*a, column 1: expected a symbol or '(', found '*'",
        "a||b~regex:a||b, column 3: expected a symbol or '(', found '|'",
        "a{~regex:a{, column 3: expected a number, found the end",
        "a{2,1}~regex:a{2,1}, column 6: a repetition from 2 to 1",
        "a{999999}~regex:a{999999}, column 3: a number above 100000",
        "[ab~regex:[ab, column 4: expected ']' to end the '[' in column 1, found the end",
        "x[]~regex:x[], column 2: a class without symbols",
        "[b-a]~regex:[b-a], column 2: the range b-a is backwards",
        "\"a~regex:\"a, column 3: expected '\"' to end the '\"' in column 1, found the end",
        "a\\~regex:a\\, column 3: expected a symbol, found the end",
        "<1,2>~regex:<1,2>, column 3: expected a number interval such as <1-12>, found ','",
        "a b~regex:a b, column 2: white space cannot be a symbol, it parts the symbols of a word",
        "a.b~regex:a.b: '.', '@' and '[^...]' mean any symbol: name the symbols with --alphabet",
        "()~regex:(): no symbol occurs: name the symbols with --alphabet",
        "``~regex:, column 1: the expression is empty, the empty word is ()",
      })
  void malformedExpressions(String expression, String message) {
    assertThatThrownBy(() -> RegexReader.read(expression, Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '`',
      value = {
        "a\\d`2: '\\d' is not read: write [0-9]",
        "[\\w]`2: '\\w' is not read: write [A-Za-z0-9_]",
        "a\\s`2: '\\s' is not read: white space cannot be a symbol",
        "\\ba`1: '\\b' is not read: an expression matches whole words, leave it out",
        "(a)\\1`4: '\\1' is not read: what a group matched cannot be asked for",
        "\\q`1: '\\q' is not read: the symbol is written without a backslash",
        "^ab`1: '^' is not read: an expression matches whole words; the symbol is \\^",
        "ab$`3: '$' is not read: an expression matches whole words; the symbol is \\$",
        "a|^b`3: '^' is not read: an expression matches whole words; the symbol is \\^",
        "(a$)*`3: '$' is not read: an expression matches whole words; the symbol is \\$",
        "x(?:ab)`2: '(?:' is not read: write '(', which remembers nothing here",
        "(?=a)b`1: '(?=' is not read: write what stands at both places with '&' or '~'",
        "(?i)a`1: '(?' is not read: there are no options, and '(' needs an operand",
        "[[:alpha:]]`2: '[:' is not read: write the symbols, such as a-z",
      })
  void whatOnlyOtherToolsWrite(String expression, String message) {
    assertThatThrownBy(() -> RegexReader.read(expression, Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessage("regex:" + expression + ", column " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a+b~'+' repeats what stands before it; a union is |",
        "a|ε~'ε' is read as a symbol; the empty word is ()",
        "a|∅~'∅' is read as a symbol; no word is #",
        "a∪b~'∪' is read as a symbol; a union is |",
        "a·b~'·' is read as a symbol; parts that follow each other are written so",
        "a+?b~'+?' is read as one repetition of another",
        "a|#~'#' matches no word; the symbol is \\#",
        "a#~no word matches",
      })
  void whatMayHaveBeenMeantOtherwiseIsSaid(String expression, String note) throws InputException {
    assertThat(RegexReader.read(expression, Optional.empty()).notes()).contains(note);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+", "(a+|b+)&a+", "a+*", "\\^a\\$", "a$b^", "\"ε\"", "a*?", "[^$]"})
  void whatIsReadAsItIsNeedsNoNote(String expression) throws InputException {
    assertThat(RegexReader.read(expression, Optional.of("a b $ ^ ε")).notes())
        .noneMatch(note -> note.contains("read") || note.contains("repeats"));
  }

  @Test
  void aSymbolThatNobodySeesIsRefused() {
    for (String symbol : List.of("\u001b", "\ud800", "\u202e")) {
      assertThatThrownBy(() -> RegexReader.read("a" + symbol, Optional.empty()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(", column 2: '\\u")
          .hasMessageNotContaining(symbol);
      assertThatThrownBy(() -> RegexReader.read("a", Optional.of("a" + symbol)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("the alphabet given: ");
    }
  }

  /** Each would take minutes if it were compiled as it stands. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(~((a|b)*a(a|b){11})){1000}",
        "((a|b)*a(a|b){9}&(a|b)*b(a|b){9}){500}",
        "(a?b?c?d?){2000}",
        "((a|b|())*a(a|b|()){3000})*",
      })
  void whatCostsMuchEndsWithinSecondsOfAProcessor(String expression) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    try {
      RegexReader.read(expression, Optional.empty());
    } catch (InputException e) {
      assertThat(e.problems()).hasSize(1);
    }
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void symbolsOutsideTheAlphabetGivenAllAtOnce() {
    assertThatThrownBy(() -> RegexReader.read("xaay", Optional.of("a b")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "regex:xaay, column 1: 'x' is not in the alphabet given (a b)\n"
                + "regex:xaay, column 4: 'y' is not in the alphabet given (a b)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a|b)*a(a|b){60}",
        "~((a|b)*a(a|b){60})",
        "((a{1000}){1000}){1000}",
        "(a?b?){5000}",
      })
  void tooLargeEndsInASentence(String expression) {
    assertThatThrownBy(() -> RegexReader.read(expression, Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("\n");
  }

  @Test
  void deepOrLongExpressionsEndInASentence() {
    for (String part : List.of("(", "~", "[", "a*&")) {
      assertThatThrownBy(() -> RegexReader.read(part.repeat(3_000), Optional.empty()))
          .isInstanceOf(InputException.class);
    }
    assertThatThrownBy(() -> RegexReader.read("a" + "*".repeat(3_000), Optional.empty()))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> RegexReader.read("a".repeat(20_000), Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(", column 10001: longer than 10000 characters");
  }
}
