package org.cotsim.languages.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Alphabet<String> BITS = alphabet("0", "1");
  private static final Alphabet<String> MOVES = alphabet("stay", "go", "x");

  private static Alphabet<String> alphabet(String... symbols) {
    return Alphabets.fromCollection(List.of(symbols));
  }

  @Test
  void splitsAtSpacesOrIntoCharactersOrNotAtAll() throws InputException {
    assertThat(Words.parse("0110", BITS)).containsExactly("0", "1", "1", "0");
    assertThat(Words.parse("0 1  1 ", BITS)).containsExactly("0", "1", "1");
    assertThat(Words.parse("stay go x", MOVES)).containsExactly("stay", "go", "x");
    assertThat(Words.parse("stay", MOVES)).containsExactly("stay");
    assertThat(Words.parse("", BITS)).isEmpty();
    assertThat(Words.parse("", MOVES)).isEmpty();
    assertThat(Words.parse(" ", MOVES)).isEmpty();
    assertThat(Words.parse("😀a", alphabet("😀", "a"))).containsExactly("😀", "a");
  }

  @Test
  void unknownSymbolsAreNamedWithTheirColumns() {
    assertThatThrownBy(() -> Words.parse("01a1baab", BITS))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "word, column 3: unknown symbol 'a', expected one of '0', '1'\n"
                + "word, column 5: unknown symbol 'b', expected one of '0', '1'");
    assertThatThrownBy(() -> Words.parse("stay  run", MOVES))
        .hasMessage("word, column 7: unknown symbol 'run', expected one of 'stay', 'go', 'x'");
    assertThatThrownBy(() -> Words.parse("xstaygo x", MOVES))
        .hasMessage(
            "word, column 1: unknown symbol 'xstaygo', expected one of 'stay', 'go', 'x'; with"
                + " spaces between the symbols: 'x stay go'");
    assertThatThrownBy(() -> Words.parse("staygone", MOVES))
        .hasMessage("word, column 1: unknown symbol 'staygone', expected one of 'stay', 'go', 'x'");
    assertThatThrownBy(() -> Words.parse("abba", BITS))
        .hasMessage(
            "word, column 1: unknown symbol 'a', expected one of '0', '1'\n"
                + "word, column 2: unknown symbol 'b', expected one of '0', '1'");
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      many.add("s" + i);
    }
    assertThatThrownBy(() -> Words.parse("t", Alphabets.fromCollection(many)))
        .hasMessageEndingWith("'s11' and 3 more");
  }

  @Test
  void formatIsReadBack() throws InputException {
    for (List<String> word : List.of(List.<String>of(), List.of("go"), List.of("go", "x"))) {
      assertThat(Words.parse(Words.format(word), MOVES)).isEqualTo(word);
    }
    assertThat(Words.format(List.of("0", "1"))).isEqualTo("01");
    List<String> short2 = List.of("x", "x");
    assertThat(Words.parse(Words.format(short2, MOVES), MOVES)).isEqualTo(short2);
  }

  @Test
  void exhaustiveIsLexicographicAndComplete() {
    List<String> words = new ArrayList<>();
    Words.exhaustive(BITS, 2).forEach(word -> words.add(Words.format(word)));
    assertThat(words).containsExactly("00", "01", "10", "11");
    assertThat(Words.exhaustive(BITS, 0)).containsExactly(List.of());
    assertThat(Words.exhaustive(MOVES, 4)).hasSize(81).doesNotHaveDuplicates();
    assertThat(Words.count(MOVES, 100)).isEqualTo(BigInteger.valueOf(3).pow(100));
    assertThatThrownBy(() -> Words.exhaustive(BITS, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
