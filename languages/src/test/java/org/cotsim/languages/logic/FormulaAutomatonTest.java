package org.cotsim.languages.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.automaton.algebra.LanguageAlgebra;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.cotsim.languages.oracle.FormulaInterpreter;
import org.cotsim.languages.read.logic.FormulaReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaAutomatonTest {

  private static final long SEED = 20_261_127;
  private static final int FORMULAS = Integer.getInteger("cotsim.formulas", 200);

  @Test
  void randomFormulasMeanWhatTheInterpreterSays() throws InputException {
    Random random = new Random(SEED);
    RandomFormula formulas = new RandomFormula(random, List.of("a", "b"), false);
    int large = 0;
    for (int i = 0; i < FORMULAS; i++) {
      Formula formula = formulas.next(4);
      RegularLanguage language =
          FormulaAutomaton.of("random", formula, Alphabets.fromArray("a", "b"));
      DfaOracle automaton = new DfaOracle(language);
      FormulaInterpreter meaning = new FormulaInterpreter(formula);
      large += language.size() > 3 ? 1 : 0;
      for (int n = 0; n <= 6; n++) {
        for (List<String> word : Words.exhaustive(language.alphabet(), n)) {
          assertThat(automaton.accepts(word))
              .as("seed %d, formula %d: %s on %s", SEED, i, formula, word)
              .isEqualTo(meaning.accepts(word));
        }
      }
    }
    assertThat(large).as("formulas with more than three states").isGreaterThan(FORMULAS / 10);
  }

  @Test
  void whatAFormulaWithoutCountingSaysIsStarFree() throws InputException {
    Random random = new Random(SEED);
    RandomFormula formulas = new RandomFormula(random, List.of("a", "b"), false);
    for (int i = 0; i < 50; i++) {
      Formula formula = formulas.next(3);
      RegularLanguage language =
          FormulaAutomaton.of("random", formula, Alphabets.fromArray("a", "b"));
      LanguageAlgebra algebra = LanguageAlgebra.of(language.dfa());
      assertThat(algebra.complete()).isTrue();
      assertThat(algebra.groups()).as("seed %d, formula %d: %s", SEED, i, formula).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "O ('1' & Y '1'); 3",
        "H ((a -> !Y a) & (b -> Y a)) & !a; 3",
        "a S c; 2",
        "true; 1",
        "Y Y Y a; 16",
        "H a; 2",
        "WY a; 4"
      })
  void minimalAutomataHaveTheStatesThatTheyMust(String text, int states) throws InputException {
    var sentence =
        FormulaReader.read(text, text.contains("1") ? Optional.of("01") : Optional.of("abc"));
    assertThat(FormulaAutomaton.of(text, sentence.formula(), sentence.alphabet()).size())
        .isEqualTo(states);
  }

  @Test
  void aCountIsRefused() throws InputException {
    Formula formula = FormulaReader.read("#(a) > #(b)", Optional.empty()).formula();
    assertThatThrownBy(() -> FormulaAutomaton.of("x", formula, Alphabets.fromArray("a", "b")))
        .hasMessage("a count is not regular");
  }

  @Test
  void anAutomatonThatFillsTheMemoryIsRefused() throws InputException {
    Formula formula = FormulaReader.read("Y ".repeat(18) + "a", Optional.of("ab")).formula();
    assertThatThrownBy(() -> FormulaAutomaton.of("x", formula, Alphabets.fromArray("a", "b")))
        .isInstanceOf(InputException.class)
        .hasMessage("x: its automaton was stopped after 100000 states");
  }
}
