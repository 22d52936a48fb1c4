package org.cotsim.simulator.circuit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.simulator.circuit.Observed.Situation;
import org.cotsim.simulator.execute.Session;

/**
 * Writes what was observed of a decoder as threshold gates, at most three deep per layer.
 *
 * <p>A stream at a position is a list of literals of which at most one is 1. For each head the first
 * gates say that no position scores higher and that so many winners have a value, the second that
 * just these win, the third that the own stream and all heads are as in a situation; the situations
 * that lead to a stream are its literals one layer further.
 */
final class CircuitReader {

  private final DecoderAtLength decoder;
  private final Observed seen;
  private final ThresholdCircuit circuit;
  private final WordInputs inputs;
  private final List<List<Map<Integer, List<Integer>>>> streams = new ArrayList<>();
  private final List<Integer> accepting = new ArrayList<>();
  private final List<Integer> ended = new ArrayList<>();
  private final List<Integer> known = new ArrayList<>();

  CircuitReader(DecoderAtLength decoder, Observed seen, ThresholdCircuit circuit) {
    this.decoder = decoder;
    this.seen = seen;
    this.circuit = circuit;
    this.inputs = new WordInputs(decoder.letters().size(), decoder.length());
    for (int l = 0; l <= decoder.model().layers().size(); l++) {
      streams.add(new ArrayList<>());
    }
  }

  /** Adds the gates and returns the literal that is 1 where the decoder accepts. */
  int accept() {
    Map<Integer, List<Integer>> next = Map.of(); // token to literals
    for (int p = 0; p < decoder.positions(); p++) {
      streams.get(0).add(embedded(p, next));
      for (int l = 0; l < decoder.model().layers().size(); l++) {
        streams.get(l + 1).add(l < decoder.depthAt(p) ? advance(l, p) : Map.of());
      }
      next = decoder.answers(p) ? settle(p) : Map.of();
      noteKnown(p);
    }
    return circuit.or(accepting);
  }

  /** The literal that is 1 where nothing happens that was not observed; after {@link #accept}. */
  int known() {
    return circuit.and(known);
  }

  private void noteKnown(int p) {
    List<Integer> either = new ArrayList<>(ended);
    streams.get(decoder.depthAt(p)).get(p).values().forEach(either::addAll);
    known.add(circuit.or(either));
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
    Map<Integer, List<Situation>> byOwn = new TreeMap<>();
    seen.situations(l, p)
        .keySet()
        .forEach(s -> byOwn.computeIfAbsent(s.own(), o -> new ArrayList<>()).add(s));
    Map<Integer, List<Integer>> becomes = new LinkedHashMap<>();
    byOwn.forEach(
        (own, situations) -> {
          List<HeadGates> heads = new ArrayList<>();
          for (int h = 0; h < seen.layer(l).heads().size(); h++) {
            heads.add(new HeadGates(circuit, seen.layer(l), h, own, streams.get(l), p));
          }
          List<Integer> here = streams.get(l).get(p).getOrDefault(own, List.of());
          for (Situation s : situations) {
            int to = seen.situations(l, p).get(s);
            if (heads.isEmpty()) {
              list(becomes, to).addAll(here);
            } else {
              add(list(becomes, to), situation(here, s, heads));
            }
          }
        });
    return becomes;
  }

  private static void add(List<Integer> literals, int literal) {
    if (literal != ThresholdCircuit.FALSE) {
      literals.add(literal);
    }
  }

  private int situation(List<Integer> own, Situation situation, List<HeadGates> heads) {
    List<Integer> all = new ArrayList<>(own);
    for (int h = 0; h < heads.size(); h++) {
      all.addAll(heads.get(h).wins(situation.winners().get(h)));
    }
    return circuit.atLeast(1 + heads.size(), all);
  }

  /** What is chosen after a position: notes where decoding ends, returns what goes on. */
  private Map<Integer, List<Integer>> settle(int p) {
    Map<Integer, List<Integer>> next = new LinkedHashMap<>();
    boolean last = p == decoder.positions() - 1;
    streams
        .get(decoder.model().layers().size())
        .get(p)
        .forEach(
            (stream, literals) -> {
              int choice = seen.chosen(stream, false);
              boolean ends = choice == Session.TIED || decoder.answerTokens().contains(choice);
              if (!ends && last) {
                choice = seen.chosen(stream, true);
              }
              if (choice == decoder.accept()) {
                accepting.addAll(literals);
              }
              if (ends) {
                ended.addAll(literals);
              } else if (!last) {
                next.computeIfAbsent(choice, t -> new ArrayList<>()).addAll(literals);
              }
            });
    return next;
  }
}
