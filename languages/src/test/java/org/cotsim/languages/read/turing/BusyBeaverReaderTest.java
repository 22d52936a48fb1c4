package org.cotsim.languages.read.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusyBeaverReaderTest {

  @ParameterizedTest
  @CsvSource({
    "1RB1LB_1LA1RZ, 6, 4",
    "1RB1LB_1LA1RH, 6, 4",
    "1RB1RZ_1LB0RC_1LC1LA, 21, 5",
    "1RB1LB_1LA0LC_1RZ1LD_1RD0RA, 107, 13",
    // the two-state three-symbol champion
    "1RB2LB1RZ_2LA2RB1LB, 38, 9",
  })
  void championsTakeThePublishedSteps(String text, long steps, long ones) throws InputException {
    TuringRun run = TuringInterpreter.run(TuringFiles.inline(text), List.of(), 1000);
    assertThat(run.halted()).isTrue();
    assertThat(run.steps()).isEqualTo(steps);
    assertThat(run.nonBlank()).isEqualTo(ones);
    assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
  }

  @Test
  void anUndefinedCellHaltsWithoutAStep() throws InputException {
    TuringRun run = TuringInterpreter.run(TuringFiles.inline("1RB---_1LA---"), List.of(), 1000);
    assertThat(run.steps()).isEqualTo(2);
    assertThat(run.verdict()).isEqualTo(Verdict.REJECTED);
    assertThat(TuringFiles.inline("------_------").transitionCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1RB, '1RB, column 1: expected 2 to 10 cells of three characters a state, as in ''1RB1LB_1LA1RZ'''",
    "1RB1L_1LA1RZ, '1RB1L_1LA1RZ, column 1: expected 2 to 10 cells of three characters a state, as in ''1RB1LB_1LA1RZ'''",
    "1RB1LB_1LA, '1RB1LB_1LA, column 8: state B has 3 characters, expected 2 cells of three'",
    "1RB1LB_, '1RB1LB_, column 8: state B has 0 characters, expected 2 cells of three'",
    "2RB1LB_1LA1RZ, '2RB1LB_1LA1RZ, column 1: expected a symbol 0 to 1, not ''2'''",
    "1SB1LB_1LA1RZ, '1SB1LB_1LA1RZ, column 2: expected L or R, not ''S'''",
    "1RB1Lb_1LA1RZ, '1RB1Lb_1LA1RZ, column 6: expected a state A to Z, not ''b'''",
  })
  void wrongCharactersAreNamedByColumn(String text, String message) {
    assertThatThrownBy(() -> TuringFiles.inline(text))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    assertThatThrownBy(() -> TuringFiles.inline("9XB1LB_1LA1R?"))
        .hasMessage(
            """
            9XB1LB_1LA1R?, column 1: expected a symbol 0 to 1, not '9'
            9XB1LB_1LA1R?, column 2: expected L or R, not 'X'
            9XB1LB_1LA1R?, column 13: expected a state A to Z, not '?'""");
    assertThatThrownBy(() -> TuringFiles.inline("1RA1LA" + "_1RA1LA".repeat(26)))
        .hasMessageEndingWith(", column 1: 27 states, more than 26");
  }

  @Test
  void randomTextsMeanWhatTheySay() throws InputException {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int trial = 0; trial < 300; trial++) {
      int states = 1 + random.nextInt(6);
      int symbols = 2 + random.nextInt(4);
      String text = randomText(states, symbols, random);
      TuringMachine machine = TuringFiles.inline(text);
      assertThat(written(machine, states, symbols)).as("seed " + seed).isEqualTo(text);
    }
  }

  private static String randomText(int states, int symbols, RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    for (int cell = 0; cell < states * symbols; cell++) {
      text.append(cell > 0 && cell % symbols == 0 ? "_" : "");
      char next = (char) ('A' + random.nextInt(states + 1));
      text.append(
          random.nextInt(8) == 0
              ? "---"
              : "%d%s%s"
                  .formatted(random.nextInt(symbols), random.nextBoolean() ? "L" : "R", next));
    }
    return text.toString();
  }

  private static String written(TuringMachine machine, int states, int symbols) {
    StringBuilder text = new StringBuilder();
    for (int cell = 0; cell < states * symbols; cell++) {
      text.append(cell > 0 && cell % symbols == 0 ? "_" : "");
      int state = machine.states().indexOf(String.valueOf((char) ('A' + cell / symbols)));
      int action = state < 0 ? -1 : machine.actionAt(state, cell % symbols);
      text.append(
          action < 0
              ? "---"
              : machine.written(action, 0)
                  + (machine.shift(action, 0) < 0 ? "L" : "R")
                  + machine.states().get(machine.nextState(action)));
    }
    return text.toString();
  }
}
