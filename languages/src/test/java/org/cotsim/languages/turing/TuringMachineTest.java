package org.cotsim.languages.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuringMachineTest {

  @Test
  void rulesBecomeATable() {
    TuringMachine machine =
        TuringMachine.builder("two")
            .tapes(2)
            .input(List.of("a", "b"))
            .start("q0")
            .accept("yes")
            .rule("q0 a,_ -> q1 a,x R,S")
            .rule("q0 *,_ -> yes S,L")
            .rule("q1 *,x -> q0 b,* L,S")
            .build();
    assertThat(machine.states()).containsExactly("q0", "q1", "yes");
    assertThat(machine.symbols()).containsExactly("_", "a", "b", "x");
    assertThat(machine.inputAlphabet()).containsExactly("a", "b");
    assertThat(machine.describe(machine.actionAt(0, 1, 0))).isEqualTo("q1 a,x R,S");
    assertThat(machine.describe(machine.actionAt(0, 2, 0))).isEqualTo("yes b,_ S,L");
    assertThat(machine.describe(machine.actionAt(1, 3, 3))).isEqualTo("q0 b,x L,S");
    assertThat(machine.actionAt(2, 0, 0)).isEqualTo(-1);
    assertThat(machine.isHalting(2)).isTrue();
    assertThat(machine.isHalting(0)).isFalse();
    assertThat(machine.verdict(2)).isEqualTo(Verdict.ACCEPTED);
    assertThat(machine.verdict(0)).isEqualTo(Verdict.REJECTED);
    assertThat(machine.transitionCount()).isEqualTo(8);
    assertThat(machine.actions()).hasSize(5).doesNotHaveDuplicates();
    assertThat(machine).hasToString("two (3 states, 4 symbols, 2 tapes)");
  }

  @Test
  void variablesRepeatARule() {
    TuringMachine machine =
        TuringMachine.parse(
            "variables",
            """
            # a comment
            input: a b
            start: go
            let x = a b

            go {x} -> saw-{x} R
            """);
    assertThat(machine.states()).containsExactly("go", "saw-a", "saw-b");
  }

  @Test
  void symbolsMayHoldAnyCharacters() {
    TuringMachine machine =
        TuringMachine.builder("odd")
            .blank(" ")
            .start("s")
            .on("s", List.of(" "), "s", List.of("a,*"), List.of(Move.STAY))
            .build();
    assertThat(machine.symbols()).containsExactly(" ", "a,*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "q a -> q R                          # no start state",
        "start: q; q a q R                   # line 2: expected a rule or 'NAME: VALUE', not 'q a q R'",
        "start: q; q a -> q X                # rule 'q a -> q X': expected a move L, S or R, not 'X'",
        "start: q; q -> q R                  # rule 'q -> q R': expected 'STATE READS' before '->'",
        "start: q; q a -> q                  # rule 'q a -> q': expected 'STATE [WRITES] MOVES' after '->'",
        "start: q; q a -> q -> q R           # rule 'q a -> q -> q R': expected one '->'",
        "start: q; q a,b -> q R              # rule 'q a,b -> q R': expected 1 symbols read, not 2",
        "start: q; q a -> q a,b R            # rule 'q a -> q a,b R': expected 1 symbols written, not 2",
        "start: q; q a -> q R,L              # rule 'q a -> q R,L': expected 1 moves, not 2",
        "start: q; q * -> q R; q a -> q L    # rule 'q a -> q L' never holds, earlier rules cover it",
        "start: q; accept: q; q a -> q L     # rule 'q a -> q L' leaves a halting state",
        "start: q; accept: y; reject: y      # state 'y' both accepts and rejects",
        "start: q; input: a _                # the blank '_' is no input symbol",
        "start: q; input: a a                # input symbol 'a' is given twice",
        "start: q; output: 1                 # no tape 1 for the output",
        "start: q; output: 0; read-only: in  # the read-only input tape cannot hold the output",
        "start: q; read-only: in; q a -> q b R # rule 'q a -> q b R' writes on the read-only input tape",
        "start: q; tapes: x                  # line 2: expected a number, not 'x'",
        "start: q; tapes: 0                  # a machine needs a tape, not 0",
        "start: q; q a -> q R; tapes: 2      # the number of tapes comes before the rules",
        "start: q; colour: red               # line 2: unknown line 'colour:'",
        "start: q; let x                     # line 2: expected 'let NAME = VALUES', not 'let x'",
        "start: q; tapes: 9; symbols: a b c d e f # 1 states and 7 symbols on 9 tapes make a table of over 4194304 cells",
      })
  void mistakesAreNamed(String text, String message) {
    assertThatThrownBy(() -> TuringMachine.parse("m", text.replace("; ", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("machine m is not well defined:\n  " + message);
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    assertThatThrownBy(() -> TuringMachine.parse("m", "input: _\nq a -> q Z\noutput: 2"))
        .hasMessage(
            """
            machine m is not well defined:
              rule 'q a -> q Z': expected a move L, S or R, not 'Z'
              no start state
              no tape 2 for the output
              the blank '_' is no input symbol""");
  }

  @Test
  void actionsNeedOneSymbolAndMovePerTape() {
    assertThatThrownBy(() -> new Action(0, List.of(1), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("one symbol and one move per tape");
  }
}
