package org.cotsim.simulator.circuit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.circuit.ThresholdCircuit.Gate;

/**
 * The question whether a literal of a threshold circuit can be 1, in the OPB format: each gate is
 * two linear inequalities over 0 and 1. Variables x1, x2, ... are the inputs, then the gates that
 * the literal depends on; no variable occurs twice in an inequality. Source: Roussel and Manquinho,
 * "Input/output format and solver requirements for the competitions of pseudo-Boolean solvers".
 *
 * @param circuit the gates
 * @param literal what is asked about
 * @param comments lines at the beginning
 */
public record OpbFile(ThresholdCircuit circuit, int literal, List<String> comments) {

  public OpbFile {
    comments = List.copyOf(comments);
  }

  /** Writes the file. */
  public void write(OutputStream out) throws IOException {
    int[] variables = variables();
    int gates = 0;
    for (int g = 0; g < circuit.size(); g++) {
      gates += variables[circuit.node(g)] > 0 ? 1 : 0;
    }
    int inputs = circuit.inputs().size();
    line(
        out,
        "* #variable= %d #constraint= %d".formatted(Math.max(1, inputs + gates), 2 * gates + 1));
    for (String comment : comments) {
      line(out, "* " + comment);
    }
    for (int i = 0; i < inputs; i++) {
      line(out, "* x" + (i + 1) + " is input " + circuit.inputs().get(i));
    }
    for (int g = 0; g < circuit.size(); g++) {
      if (variables[circuit.node(g)] > 0) {
        writeGate(out, g, variables);
      }
    }
    line(out, asked(variables));
  }

  /** The number of the variable of every node that is needed. */
  private int[] variables() {
    boolean[] needed = circuit.needed(literal);
    int[] variables = new int[needed.length];
    int next = 1;
    for (int node = 1; node < needed.length; node++) {
      if (node <= circuit.inputs().size() || needed[node]) {
        variables[node] = next++;
      }
    }
    return variables;
  }

  /**
   * With sum(weights) = W a gate g is {@code sum - bound g >= 0} and {@code (W - bound + 1) g - sum
   * >= 1 - bound}.
   */
  private void writeGate(OutputStream out, int g, int[] variables) throws IOException {
    Gate gate = circuit.gate(g);
    List<String> up = new ArrayList<>();
    List<String> down = new ArrayList<>();
    int constant = 0; // a negated x is 1 - x
    for (int i = 0; i < gate.inputs(); i++) {
      boolean negated = (gate.literal(i) & 1) == 1;
      int weight = negated ? -gate.weight(i) : gate.weight(i);
      int variable = variables[gate.literal(i) >> 1];
      constant += negated ? gate.weight(i) : 0;
      up.add(term(weight, variable));
      down.add(term(-weight, variable));
    }
    int own = variables[circuit.node(g)];
    up.add(term(-gate.bound(), own));
    down.add(term(gate.wires() - gate.bound() + 1, own));
    line(out, String.join(" ", up) + " >= " + -constant + " ;");
    line(out, String.join(" ", down) + " >= " + (1 - gate.bound() + constant) + " ;");
  }

  private String asked(int[] variables) {
    if (literal == ThresholdCircuit.TRUE || literal == ThresholdCircuit.FALSE) {
      return "+1 x1 >= " + (literal == ThresholdCircuit.TRUE ? 0 : 2) + " ;";
    }
    boolean negated = (literal & 1) == 1;
    int variable = variables[literal >> 1];
    return negated ? term(-1, variable) + " >= 0 ;" : term(1, variable) + " >= 1 ;";
  }

  private static String term(int weight, int variable) {
    return (weight < 0 ? "" : "+") + weight + " x" + variable;
  }

  private static void line(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
