package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A circuit of gates AND with two inputs, and negations; literals as in {@link ThresholdCircuit}.
 *
 * <p>Equal gates are one, and a gate with a constant, equal or opposite inputs is none.
 */
public final class AndInverterGraph {

  private static final int FALSE = ThresholdCircuit.FALSE;
  private static final int TRUE = ThresholdCircuit.TRUE;

  private record Pair(int larger, int smaller) {}

  private record AtLeast(int bound, int prefix) {}

  private final List<String> inputs;
  private final List<Pair> gates = new ArrayList<>();
  private final Map<Pair, Integer> known = new HashMap<>();
  private final Map<Pair, Integer> prefixes = new HashMap<>(); // of a prefix and one literal more
  private final List<Pair> prefix = new ArrayList<>(); // the prefix before and the literal
  private final Map<AtLeast, Integer> counts = new HashMap<>();

  /** A graph without gates. */
  public AndInverterGraph(List<String> inputs) {
    this.inputs = List.copyOf(inputs);
    prefix.add(new Pair(0, 0)); // the empty one
  }

  public List<String> inputs() {
    return inputs;
  }

  /** How many gates there are. */
  public int size() {
    return gates.size();
  }

  /** The larger of the two literals that a gate joins. */
  int larger(int gate) {
    return gates.get(gate).larger();
  }

  /** The smaller one. */
  int smaller(int gate) {
    return gates.get(gate).smaller();
  }

  /** The node of a gate, counted from 0. */
  int node(int gate) {
    return inputs.size() + 1 + gate;
  }

  /** Both. */
  public int and(int one, int other) {
    int smaller = Math.min(one, other);
    int larger = Math.max(one, other);
    if (smaller == FALSE || larger == ThresholdCircuit.not(smaller)) {
      return FALSE;
    }
    if (smaller == TRUE || smaller == larger) {
      return larger;
    }
    return known.computeIfAbsent(
        new Pair(larger, smaller),
        pair -> {
          gates.add(pair);
          return 2 * node(gates.size() - 1);
        });
  }

  /** One at least. */
  public int or(int one, int other) {
    return ThresholdCircuit.not(and(ThresholdCircuit.not(one), ThresholdCircuit.not(other)));
  }

  /**
   * Adds the gates of a threshold circuit over the same inputs; returns [2 nodes], its literals.
   */
  public int[] add(ThresholdCircuit circuit) {
    int first = circuit.node(0);
    int[] literals = new int[2 * circuit.node(circuit.size())];
    for (int literal = 0; literal < 2 * first; literal++) {
      literals[literal] = literal;
    }
    for (int g = 0; g < circuit.size(); g++) {
      ThresholdCircuit.Gate gate = circuit.gate(g);
      int prefixed = 0;
      for (int i = 0; i < gate.inputs(); i++) {
        for (int times = 0; times < gate.weight(i); times++) {
          prefixed = longer(prefixed, literals[gate.literal(i)]);
        }
      }
      int sum = atLeast(gate.bound(), prefixed, gate.wires());
      literals[2 * circuit.node(g)] = sum;
      literals[2 * circuit.node(g) + 1] = ThresholdCircuit.not(sum);
    }
    return literals;
  }

  private int longer(int before, int literal) {
    return prefixes.computeIfAbsent(
        new Pair(before, literal),
        pair -> {
          prefix.add(pair);
          return prefix.size() - 1;
        });
  }

  /** Whether so many literals of a prefix are 1; prefixes share their counts. */
  private int atLeast(int bound, int prefixed, int length) {
    if (bound <= 0) {
      return TRUE;
    }
    if (bound > length) {
      return FALSE;
    }
    AtLeast key = new AtLeast(bound, prefixed);
    Integer same = counts.get(key);
    if (same != null) {
      return same;
    }
    int before = prefix.get(prefixed).larger();
    int literal = prefix.get(prefixed).smaller();
    int without = atLeast(bound, before, length - 1);
    int with = and(literal, atLeast(bound - 1, before, length - 1));
    int result = or(without, with);
    counts.put(key, result);
    return result;
  }

  /** The values of all literals for values of the inputs: [2 nodes]. */
  public boolean[] evaluate(boolean[] values) {
    boolean[] of = new boolean[2 * node(gates.size())];
    of[TRUE] = true;
    for (int i = 0; i < inputs.size(); i++) {
      of[2 * (i + 1)] = values[i];
      of[2 * (i + 1) + 1] = !values[i];
    }
    for (int g = 0; g < gates.size(); g++) {
      boolean value = of[larger(g)] && of[smaller(g)];
      of[2 * node(g)] = value;
      of[2 * node(g) + 1] = !value;
    }
    return of;
  }
}
