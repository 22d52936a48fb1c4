package org.cotsim.languages.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.builder.AutomatonBuilders;
import org.cotsim.languages.oracle.DfaOracle;
import org.junit.jupiter.api.Test;

class RegularLanguageTest {

  private static final Alphabet<String> AB = Alphabets.fromCollection(List.of("a", "b"));

  /** (ab)*, partial, with a copy of the first state and a state that is never reached. */
  private static CompactDFA<String> abStar() {
    return AutomatonBuilders.newDFA(AB)
        .withInitial("p")
        .from("p")
        .on("a")
        .to("q")
        .from("q")
        .on("b")
        .to("r")
        .from("r")
        .on("a")
        .to("q")
        .from("never")
        .on("a")
        .to("p")
        .withAccepting("p", "r")
        .create();
  }

  @Test
  void completesMinimisesAndSaysSo() {
    RegularLanguage language = RegularLanguage.of("ab", abStar(), AB, List.of("by hand"));
    assertThat(language.size()).isEqualTo(3);
    assertThat(language.notes())
        .containsExactly("by hand", "completed with a sink state", "minimised from 5 states to 3");
    assertThat(language).hasToString("ab (3 states, 2 symbols)");
    assertThat(new DfaOracle(language).run(List.of("a", "b", "b", "a")))
        .containsExactly(0, 1, 0, 2, 2);
    assertThat(new DfaOracle(language).accepts(List.of("a", "b"))).isTrue();
  }

  @Test
  void numbersStatesBreadthFirst() {
    CompactDFA<String> dfa = new CompactDFA<>(AB);
    int last = dfa.addIntState(true);
    int middle = dfa.addIntState(false);
    int first = dfa.addIntInitialState(false);
    dfa.setTransition(first, 0, middle);
    dfa.setTransition(first, 1, first);
    dfa.setTransition(middle, 0, last);
    dfa.setTransition(middle, 1, middle);
    dfa.setTransition(last, 0, last);
    dfa.setTransition(last, 1, last);
    RegularLanguage language = RegularLanguage.of("aa", dfa, AB, List.of());
    assertThat(language.notes()).isEmpty();
    assertThat(new DfaOracle(language).run(List.of("b", "a", "a"))).containsExactly(0, 0, 1, 2);
  }

  @Test
  void emptyAndFullLanguages() {
    CompactDFA<String> dfa = new CompactDFA<>(AB);
    dfa.addIntInitialState(false);
    RegularLanguage empty = RegularLanguage.of("none", dfa, AB, List.of());
    assertThat(empty.size()).isEqualTo(1);
    assertThat(empty.notes())
        .containsExactly("completed with a sink state", "minimised from 2 states to 1");
    assertThat(new DfaOracle(empty).accepts(List.of())).isFalse();
  }

  @Test
  void refusesWhatIsNoAutomatonAndNoAlphabet() {
    assertThatThrownBy(() -> RegularLanguage.of("x", new CompactDFA<>(AB), AB, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the automaton has no initial state");
    Alphabet<String> bad = Alphabets.fromCollection(List.of("a b"));
    assertThatThrownBy(() -> RegularLanguage.of("x", new CompactDFA<>(bad), bad, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new DfaOracle(RegularLanguage.of("ab", abStar(), AB, List.of()))
                    .accepts(List.of("c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'c' is not in the alphabet");
  }
}
