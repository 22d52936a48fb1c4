package org.cotsim.languages.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.Automata;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.automaton.RegexReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {

  /** Holds the words against every automaton of the size they promise to tell apart. */
  @ParameterizedTest
  @CsvSource({
    "(a|b)*,2",
    "(a*ba*b)*a*,1",
    "(a|b)*&~((a|b)*),2",
    "a(a|b)*,0",
    "(aaa)*,0",
    "(ab)*,0"
  })
  void everyOtherSmallAutomatonIsToldApart(String expression, int extra) throws InputException {
    RegularLanguage language = RegexReader.read(expression, java.util.Optional.of("ab"));
    int states = language.size() + extra;
    Set<List<String>> words = new HashSet<>();
    new Conformance(language, extra).words().forEachRemaining(words::add);
    long tables = Math.round(Math.pow(states, 2 * states)) << states;
    int different = 0;
    for (long code = 0; code < tables; code++) {
      CompactDFA<String> other = decode(language, states, code);
      boolean same = words.stream().allMatch(w -> other.accepts(w) == language.dfa().accepts(w));
      boolean equal = Automata.testEquivalence(language.dfa(), other, language.alphabet());
      assertThat(same).as("%s against automaton %d", expression, code).isEqualTo(equal);
      different += equal ? 0 : 1;
    }
    assertThat(different).isPositive();
  }

  private static CompactDFA<String> decode(RegularLanguage language, int states, long code) {
    CompactDFA<String> dfa = new CompactDFA<>(language.alphabet(), states);
    long rest = code;
    for (int q = 0; q < states; q++) {
      dfa.addIntState(rest % 2 == 1);
      rest /= 2;
    }
    dfa.setInitialState(0);
    for (int q = 0; q < states; q++) {
      for (int a = 0; a < 2; a++) {
        dfa.setTransition(q, a, (int) (rest % states));
        rest /= states;
      }
    }
    return dfa;
  }

  @Test
  void estimateIsAnUpperBound() throws InputException {
    for (String name : List.of("parity", "tomita-7", "dyck-2-3", "word-s5", "even-pairs")) {
      RegularLanguage language = ((RegularEntry) Catalogue.find(name)).language();
      for (int extra = 0; extra <= 2; extra++) {
        Conformance conformance = new Conformance(language, extra);
        long count = 0;
        for (Iterator<List<String>> words = conformance.words(); words.hasNext(); words.next()) {
          count++;
        }
        assertThat(conformance.atMost()).isGreaterThanOrEqualTo(BigInteger.valueOf(count));
      }
    }
  }

  @Test
  void extraStatesAreNotNegative() throws InputException {
    RegularLanguage language = ((RegularEntry) Catalogue.find("parity")).language();
    assertThatThrownBy(() -> new Conformance(language, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
