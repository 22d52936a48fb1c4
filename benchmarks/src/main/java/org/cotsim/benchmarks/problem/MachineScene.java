package org.cotsim.benchmarks.problem;

import java.util.List;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.turing.TuringMachine;

/**
 * The machine that a chain of thought follows, at work on one input; the oracle's, no decoder's.
 */
public sealed interface MachineScene {

  /**
   * An automaton that reads a word.
   *
   * @param run the states in their order, one more than the word has symbols
   */
  record Automaton(RegularLanguage language, List<Integer> run) implements MachineScene {
    public Automaton {
      run = List.copyOf(run);
    }
  }

  /**
   * A Turing machine at work.
   *
   * @param actions what it did, by index, one a step
   */
  record Tapes(TuringMachine machine, List<String> word, List<Integer> actions)
      implements MachineScene {
    public Tapes {
      word = List.copyOf(word);
      actions = List.copyOf(actions);
    }
  }

  /**
   * A search of a graph that takes all edges at once.
   *
   * @param depths how many edges each vertex is away from s, -1 if it cannot be reached
   * @param rounds how many there are to show
   */
  record Levels(ConnectivityInstance instance, List<Integer> depths, int rounds)
      implements MachineScene {
    public Levels {
      depths = List.copyOf(depths);
    }
  }

  /** A breadth-first search of a graph. */
  record Search(ConnectivityInstance instance, List<ChainStep> steps) implements MachineScene {
    public Search {
      steps = List.copyOf(steps);
    }
  }
}
