package org.cotsim.simulator.circuit;

import java.util.Arrays;

/**
 * The gates AND that one output depends on.
 *
 * @param graph just these gates
 * @param literal the output
 * @param name of the output
 */
public record OneOutput(AndInverterGraph graph, int literal, String name) {

  /** The part of a threshold circuit that a literal depends on, as gates AND. */
  public static OneOutput of(ThresholdCircuit circuit, int literal, String name) {
    AndInverterGraph whole = new AndInverterGraph(circuit.inputs());
    int output = whole.add(circuit)[literal];
    boolean[] needed = new boolean[whole.node(whole.size())]; // [nodes]
    needed[output >> 1] = true;
    for (int g = whole.size() - 1; g >= 0; g--) {
      if (needed[whole.node(g)]) {
        needed[whole.larger(g) >> 1] = true;
        needed[whole.smaller(g) >> 1] = true;
      }
    }
    AndInverterGraph part = new AndInverterGraph(circuit.inputs());
    int[] moved = new int[needed.length]; // the literal of each node
    Arrays.setAll(moved, node -> 2 * node);
    for (int g = 0; g < whole.size(); g++) {
      if (needed[whole.node(g)]) {
        moved[whole.node(g)] = part.and(at(moved, whole.larger(g)), at(moved, whole.smaller(g)));
      }
    }
    return new OneOutput(part, at(moved, output), name);
  }

  private static int at(int[] moved, int literal) {
    return moved[literal >> 1] ^ (literal & 1);
  }

  /** The value of the output for values of the inputs. */
  public boolean evaluate(boolean[] values) {
    return graph.evaluate(values)[literal];
  }
}
