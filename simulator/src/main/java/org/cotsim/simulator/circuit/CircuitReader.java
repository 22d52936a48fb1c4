package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotsim.simulator.circuit.ObservedDecoder.Situation;
import org.cotsim.simulator.execute.Session;

/**
 * Writes what was observed of a decoder as threshold gates, at most three deep per layer.
 *
 * <p>A stream at a position is a list of literals of which at most one is 1. For each head the
 * first gates say that no position scores higher and that so many winners have a value, the second
 * that just these win, the third that the own stream and all heads are as in a situation; the
 * situations that lead to a stream are its literals one layer further.
 */
final class CircuitReader {

  private final DecoderAtLength decoder;
  private final ObservedDecoder seen;
  private final ThresholdCircuit circuit;
  private final WordInputs inputs;
  private final List<List<Map<Integer, List<Integer>>>> streams = new ArrayList<>();
  private final List<Set<Integer>> gates = new ArrayList<>(); // [layers]
  private final List<Integer> accepting = new ArrayList<>();
  private final List<Integer> rejecting = new ArrayList<>();
  private final List<Integer> tied = new ArrayList<>();
  private final List<List<Integer>> known = new ArrayList<>(); // one of each list is 1

  CircuitReader(DecoderAtLength decoder, ObservedDecoder seen, ThresholdCircuit circuit) {
    this.decoder = decoder;
    this.seen = seen;
    this.circuit = circuit;
    this.inputs = decoder.inputs();
    for (int l = 0; l < decoder.model().layers().size(); l++) {
      gates.add(new HashSet<>());
    }
    for (int l = 0; l <= gates.size(); l++) {
      streams.add(new ArrayList<>());
    }
  }

  /** The gates that a layer was the first to need; after {@link #accept}. */
  Set<Integer> gates(int layer) {
    return gates.get(layer);
  }

  /** Adds the gates and returns the literal that is 1 where the decoder accepts. */
  int accept() {
    Map<Integer, List<Integer>> next = Map.of(); // token to literals
    for (int p = 0; p < decoder.positions(); p++) {
      streams.get(0).add(embedded(p, next));
      for (int l = 0; l < gates.size(); l++) {
        int before = circuit.size();
        streams.get(l + 1).add(l < decoder.depthAt(p) ? advance(l, p) : Map.of());
        IntStream.range(before, circuit.size()).forEach(gates.get(l)::add);
      }
      next = decoder.answers(p) ? settle(p) : Map.of();
      noteKnown(p);
    }
    return circuit.or(accepting);
  }

  /** The literal that is 1 where nothing happens that was not observed; after {@link #accept}. */
  int known() {
    return circuit.and(known.stream().map(circuit::or).toList());
  }

  /** The literal that is 1 where several answers tie; after {@link #accept}. */
  int tied() {
    return circuit.or(tied);
  }

  private void noteKnown(int p) {
    List<Integer> either = new ArrayList<>(accepting); // decoding ended here or before
    either.addAll(rejecting);
    either.addAll(tied);
    streams.get(decoder.depthAt(p)).get(p).values().forEach(either::addAll);
    known.add(either.stream().distinct().toList());
  }

  private Map<Integer, List<Integer>> embedded(int p, Map<Integer, List<Integer>> chain) {
    Map<Integer, List<Integer>> streams = new LinkedHashMap<>();
    if (p > decoder.length() + 1) {
      chain.forEach((token, literals) -> list(streams, seen.embedded(token, p)).addAll(literals));
    } else if (p == 0 || p == decoder.length() + 1) {
      int token = p == 0 ? decoder.start() : decoder.think();
      list(streams, seen.embedded(token, p)).add(ThresholdCircuit.TRUE);
    } else {
      for (int a = 0; a < decoder.letters().size(); a++) {
        int stream = seen.embedded(decoder.letters().get(a), p);
        list(streams, stream).add(inputs.letter(circuit, p - 1, a));
      }
    }
    return streams;
  }

  private static List<Integer> list(Map<Integer, List<Integer>> streams, int stream) {
    return streams.computeIfAbsent(stream, s -> new ArrayList<>());
  }

  private Map<Integer, List<Integer>> advance(int l, int p) {
    Map<Integer, List<HeadGates>> heads = new HashMap<>();
    Map<Integer, List<Integer>> becomes = new LinkedHashMap<>();
    seen.situations(l, p)
        .forEach(
            (situation, to) -> {
              List<Integer> own = streams.get(l).get(p).getOrDefault(situation.own(), List.of());
              List<HeadGates> asked =
                  heads.computeIfAbsent(situation.own(), stream -> heads(l, p, stream));
              if (asked.isEmpty()) {
                list(becomes, to).addAll(own);
              } else {
                list(becomes, to).add(holds(situation, own, asked));
              }
            });
    return becomes;
  }

  private List<HeadGates> heads(int l, int p, int own) {
    List<HeadGates> heads = new ArrayList<>();
    for (int h = 0; h < seen.layer(l).heads().size(); h++) {
      heads.add(new HeadGates(circuit, seen.layer(l), h, own, streams.get(l), p));
    }
    return heads;
  }

  /** The literal that is 1 where a position is in a situation. */
  private int holds(Situation situation, List<Integer> own, List<HeadGates> heads) {
    List<Integer> all = new ArrayList<>(own);
    for (int h = 0; h < heads.size(); h++) {
      all.addAll(heads.get(h).wins(situation.winners().get(h)));
    }
    return circuit.atLeast(1 + heads.size(), all);
  }

  /** What is chosen after a position: notes where decoding ends, returns what goes on. */
  private Map<Integer, List<Integer>> settle(int p) {
    Map<Integer, List<Integer>> next = new LinkedHashMap<>();
    streams
        .get(decoder.model().layers().size())
        .get(p)
        .forEach(
            (stream, literals) -> {
              int choice = seen.chosen(stream, decoder.isLast(p));
              if (choice == Session.TIED) {
                tied.addAll(literals);
              } else if (decoder.isAnswer(choice)) {
                (choice == decoder.accept() ? accepting : rejecting).addAll(literals);
              } else {
                next.computeIfAbsent(choice, t -> new ArrayList<>()).addAll(literals);
              }
            });
    return next;
  }
}
