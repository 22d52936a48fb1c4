package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The circuit of a finite automaton for words of one length: for every state after every letter a
 * gate, two deep per letter.
 */
public final class AutomatonGates {

  private final int[][] next;
  private final int start;
  private final boolean[] accepting;

  /**
   * The circuit of an automaton.
   *
   * @param next the states after each state and letter, [states][letters]
   * @param start the first state
   * @param accepting which states accept, [states]
   */
  public AutomatonGates(int[][] next, int start, boolean[] accepting) {
    this.next = Arrays.stream(next).map(int[]::clone).toArray(int[][]::new);
    this.start = start;
    this.accepting = accepting.clone();
  }

  /** Adds the gates and returns the literal that is 1 where the automaton accepts. */
  public int accept(ThresholdCircuit circuit, WordInputs inputs) {
    Map<Integer, Integer> states = Map.of(start, ThresholdCircuit.TRUE);
    for (int i = 0; i < inputs.length(); i++) {
      Map<Integer, List<Integer>> ways = new TreeMap<>();
      for (Map.Entry<Integer, Integer> state : states.entrySet()) {
        for (int a = 0; a < inputs.letters(); a++) {
          int letter = inputs.letter(circuit, i, a);
          ways.computeIfAbsent(next[state.getKey()][a], q -> new ArrayList<>())
              .add(circuit.and(List.of(state.getValue(), letter)));
        }
      }
      Map<Integer, Integer> after = new TreeMap<>();
      ways.forEach((state, literals) -> after.put(state, circuit.or(literals)));
      states = after;
    }
    List<Integer> accepted = new ArrayList<>();
    states.forEach(
        (state, literal) -> {
          if (accepting[state]) {
            accepted.add(literal);
          }
        });
    return circuit.or(accepted);
  }
}
