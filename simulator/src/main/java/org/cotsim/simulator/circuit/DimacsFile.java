package org.cotsim.simulator.circuit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The question whether an output can be 1, as clauses in the DIMACS format. Variables 1, 2, ... are
 * the inputs, then the gates; a gate is three clauses (Tseitin 1968).
 *
 * @param circuit the output that is asked about
 * @param comments lines at the beginning
 */
public record DimacsFile(OneOutput circuit, List<String> comments) {

  /** Who takes clauses, of literals as in DIMACS: a variable, or minus a variable. */
  @FunctionalInterface
  interface Clauses<E extends Exception> {
    void add(int... literals) throws E;
  }

  public DimacsFile {
    comments = List.copyOf(comments);
  }

  /** Writes the file. */
  public void write(OutputStream out) throws IOException {
    for (String line : comments) {
      out.write(bytes("c " + line + "\n"));
    }
    List<String> inputs = circuit.graph().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      out.write(bytes("c variable " + (i + 1) + " is " + inputs.get(i) + "\n"));
    }
    out.write(bytes("p cnf " + variables(circuit) + " " + clauses(circuit) + "\n"));
    clauses(
        circuit,
        (int... literals) -> {
          StringBuilder line = new StringBuilder();
          for (int literal : literals) {
            line.append(literal).append(' ');
          }
          out.write(bytes(line + "0\n"));
        });
  }

  static int variables(OneOutput circuit) {
    return circuit.graph().inputs().size() + circuit.graph().size();
  }

  static int clauses(OneOutput circuit) {
    return 3 * circuit.graph().size() + (circuit.literal() == ThresholdCircuit.TRUE ? 0 : 1);
  }

  /** Adds the clauses, which can be satisfied just if the output can be 1. */
  static <E extends Exception> void clauses(OneOutput circuit, Clauses<E> to) throws E {
    AndInverterGraph graph = circuit.graph();
    for (int g = 0; g < graph.size(); g++) {
      int gate = graph.node(g);
      int one = dimacs(graph.larger(g));
      int other = dimacs(graph.smaller(g));
      to.add(-gate, one);
      to.add(-gate, other);
      to.add(gate, -one, -other);
    }
    if (circuit.literal() == ThresholdCircuit.FALSE) {
      to.add();
    } else if (circuit.literal() != ThresholdCircuit.TRUE) {
      to.add(dimacs(circuit.literal()));
    }
  }

  private static int dimacs(int literal) {
    return (literal & 1) == 1 ? -(literal >> 1) : literal >> 1;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
