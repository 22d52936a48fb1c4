package org.cotsim.languages.read.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CraspReaderTest {

  private static Sentence read(String program) throws InputException {
    return CraspReader.read("p.crasp", program, Optional.empty());
  }

  @Test
  void namesStandForWhatTheyAre() throws InputException {
    Sentence dyck =
        read(
            """
            // one kind of brackets
            L := #(l)      // so far
            R := #(Q_r)

            V := L < R
            C := #(V)
            D := L = R & C <= 0
            """);
    assertThat(dyck.formula()).hasToString("(#(l) = #(r)) & (#(#(l) < #(r)) <= 0)");
    assertThat(dyck.alphabet()).containsExactly("l", "r");
  }

  @Test
  void aNumberMayStandBeforeTheNameOfACount() throws InputException {
    assertThat(read("C := #('1')\nP := 2 C >= #(true)").formula())
        .hasToString("2#('1') >= #(true)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "P = a; 1:1; expected NAME := and a formula or count",
        "P :=; 1:5; expected a formula, found the end",
        "P := a\\nP := b; 2:1; 'P' is defined in line 1 already",
        "P := a & Foo; 1:10; 'Foo' is not defined above; a letter of this name is written",
        "P := Q_; 1:6; 'Q_' is not defined above",
        "P := a\\nQ := P <= 1; 2:6; a formula stands where a count is expected",
        "P := a\\nC := #(P); 2:1; the last line is the answer: expected a formula, found a count",
        "S := a; 1:1; 'S' is not free to be a name",
        "Q_a := a; 1:1; 'Q_a' is not free to be a name",
        "true := a; 1:1; 'true' is not free to be a name"
      })
  void everyMistakeHasItsPlace(String program, String place, String message) {
    assertThatThrownBy(() -> read(program.replace("\\n", "\n")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("p.crasp:" + place + ": " + message);
  }

  @Test
  void allLinesAreLookedAt() {
    assertThatThrownBy(() -> read("A := b &\nB := A | X\nC := )\nD := a"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            p.crasp:1:9: expected a formula, found the end
            p.crasp:2:6: 'A' is defined by line 1, which is wrong
            p.crasp:3:6: expected a formula, found ')'""");
  }

  @Test
  void aProgramThatGrowsWithoutNamesIsRefused() {
    StringBuilder doubling = new StringBuilder("P0 := a\n");
    StringBuilder deep = new StringBuilder("P0 := a\n");
    for (int i = 1; i < 1_000; i++) {
      doubling.append("P%d := P%d & P%d\n".formatted(i, i - 1, i - 1));
      deep.append("P%d := !P%d\n".formatted(i, i - 1));
    }
    assertThatThrownBy(() -> read(doubling.toString()))
        .hasMessageContaining("without names, the program has more than 10000 pieces");
    assertThatThrownBy(() -> read(deep.toString()))
        .hasMessageContaining("without names, operators are nested more than 500 deep");
    assertThatThrownBy(() -> read("// nothing\n")).hasMessage("p.crasp: no line defines anything");
  }
}
