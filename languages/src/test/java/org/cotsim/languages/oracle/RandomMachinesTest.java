package org.cotsim.languages.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.cotsim.languages.turing.Action;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;
import org.junit.jupiter.api.Test;

/** The interpreter against a second one that keeps each tape in a map. */
class RandomMachinesTest {

  private static final long SEED = 1936;
  private static final List<String> SYMBOLS = List.of("_", "a", "b");

  @Test
  void theTwoInterpretersAgreeStepByStep() {
    SplittableRandom random = new SplittableRandom(SEED);
    long steps = 0;
    for (int trial = 0; trial < 400; trial++) {
      TuringMachine machine = machine(1 + random.nextInt(3), 1 + random.nextInt(4), random);
      List<String> word = new ArrayList<>();
      for (int length = random.nextInt(8); length > 0; length--) {
        word.add(SYMBOLS.get(1 + random.nextInt(2)));
      }
      steps += compare(machine, word, "machine " + trial + ", seed " + SEED);
    }
    assertThat(steps).isGreaterThan(10_000);
  }

  private static TuringMachine machine(int tapes, int states, SplittableRandom random) {
    TuringMachineBuilder builder =
        TuringMachine.builder("random").tapes(tapes).input(SYMBOLS.subList(1, 3)).start("q0");
    for (int state = 0; state < states; state++) {
      for (int cell = 0; cell < Math.pow(3, tapes); cell++) {
        if (random.nextInt(12) > 0) {
          List<String> read = new ArrayList<>();
          List<String> written = new ArrayList<>();
          List<Move> moves = new ArrayList<>();
          for (int tape = 0, rest = cell; tape < tapes; tape++, rest /= 3) {
            read.add(SYMBOLS.get(rest % 3));
            written.add(SYMBOLS.get(random.nextInt(3)));
            moves.add(List.of(Move.values()).get(random.nextInt(3)));
          }
          builder.on("q" + state, read, "q" + random.nextInt(states), written, moves);
        }
      }
    }
    return builder.build();
  }

  private static long compare(TuringMachine machine, List<String> word, String what) {
    List<Map<Integer, Integer>> tapes = new ArrayList<>();
    int[] heads = new int[machine.tapes()];
    for (int tape = 0; tape < heads.length; tape++) {
      tapes.add(new HashMap<>());
    }
    for (int cell = 0; cell < word.size(); cell++) {
      tapes.get(0).put(cell, machine.symbols().indexOf(word.get(cell)));
    }
    int state = machine.initial();
    TuringRun run = TuringInterpreter.start(machine, word);
    for (int step = 0; step < 500; step++) {
      int[] read = new int[heads.length];
      for (int tape = 0; tape < heads.length; tape++) {
        read[tape] = tapes.get(tape).getOrDefault(heads[tape], TuringMachine.BLANK);
        assertThat(run.head(tape)).as(what).isEqualTo(heads[tape]);
        assertThat(run.symbolAt(tape, heads[tape])).as(what).isEqualTo(read[tape]);
      }
      int action = machine.actionAt(state, read);
      assertThat(run.step()).as(what).isEqualTo(action >= 0);
      if (action < 0) {
        break;
      }
      Action made = machine.actions().get(action);
      assertThat(run.latest()).as(what).isEqualTo(made);
      for (int tape = 0; tape < heads.length; tape++) {
        tapes.get(tape).put(heads[tape], made.written().get(tape));
        heads[tape] += made.moves().get(tape).shift();
      }
      state = made.state();
    }
    long marked =
        tapes.stream()
            .flatMap(tape -> tape.values().stream())
            .filter(symbol -> symbol != 0)
            .count();
    assertThat(run.nonBlank()).as(what).isEqualTo(marked);
    return run.steps();
  }
}
