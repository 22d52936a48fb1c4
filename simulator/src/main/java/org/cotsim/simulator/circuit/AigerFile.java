package org.cotsim.simulator.circuit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Circuits in the AIGER format, version 1.9 without latches: binary {@code .aig} or ASCII {@code
 * .aag}, with the names of the inputs and of the output, and comments. Source: Biere, "The AIGER
 * And-Inverter Graph format", 2007.
 *
 * @param circuit what is written
 * @param comments lines at the end
 */
public record AigerFile(OneOutput circuit, List<String> comments) {

  public AigerFile {
    comments = List.copyOf(comments);
  }

  /** Writes the binary form. */
  public void writeBinary(OutputStream out) throws IOException {
    AndInverterGraph graph = circuit.graph();
    out.write(bytes(header("aig") + circuit.literal() + "\n"));
    for (int g = 0; g < graph.size(); g++) {
      writeNumber(out, 2 * graph.node(g) - graph.larger(g));
      writeNumber(out, graph.larger(g) - graph.smaller(g));
    }
    writeNames(out);
  }

  /** Writes the ASCII form. */
  public void writeAscii(OutputStream out) throws IOException {
    AndInverterGraph graph = circuit.graph();
    out.write(bytes(header("aag")));
    for (int i = 0; i < graph.inputs().size(); i++) {
      out.write(bytes(2 * (i + 1) + "\n"));
    }
    out.write(bytes(circuit.literal() + "\n"));
    for (int g = 0; g < graph.size(); g++) {
      out.write(bytes(2 * graph.node(g) + " " + graph.larger(g) + " " + graph.smaller(g) + "\n"));
    }
    writeNames(out);
  }

  private String header(String format) {
    int inputs = circuit.graph().inputs().size();
    int gates = circuit.graph().size();
    return "%s %d %d 0 1 %d\n".formatted(format, inputs + gates, inputs, gates);
  }

  private void writeNames(OutputStream out) throws IOException {
    List<String> inputs = circuit.graph().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      out.write(bytes("i" + i + " " + inputs.get(i) + "\n"));
    }
    out.write(bytes("o0 " + circuit.name() + "\nc\n"));
    for (String line : comments) {
      out.write(bytes(line + "\n"));
    }
  }

  private static void writeNumber(OutputStream out, int number) throws IOException {
    int left = number;
    while (left >= 0x80) {
      out.write((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    out.write(left);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
