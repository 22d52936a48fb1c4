package org.cotsim.languages.read.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.Point;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuringYamlReaderTest {

  /** Accepts words over 0, 1 with an even number of ones and turns them into dots. */
  private static final String PARITY =
      """
      # a comment
      input: '1001'
      blank: ' '
      start state: even
      synonyms:
        swallow: {write: ., R: even}
      table:
        even:
          0: {write: ., R}
          1: {write: ., R: odd}
          ' ': {N: accept}
        odd:
          [0, .]: {write: '.', R: odd}
          1: swallow
        accept:
      """;

  private static TuringMachine read(String text) throws InputException {
    return TuringYamlReader.read(new TextFile("m.yaml", text));
  }

  private static TuringRun run(String text, String word) throws InputException {
    TuringMachine machine = read(text);
    List<String> symbols = word.codePoints().mapToObj(Character::toString).toList();
    return TuringInterpreter.run(machine, symbols, 10_000);
  }

  @Test
  void shorthandListsAndSynonymsAreUnderstood() throws InputException {
    TuringRun run = run(PARITY, "1001");
    assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(run.configuration())
        .hasToString("step 5, state accept, tape 0 from cell 0: . . . . [ ]");
    TuringRun odd = run(PARITY, "100");
    assertThat(odd.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(odd.steps()).isEqualTo(3);
  }

  @Test
  void withoutAnAcceptStateHaltingAccepts() throws InputException {
    String text =
        "blank: 0\nstart state: a\ntable: {a: {0: {L: done}, 1: {L: reject}}, done: , reject: }";
    assertThat(run(text, "").verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(run(text, "1").verdict()).isEqualTo(Verdict.REJECTED);
  }

  @Test
  void theSitesExportHoldsTheTextInside() throws InputException {
    String export = "name: parity\nsource code: |\n" + PARITY.indent(2) + "positions: {}\n";
    assertThat(run(export, "11").verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(read(export).drawing()).isEmpty();
    String placed =
        "{even: {x: 100, y: -20.5, fixed: true}, odd: {x: 2, y: 3}, accept: {x: 9, y: 9}}";
    assertThat(read(export.replace("{}\n", placed + "\n")).drawing())
        .containsExactly(new Point(100, -20.5), new Point(2, 3), new Point(9, 9));
    assertThat(read(export.replace("{}\n", "{even: , odd: [1]}\n")).drawing()).isEmpty();
    assertThatThrownBy(() -> run(export.replace("N: accept", "N: agree"), "11"))
        .hasMessage("m.yaml:13:16: state 'agree' is not in the table");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'blank: 0\nstart state: a' # m.yaml: field 'table' is missing",
        "'[1, 2]' # m.yaml: expected a YAML mapping with 'blank', 'start state' and 'table'",
        "'blank: ab\nstart state: a\ntable: {a: }' # m.yaml:1:8: expected a symbol of one character, not 'ab'",
        "'blank:\nstart state: a\ntable: {a: }' # m.yaml:1:7: expected a symbol",
        "'blank: 0\nstart state: b\ntable: {a: }' # m.yaml:2:14: start state 'b' is not in the table",
        "'blank: 0\nstart state: a\ntable: 7' # m.yaml:3:8: expected a mapping|m.yaml:2:14: start state 'a' is not in the table",
        "'blank: 0\nstart state: a\ntable: {a: R}' # m.yaml:3:12: expected a mapping from symbols to instructions, or nothing",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    0: up' # m.yaml:5:8: 'up' is neither L, R, N nor a synonym",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    0:' # m.yaml:5:7: expected an instruction",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    01: R' # m.yaml:5:5: expected a symbol of one character, not '01'",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    0: {write: 1}' # m.yaml:5:8: the instruction has no move L, R or N",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    0: {L, R: a}' # m.yaml:5:8: an instruction has one move, not two",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    0: {L: b}' # m.yaml:5:12: state 'b' is not in the table",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    0: {L: a, to: b}' # m.yaml:5:8: expected 'write', L, R or N, not 'to'",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    0: {L: a, write: 12}' # m.yaml:5:22: expected a symbol of one character, not '12'",
        "'blank: 0\nstart state: a\ntable:\n  a:\n    [0,1]: R\n    1: L' # m.yaml:6:5: symbol '1' occurs twice in state 'a'",
        "'blank: 0\nstart state: a\ntable:\n  a:\n  a:' # m.yaml:5:3: 'a' is given twice",
        "'blank: 0\nstart state: a\ntable:\n  a:\n  [b]:' # m.yaml:5:3: expected a name",
        "'blank: 0\nstart state: a\ntable:\n  a:\n  accept: {0: R}' # m.yaml:5:11: state 'accept' halts, its body must be empty",
        "'blank: 0\nstart state: a\nsynonyms: {s: t, t: R}\ntable: {a: }' # m.yaml:3:15: 't' is neither L, R, N nor a synonym",
        "'blank: {' # m.yaml:1:9: not YAML: expected the node content, but found '<stream end>'",
        "'blank: \u0007' # m.yaml:1:8: YAML may not hold the character U+0007",
        "'blank: 0\ra: \u0007' # m.yaml:2:4: YAML may not hold the character U+0007",
        "'blank: 0\r\n\ra: \u0007' # m.yaml:3:4: YAML may not hold the character U+0007",
      })
  void mistakesAreNamedWithTheirPlace(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessage(message.replace('|', '\n'));
  }

  @Test
  void deepAndHugeDocumentsAreRefused() {
    assertThatThrownBy(() -> read("[".repeat(100)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("m.yaml: not YAML: Nesting Depth exceeded");
    assertThatThrownBy(() -> read("# " + "x".repeat(2_000_000)))
        .isInstanceOf(InputException.class)
        .hasMessage("m.yaml: the text has 2000002 characters, more than the limit of 1048576");
  }
}
