package org.cotsim.languages.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cotsim.languages.turing.Action;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
import org.junit.jupiter.api.Test;

class TuringRunTest {

  private static final TuringMachine COPY =
      TuringMachine.parse(
          "copy",
          """
          tapes: 2
          input: a b
          start: go
          accept: done
          read-only: input
          output: 1
          let x = a b
          go {x},_ -> go {x},{x} R,R
          go _,_ -> done S,L
          """);

  @Test
  void makesTheStepsOfTheTable() {
    TuringRun run = TuringInterpreter.start(COPY, List.of("a", "b"));
    assertThat(run.configuration().toString())
        .isEqualTo("step 0, state go, tape 0 from cell 0: [a] b, tape 1 from cell 0: [_]");
    assertThat(run.step()).isTrue();
    assertThat(run.latest())
        .isEqualTo(new Action(0, List.of(1, 1), List.of(Move.RIGHT, Move.RIGHT)));
    assertThat(COPY.describe(run.latestAction())).isEqualTo("go a,a R,R");
    assertThat(run.halted()).isFalse();
    assertThat(run.run(100)).isEqualTo(2);
    assertThat(run.steps()).isEqualTo(3);
    assertThat(run.halted()).isTrue();
    assertThat(run.step()).isFalse();
    assertThat(run.verdict()).isEqualTo(Verdict.ACCEPTED);
    assertThat(run.output()).containsExactly("a", "b");
    assertThat(run.nonBlank()).isEqualTo(4);
    assertThat(run.configuration().toString())
        .isEqualTo("step 3, state done, tape 0 from cell 0: a b [_], tape 1 from cell 0: a [b] _");
  }

  @Test
  void theTapeGrowsBothWays() {
    TuringMachine left =
        TuringMachine.parse("left", "symbols: x\nstart: l\nl _ -> l x L\nl x -> l S");
    TuringRun run = TuringInterpreter.run(left, List.of(), 100_000);
    assertThat(run.head(0)).isEqualTo(-100_000);
    assertThat(run.nonBlank()).isEqualTo(100_000);
    assertThat(run.symbolAt(0, -99_999)).isEqualTo(1);
    assertThat(run.symbolAt(0, Integer.MAX_VALUE)).isZero();
    assertThat(run.configuration(4).windows().get(0)).hasSize(4);
  }

  @Test
  void refusesWhatMeansNothing() {
    TuringRun run = TuringInterpreter.start(COPY, List.of("a"));
    assertThatThrownBy(run::verdict)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the machine has not halted after 0 steps");
    assertThatThrownBy(run::latest).hasMessage("no step has been made");
    assertThatThrownBy(run::output)
        .hasMessage("no output before the machine halts, or without its tape");
    assertThatThrownBy(() -> TuringInterpreter.start(COPY, List.of("a", "_")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("symbol '_' at position 2 is not in the input alphabet [a, b] of copy");
  }
}
