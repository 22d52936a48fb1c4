package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The threshold circuit of a decoder at one length.
 *
 * <p>It is read off from the residual streams that occurred when words were run: on a word on which
 * {@link #known} is 1 nothing else happens, so there {@link #accept} is what the decoder answers;
 * on other words it may be anything.
 *
 * @param circuit the gates, to which others can be added
 * @param accept the literal that is 1 where the decoder accepts
 * @param known the literal that is 1 where only what was observed happens
 * @param tied the literal that is 1 where several tokens share the largest score, so that there is
 *     no answer
 * @param size the gates that {@code accept} depends on, and their wires; none if it is constant
 * @param depth the gates on the longest way from an input to {@code accept}; at most 3 for each
 *     layer and step, and one more, and one where a letter is more than one bit
 * @param layers those of them that each layer was the first to need; the others read letters and
 *     answer
 */
public record DecoderCircuit(
    ThresholdCircuit circuit,
    int accept,
    int known,
    int tied,
    Size size,
    int depth,
    List<Size> layers) {

  /** How many gates there are, and wires into them. */
  public record Size(int gates, long wires) {}

  public DecoderCircuit {
    layers = List.copyOf(layers);
  }

  /**
   * Reads the circuit off.
   *
   * @param mostWires how many wires it may have
   * @throws TooLargeException if it has more
   */
  public static DecoderCircuit of(
      DecoderAtLength decoder, ObservedDecoder observed, long mostWires) {
    ThresholdCircuit circuit = new ThresholdCircuit(decoder.inputs().names(), mostWires);
    CircuitReader reader = new CircuitReader(decoder, observed, circuit);
    int accept = reader.accept();
    boolean[] needed = circuit.needed(accept);
    Size size = size(circuit, needed, g -> true);
    List<Size> layers = new ArrayList<>();
    for (int l = 0; l < decoder.model().layers().size(); l++) {
      layers.add(size(circuit, needed, reader.gates(l)::contains));
    }
    return new DecoderCircuit(
        circuit, accept, reader.known(), reader.tied(), size, circuit.depth(accept), layers);
  }

  private static Size size(ThresholdCircuit circuit, boolean[] needed, IntPredicate which) {
    int[] gates =
        IntStream.range(0, circuit.size())
            .filter(g -> needed[circuit.node(g)] && which.test(g))
            .toArray();
    return new Size(
        gates.length, Arrays.stream(gates).mapToLong(g -> circuit.gate(g).wires()).sum());
  }
}
