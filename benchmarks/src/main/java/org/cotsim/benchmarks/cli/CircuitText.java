package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.AnswerText;
import org.cotsim.benchmarks.experiment.circuit.CircuitResult;
import org.cotsim.benchmarks.experiment.circuit.Proof;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.simulator.circuit.DecoderCircuit.Size;

/**
 * What is said about a circuit.
 *
 * @param written the file, in words
 */
record CircuitText(WordsOverAlphabet problem, CircuitResult result, Optional<String> written) {

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "circuit   %s, all words of %d letters, %d %s%n",
        problem.name(),
        result.length(),
        result.steps(),
        result.steps() == 1 ? "step" : "steps");
    Size size = result.decoder().size();
    out.printf(
        Locale.ROOT,
        "size      %d threshold gates, %d wires, depth %d; %d layers%n",
        size.gates(),
        size.wires(),
        result.decoder().depth(),
        result.layers());
    for (int l = 0; l < result.layers(); l++) {
      Size layer = result.decoder().layers().get(l);
      out.printf(
          Locale.ROOT,
          "          layer %d: %d gates, %d wires%n",
          l + 1,
          layer.gates(),
          layer.wires());
    }
    out.printf(
        Locale.ROOT,
        "read off  from %d residual streams seen in %d words; %s%n",
        result.streams(),
        result.words(),
        exactness());
    out.printf("%-9s %s%n", verdict(), evidence());
    written.ifPresent(text -> out.printf("written   %s%n", text));
  }

  private String exactness() {
    return result.inexactMeans() == 0
        ? "every mean is the same in any order of addition"
        : result.inexactMeans() + " means may change in the last bits with the order of addition";
  }

  private String verdict() {
    if (result.proof().isEmpty()) {
      return "shown";
    }
    return result.proof().get() instanceof Proof.Proved ? "proved" : "refuted";
  }

  private String evidence() {
    if (result.proof().isEmpty()) {
      return "nothing about other words than these"
          + (result.differs().isPresent() ? "; --prove decides all" : "");
    }
    Proof proof = result.proof().get();
    String cost =
        String.format(Locale.ROOT, "; Sat4j, round %d, %.1f s", proof.rounds(), proof.seconds());
    if (proof instanceof Proof.Refuted refuted) {
      return "on %s the decoder answers %s, right is %s%s"
          .formatted(word(refuted), refuted.answer(), refuted.right(), cost);
    }
    return "equal to the automaton on all words of this length, in binary64"
        + (result.inexactMeans() > 0 ? ", up to the order in which means are added" : "")
        + cost;
  }

  private String word(Proof.Refuted refuted) {
    return AnswerText.shown(problem.format(refuted.word()));
  }

  Map<String, Object> json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("problem", problem.name());
    fields.put("length", result.length());
    fields.put("steps", result.steps());
    fields.put("layers", result.layers());
    fields.put("inputs", result.circuit().inputs());
    fields.put("gates", result.decoder().size().gates());
    fields.put("wires", result.decoder().size().wires());
    fields.put("depth", result.decoder().depth());
    fields.put(
        "by_layer",
        result.decoder().layers().stream()
            .map(size -> Map.of("gates", size.gates(), "wires", size.wires()))
            .toList());
    fields.put("words_run", result.words());
    fields.put("residual_streams", result.streams());
    fields.put("inexact_means", result.inexactMeans());
    fields.put("proof", result.proof().map(this::json).orElse(null));
    fields.put("written", written.orElse(null));
    fields.put("notes", problem.notes());
    return fields;
  }

  private Map<String, Object> json(Proof proof) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("proved", proof instanceof Proof.Proved);
    fields.put("solver", "Sat4j");
    fields.put("rounds", proof.rounds());
    fields.put("seconds", proof.seconds());
    if (proof instanceof Proof.Refuted refuted) {
      fields.put("word", List.copyOf(refuted.word()));
      fields.put("answer", refuted.answer());
      fields.put("right", refuted.right());
    }
    return fields;
  }
}
