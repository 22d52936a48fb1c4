package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The circuit of a finite automaton for words of one length: for every state after every letter a
 * gate, two deep per letter.
 *
 * @param next the states after each state and letter, [states][letters]
 * @param start the first state
 * @param accepting which states accept, [states]
 */
public record AutomatonGates(int[][] next, int start, boolean[] accepting) {

  public AutomatonGates {
    next = next.clone();
    accepting = accepting.clone();
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
