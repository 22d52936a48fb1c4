package org.cotsim.benchmarks.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotsim.benchmarks.page.diagram.Marks;
import org.cotsim.benchmarks.page.diagram.Marks.Ends;
import org.cotsim.benchmarks.problem.MachineScene;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.turing.TuringMachine;

/** Where the oracle's machine is after some of its steps, for a picture without a script. */
final class SceneMarks {

  private SceneMarks() {}

  /**
   * What stands out in the picture.
   *
   * @param steps of the chain that have been made
   */
  static Marks of(MachineScene scene, int steps) {
    if (scene instanceof MachineScene.Automaton automaton) {
      return of(automaton.run(), steps);
    }
    if (scene instanceof MachineScene.Tapes tapes) {
      return of(tapes, steps);
    }
    return scene instanceof MachineScene.Search search
        ? of(search, steps)
        : new Marks(Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** After the first step the automaton stands where it starts. */
  private static Marks of(List<Integer> run, int steps) {
    if (steps == 0) {
      return new Marks(Set.of(), Set.of(), Set.of(), Set.of());
    }
    int read = Math.min(steps, run.size()) - 1;
    Set<Ends> next =
        read + 1 < run.size() ? Set.of(new Ends(run.get(read), run.get(read + 1))) : Set.of();
    return new Marks(Set.of(run.get(read)), Set.of(), next, Set.of());
  }

  private static Marks of(MachineScene.Tapes tapes, int steps) {
    TuringMachine machine = tapes.machine();
    int made = Math.min(steps, tapes.actions().size());
    int state = made == 0 ? machine.initial() : machine.nextState(tapes.actions().get(made - 1));
    Set<Ends> next =
        made < tapes.actions().size()
            ? Set.of(new Ends(state, machine.nextState(tapes.actions().get(made))))
            : Set.of();
    return new Marks(Set.of(state), Set.of(), next, Set.of());
  }

  private static Marks of(MachineScene.Search search, int steps) {
    List<Integer> order = new ArrayList<>(List.of(search.instance().source()));
    Set<Ends> used = new HashSet<>();
    int now = search.instance().source();
    int taken = 0;
    Set<Ends> examined = Set.of();
    for (ChainStep step : search.steps().subList(0, Math.min(steps, search.steps().size()))) {
      if (step instanceof ChainStep.Examine examine) {
        Edge edge = search.instance().edges().get(examine.edge());
        now = examine.from(edge);
        taken = order.indexOf(now) + 1;
        if (!order.contains(examine.to(edge))) {
          order.add(examine.to(edge));
        }
        examined = new HashSet<>();
        examined.add(new Ends(now, examine.to(edge)));
        examined.add(new Ends(edge.source(), edge.target()));
        used.addAll(examined);
      } else {
        now = order.get(taken);
        taken++;
        examined = Set.of();
      }
    }
    return new Marks(Set.of(now), Set.copyOf(order), examined, used);
  }
}
