package org.cotsim.benchmarks.experiment.circuit;

import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.simulator.circuit.DecoderCircuit;
import org.cotsim.simulator.circuit.ThresholdCircuit;

/**
 * The circuit of a decoder at one length.
 *
 * @param length the letters of a word
 * @param steps the most intermediate tokens
 * @param layers of the decoder
 * @param decoder its circuit
 * @param automaton the literal of the circuit that is 1 where the automaton accepts; empty if there
 *     is none
 * @param differs the literal that is 1 where decoder and automaton differ, the decoder ties, or
 *     something happens that was not observed; empty if there is no automaton
 * @param words how many were run to find what happens
 * @param streams how many different residual streams were seen, all layers together
 * @param inexactMeans means whose last bits may depend on the order of addition
 * @param proof what was decided about all words; empty if nobody asked
 */
public record CircuitResult(
    int length,
    int steps,
    int layers,
    DecoderCircuit decoder,
    OptionalInt automaton,
    OptionalInt differs,
    long words,
    int streams,
    long inexactMeans,
    Optional<Proof> proof) {

  /** All gates: of the decoder, and after them of the automaton and the comparison. */
  public ThresholdCircuit circuit() {
    return decoder.circuit();
  }
}
