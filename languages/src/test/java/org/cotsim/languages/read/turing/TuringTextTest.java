package org.cotsim.languages.read.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuringTextTest {

  private static final int MOST_STEPS = 2_000;

  static Stream<TuringEntry> machines() {
    return Catalogue.entries().stream()
        .filter(TuringEntry.class::isInstance)
        .map(TuringEntry.class::cast);
  }

  /** Steps, verdict and output of a run. */
  private static List<Object> run(TuringMachine machine, List<String> word) {
    TuringRun run = TuringInterpreter.start(machine, word);
    int steps = 0;
    while (steps < MOST_STEPS && run.step()) {
      steps++;
    }
    if (!run.halted()) {
      return List.of(steps);
    }
    boolean answers = machine.outputTape().isPresent() && run.verdict() == Verdict.ACCEPTED;
    return List.of(steps, run.verdict(), answers ? run.output() : List.of());
  }

  @ParameterizedTest
  @MethodSource("machines")
  void whatIsWrittenDoesTheSame(TuringEntry entry) throws InputException {
    TuringMachine machine = entry.machine();
    TuringMachine again =
        TuringText.read("machine", TuringText.write(machine).orElseThrow())
            .withOutput(machine.outputTape());
    assertThat(again.tapes()).isEqualTo(machine.tapes());
    for (List<String> word : entry.words().upTo(4).limit(60).toList()) {
      assertThat(run(again, word)).as("%s", word).isEqualTo(run(machine, word));
    }
  }

  @Test
  void acceptingAndHaltingAreKeptApart() throws InputException {
    TuringMachine machine =
        TuringMachine.parse(
            "odd",
            "start: q\naccept: yes\nreject: no\nq 1 -> yes _ R\nq _ -> no 1 S\nq x -> q y L");
    String text = TuringText.write(machine).orElseThrow();
    assertThat(text)
        .isEqualTo(
            """
            blank: '_'
            start state: q
            table:
              q:
                '_': {write: 1, N: 'no'}
                1: {write: '_', R: accept}
                x: {write: 'y', L}
              accept:
              'no':
            """
                .replace("'no'", "no")
                .replace("'y'", "y"));
    TuringMachine again = TuringText.read("machine", text);
    assertThat(run(again, List.of("1"))).isEqualTo(run(machine, List.of("1")));
    assertThat(run(again, List.of())).isEqualTo(run(machine, List.of()));
  }

  @Test
  void whatNoNotationSaysIsNotWritten() {
    TuringMachine pairs =
        TuringMachine.parse("pairs", "blank: #\nstart: q\naccept: a\nq xy -> a # R");
    assertThat(TuringText.write(pairs)).isEqualTo(Optional.empty());
    TuringMachine misleading =
        TuringMachine.parse(
            "odd", "tapes: 1\nblank: #\nstart: q\naccept: reject\nq x -> reject # R");
    assertThat(TuringText.write(misleading)).isEqualTo(Optional.empty());
  }

  @Test
  void everyNotationIsToldFromTheOthers() throws InputException {
    for (String text :
        List.of(
            "1RB1LB_1LA1RZ",
            "; comment\n0 1 _ r halt",
            "init: q0\naccept: q1\n\nq0,1\nq1,1,>",
            "blank: ' '\nstart state: a\ntable:\n  a:\n    1: {R: b}\n  b:\n")) {
      assertThat(TuringText.read("machine", text).states()).isNotEmpty();
    }
    assertThatThrownBy(() -> TuringText.read("machine", "# nothing\n"))
        .isInstanceOf(InputException.class)
        .hasMessage("machine: the text holds no machine");
  }
}
