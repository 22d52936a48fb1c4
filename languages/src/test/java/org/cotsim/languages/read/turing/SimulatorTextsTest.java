package org.cotsim.languages.read.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts of turingmachinesimulator.com and of Morphett's simulator. */
class SimulatorTextsTest {

  private static final String COPY =
      """
      // copies 0s to a second tape
      name: copy
      init: q0
      accept: qA

      q0,0,_
      q0,0,0,>,>

      q0,_,_
      qA,_,_,-,- // done
      """;

  private static final String ADD =
      """
      ; adds two unary numbers
      0 1 * r 0
      0 _ 1 r 1   ; the gap
      1 1 1 R 1 !
      1 * * l 2
      2 1 _ * halt-accept
      * x x * halt-reject
      """;

  @TempDir Path folder;

  private TuringMachine read(String text) throws Exception {
    return TuringFiles.read(file(text));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("m.tm"), text);
  }

  @Test
  void twoTapes() throws Exception {
    TuringMachine machine = read(COPY);
    assertThat(machine.tapes()).isEqualTo(2);
    TuringRun run = TuringInterpreter.run(machine, List.of("0", "0"), 10);
    assertThat(run.steps()).isEqualTo(3);
    assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(run.nonBlank()).isEqualTo(4);
  }

  @Test
  void wildcardsAndTheBlankInTheInput() throws Exception {
    TuringMachine machine = read(ADD).withBlankAsInput();
    TuringRun run = TuringInterpreter.run(machine, List.of("1", "1", "_", "1"), 20);
    assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(run.configuration().toString())
        .isEqualTo("step 6, state halt-accept, tape 0 from cell 0: 1 1 1 [_] _");
    TuringRun other = TuringInterpreter.run(machine, List.of("1", "x"), 20);
    assertThat(other.verdict()).isEqualTo(Verdict.REJECTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "init: q%q,0%r,0 # :3:1: expected a state, 1 symbols and 1 moves",
        "init: q%q,0%r,0,R # :3:5: expected a move <, - or >, not 'R'",
        "init: q%q,01%r,0,> # :2:3: expected a symbol of one character, not '01'",
        "init: q%q,0%r,,> # :3:3: a name or symbol is missing",
        "init: q%q,0 # :2:1: a line 'state,symbol,move' is missing after this line",
        "init: q%q,0%q,0,>%q,0,0%q,0,> # :4:1: expected a state and a symbol for each of 1 tapes",
        "init: q%q,0%q,0,>%q,0%q,1,> # :4:1: the same state and symbols as in line 2, the machine must"
            + " be deterministic",
        "accept: q%q,0%q,0,> # : the line 'init: STATE' is missing",
        "init: q%init: r%q,0%q,0,> # :2:1: one start state is expected",
        "0 1 1 r 0%0 1 1 # :2:1: expected 'state symbol symbol l|r|* state' in a line",
        "0 1 1 r 0%0 0 1 x 0 # :2:7: expected a move l, r or *, not 'x'",
        "0 1 1 r 0%0 00 1 r 0 # :2:3: expected a symbol of one character, not '00'",
        "0 1 1 r 0%halt 0 1 r 0 # :2:1: state 'halt' halts",
        "0 1 1 r 0%0 1 0 r 0 # :2:1: a second line for state '0' and symbol '1', the machine must be"
            + " deterministic",
        "* 1 1 r * # : 0 states and 2 symbols are not read"
      })
  void everyMistakeHasItsPlace(String text, String message) throws Exception {
    Path file = file(text.replace('%', '\n'));
    assertThatThrownBy(() -> TuringFiles.read(file)).hasMessage(file + message);
  }

  @Test
  void wrappedSourceCodeIsUnwrappedOnce() throws Exception {
    String inner = "blank: 0\nstart state: A\ntable: {A: }\n";
    Path once = folder.resolve("once.yaml");
    Files.writeString(once, "source code: |\n" + inner.indent(2));
    assertThat(TuringFiles.read(once).states()).containsExactly("A");
    Path twice = folder.resolve("twice.yaml");
    Files.writeString(twice, "source code: |\n  source code: |\n" + inner.indent(4));
    assertThatThrownBy(() -> TuringFiles.read(twice)).hasMessageContaining("is missing");
  }
}
