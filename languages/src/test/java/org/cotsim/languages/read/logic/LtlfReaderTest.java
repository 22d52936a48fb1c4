package org.cotsim.languages.read.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** LTLf beside its own definition, in which nothing is mirrored. */
class LtlfReaderTest {

  private static final long SEED = 20_261_128;
  private static final int FORMULAS = Integer.getInteger("cotsim.formulas", 150);

  /** A formula as text, and as its truth at a position of a word that is not empty. */
  private record Future(String text, Meaning meaning) {}

  private interface Meaning {
    boolean at(List<String> word, int i);
  }

  private static Future random(Random random, int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      String letter = random.nextBoolean() ? "a" : "b";
      return new Future(letter, (w, i) -> w.get(i).equals(letter));
    }
    Future f = random(random, depth - 1);
    Future g = random(random, depth - 1);
    Meaning m = f.meaning;
    Meaning n = g.meaning;
    return switch (random.nextInt(12)) {
      case 0 -> new Future("!" + f.text, (w, i) -> !m.at(w, i));
      case 1 -> both(f, "&", g, (w, i) -> m.at(w, i) && n.at(w, i));
      case 2 -> both(f, "|", g, (w, i) -> m.at(w, i) || n.at(w, i));
      case 3 -> both(f, "->", g, (w, i) -> !m.at(w, i) || n.at(w, i));
      case 4 -> one("X", f, (w, i) -> i + 1 < w.size() && m.at(w, i + 1));
      case 5 -> one("WX", f, (w, i) -> i + 1 == w.size() || m.at(w, i + 1));
      case 6 -> one("F", f, (w, i) -> exists(w, i, m));
      case 7 -> one("G", f, (w, i) -> !exists(w, i, (v, j) -> !m.at(v, j)));
      case 8 -> both(f, "U", g, until(m, n));
      case 9 -> both(f, "W", g, (w, i) -> until(m, n).at(w, i) || all(w, i, m));
      case 10 ->
          both(f, "R", g, (w, i) -> !until((v, j) -> !m.at(v, j), (v, j) -> !n.at(v, j)).at(w, i));
      default -> both(f, "M", g, until(n, (w, i) -> m.at(w, i) && n.at(w, i)));
    };
  }

  private static Future one(String operator, Future f, Meaning meaning) {
    return new Future(operator + " " + f.text, meaning);
  }

  private static Future both(Future f, String operator, Future g, Meaning meaning) {
    return new Future("(" + f.text + " " + operator + " " + g.text + ")", meaning);
  }

  private static boolean exists(List<String> word, int from, Meaning meaning) {
    for (int j = from; j < word.size(); j++) {
      if (meaning.at(word, j)) {
        return true;
      }
    }
    return false;
  }

  private static boolean all(List<String> word, int from, Meaning meaning) {
    return !exists(word, from, (w, j) -> !meaning.at(w, j));
  }

  private static Meaning until(Meaning holds, Meaning ends) {
    return (word, i) -> {
      int j = i;
      while (j < word.size() && !ends.at(word, j)) {
        if (!holds.at(word, j)) {
          return false;
        }
        j++;
      }
      return j < word.size();
    };
  }

  @Test
  void randomFormulasMeanWhatTheDefinitionSays() throws InputException {
    Random random = new Random(SEED);
    int large = 0;
    for (int i = 0; i < FORMULAS; i++) {
      Future future = random(random, 4);
      RegularLanguage language = LtlfReader.read(future.text, Optional.of("ab"));
      large += language.size() > 3 ? 1 : 0;
      DfaOracle oracle = new DfaOracle(language);
      for (int n = 1; n <= 7; n++) {
        for (List<String> word : Words.exhaustive(language.alphabet(), n)) {
          assertThat(oracle.accepts(word))
              .as("seed %d, formula %d: %s on %s", SEED, i, future.text, word)
              .isEqualTo(future.meaning.at(word, 0));
        }
      }
    }
    assertThat(large).as("formulas with more than three states").isGreaterThan(FORMULAS / 10);
  }

  @ParameterizedTest
  @CsvSource({
    "G(a -> X b), true, 3",
    "F a, false, 2",
    "WX a, true, 4",
    "last, true, 3",
    "a U b, false, 2",
    "false, false, 1"
  })
  void theEmptyWordAndTheStates(String text, boolean empty, int states) throws InputException {
    RegularLanguage language = LtlfReader.read(text, Optional.of("ab"));
    assertThat(new DfaOracle(language).accepts(List.of())).isEqualTo(empty);
    assertThat(language.size()).isEqualTo(states);
    assertThat(language.name()).isEqualTo("ltlf:" + text);
  }

  @Test
  void theStrongNextOfSpotIsRead() throws InputException {
    assertThat(
            LtlfReader.read("X[!] a", Optional.of("ab"))
                .sameWords(LtlfReader.read("X a", Optional.of("ab"))))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Y a; 1; 'Y' looks back, and LTLf looks ahead: formula: has it; a letter of this name",
        "#(a) > 1; 1; found '#': LTLf does not count; formula: does, and looks back",
        "a U b R c; 7; R after U: parentheses must say which comes first",
        "G[!] a; 1; '[!]' belongs to X",
        "a > 1; 3; found '>': LTLf does not count"
      })
  void everyMistakeHasItsColumn(String text, int column, String message) {
    assertThatThrownBy(() -> LtlfReader.read(text, Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("ltlf:" + text + ", column " + column + ": " + message);
  }
}
