package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A circuit of threshold gates over named inputs.
 *
 * <p>A gate is 1 if the weights of those of its literals that are 1 add up to its bound at least. A
 * literal is an input or a gate, or its negation: node k is the literal 2 k, its negation 2 k + 1,
 * as in AIGER; 0 is false and 1 is true. Weights are positive, no gate has a node twice, equal
 * gates are one, and what is constant or a single literal is no gate.
 */
public final class ThresholdCircuit {

  /** The literal that is always 0. */
  public static final int FALSE = 0;

  /** The literal that is always 1. */
  public static final int TRUE = 1;

  /** A threshold gate; no two of its literals are of one node. */
  static final class Gate {
    private final int bound;
    private final int[] literals;
    private final int[] weights;

    private Gate(int bound, Map<Integer, Integer> weights) {
      this.bound = bound;
      this.literals = weights.keySet().stream().mapToInt(literal -> literal).toArray();
      this.weights = weights.values().stream().mapToInt(weight -> weight).toArray();
    }

    /** What the weights must reach, at least 1. */
    int bound() {
      return bound;
    }

    /** How many literals it has. */
    int inputs() {
      return literals.length;
    }

    int literal(int input) {
      return literals[input];
    }

    /** At least 1. */
    int weight(int input) {
      return weights[input];
    }

    /** Its wires: the sum of its weights, an input of weight 2 counting as two. */
    int wires() {
      return Arrays.stream(weights).sum();
    }
  }

  private final List<String> inputs;
  private final long mostWires;
  private final List<Gate> gates = new ArrayList<>();
  private final List<Integer> depths = new ArrayList<>(); // [gates]
  private final Map<List<Integer>, Integer> known = new HashMap<>();
  private long wires;

  /**
   * A circuit without gates.
   *
   * @param inputs their names
   * @param mostWires how many wires it may come to have
   */
  public ThresholdCircuit(List<String> inputs, long mostWires) {
    this.inputs = List.copyOf(inputs);
    this.mostWires = mostWires;
  }

  /** The negation of a literal. */
  public static int not(int literal) {
    return literal ^ 1;
  }

  /** The names of the inputs. */
  public List<String> inputs() {
    return inputs;
  }

  /** The literal of an input, counted from 0. */
  public int input(int i) {
    return 2 * (i + 1);
  }

  /** How many gates there are. */
  public int size() {
    return gates.size();
  }

  /** The sum of the weights of all gates. */
  public long wires() {
    return wires;
  }

  Gate gate(int g) {
    return gates.get(g);
  }

  /** The node of a gate, counted from 0. */
  int node(int gate) {
    return inputs.size() + 1 + gate;
  }

  /** The gates on the longest way from an input to a literal. */
  public int depth(int literal) {
    int gate = (literal >> 1) - inputs.size() - 1;
    return gate < 0 ? 0 : depths.get(gate);
  }

  /** The nodes that a literal depends on, its own among them: [nodes]. */
  boolean[] needed(int literal) {
    boolean[] needed = new boolean[node(gates.size())];
    needed[literal >> 1] = true;
    for (int g = gates.size() - 1; g >= 0; g--) {
      if (needed[node(g)]) {
        for (int of : gates.get(g).literals) {
          needed[of >> 1] = true;
        }
      }
    }
    return needed;
  }

  /** All literals are 1. */
  public int and(List<Integer> literals) {
    return atLeast(literals.size(), literals);
  }

  /** Some literal is 1. */
  public int or(List<Integer> literals) {
    return atLeast(1, literals);
  }

  /** Just one of the two is 1. */
  public int differ(int one, int other) {
    return or(List.of(and(List.of(one, not(other))), and(List.of(not(one), other))));
  }

  /**
   * At least so many of the literals are 1; one that is listed twice counts twice.
   *
   * @throws TooLargeException if the circuit would have more wires than it may have
   */
  public int atLeast(int bound, List<Integer> literals) {
    Map<Integer, Integer> weights = new LinkedHashMap<>();
    int left = bound;
    for (int literal : literals) {
      if (literal == TRUE) {
        left--;
      } else if (literal != FALSE && weights.containsKey(not(literal))) {
        weights.computeIfPresent(not(literal), (l, weight) -> weight == 1 ? null : weight - 1);
        left--;
      } else if (literal != FALSE) {
        weights.merge(literal, 1, Integer::sum);
      }
    }
    int sum = weights.values().stream().mapToInt(weight -> weight).sum();
    if (left <= 0) {
      return TRUE;
    }
    if (sum < left) {
      return FALSE;
    }
    return weights.size() == 1 ? weights.keySet().iterator().next() : gate(left, weights);
  }

  private int gate(int bound, Map<Integer, Integer> weights) {
    List<Integer> description = new ArrayList<>(2 * weights.size() + 1);
    description.add(bound);
    weights.keySet().stream().sorted().forEach(literal -> describe(description, literal, weights));
    Integer same = known.get(description);
    if (same != null) {
      return same;
    }
    Gate gate = new Gate(bound, weights);
    wires += gate.wires();
    if (wires > mostWires) {
      throw new TooLargeException(mostWires);
    }
    int depth = 0;
    for (int literal : weights.keySet()) {
      depth = Math.max(depth, depth(literal));
    }
    gates.add(gate);
    depths.add(depth + 1);
    int literal = 2 * node(gates.size() - 1);
    known.put(description, literal);
    return literal;
  }

  private static void describe(
      List<Integer> description, int literal, Map<Integer, Integer> weights) {
    description.add(literal);
    description.add(weights.get(literal));
  }

  /** The values of all literals for values of the inputs: [2 nodes]. */
  public boolean[] evaluate(boolean[] values) {
    boolean[] of = new boolean[2 * node(gates.size())];
    of[TRUE] = true;
    for (int i = 0; i < inputs.size(); i++) {
      of[input(i)] = values[i];
      of[not(input(i))] = !values[i];
    }
    for (int g = 0; g < gates.size(); g++) {
      Gate gate = gates.get(g);
      int sum = 0;
      for (int i = 0; i < gate.inputs(); i++) {
        sum += of[gate.literal(i)] ? gate.weight(i) : 0;
      }
      of[2 * node(g)] = sum >= gate.bound();
      of[2 * node(g) + 1] = sum < gate.bound();
    }
    return of;
  }
}
