package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.benchmarks.report.Svg;
import org.cotsim.languages.turing.TuringMachine;

/** The tapes of a Turing machine after some steps, a row of cells each, around the head. */
final class TapeRows {

  static final double HEIGHT = 46; // of one tape
  private static final double CELL = 28;
  private static final int AROUND = 7; // cells on either side of the head

  private record Tape(Map<Integer, Integer> cells, int head) {}

  private final TuringMachine machine;
  private final List<Tape> tapes = new ArrayList<>();

  TapeRows(MachineScene.Tapes scene, int steps) {
    machine = scene.machine();
    List<Map<Integer, Integer>> cells = new ArrayList<>();
    int[] heads = new int[machine.tapes()];
    for (int tape = 0; tape < heads.length; tape++) {
      cells.add(new HashMap<>());
    }
    int[] input = machine.encode(scene.word());
    for (int cell = 0; cell < input.length; cell++) {
      cells.get(0).put(cell, input[cell]);
    }
    for (int action : scene.actions().subList(0, Math.min(steps, scene.actions().size()))) {
      for (int tape = 0; tape < heads.length; tape++) {
        cells.get(tape).put(heads[tape], machine.written(action, tape));
        heads[tape] += machine.shift(action, tape);
      }
    }
    for (int tape = 0; tape < heads.length; tape++) {
      tapes.add(new Tape(cells.get(tape), heads[tape]));
    }
  }

  /** Draws the rows below each other, around a middle. */
  void draw(Svg svg, double middle, double top) {
    for (int t = 0; t < tapes.size(); t++) {
      Tape tape = tapes.get(t);
      double y = top + t * HEIGHT + 10;
      for (int i = -AROUND; i <= AROUND; i++) {
        int symbol = tape.cells.getOrDefault(tape.head + i, TuringMachine.BLANK);
        double x = middle + (i - 0.5) * CELL;
        boolean here = i == 0;
        svg.open("rect").set("x", x).set("y", y).set("width", CELL).set("height", CELL);
        svg.set("fill", here ? StepPicture.ACCENT : "#ffffff").set("stroke", "#c9cdd4").close();
        StepPicture.text(
            svg,
            x + CELL / 2,
            y + 19,
            14,
            machine.symbols().get(symbol),
            here ? "#ffffff" : "#1d2129");
      }
    }
  }
}
