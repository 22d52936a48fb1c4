package org.cotsim.circuit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.circuit.CircuitExperiment;
import org.cotsim.benchmarks.experiment.circuit.CircuitResult;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.Recipe;
import org.cotsim.benchmarks.problem.WaysToBuild;
import org.cotsim.benchmarks.problem.WordsOverAlphabet;
import org.cotsim.languages.automaton.Words;
import org.cotsim.simulator.circuit.DecoderAtLength;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Vocabulary;

/**
 * A decoder of words of one length.
 *
 * @param steps the most intermediate tokens
 */
record CircuitSubject(
    WordsOverAlphabet problem, ConstructedDecoder<List<String>> decoder, int length, int steps) {

  static CircuitSubject of(String name, String recipe, int length) throws Exception {
    WordsOverAlphabet problem =
        WordsOverAlphabet.of(
            recipe.isEmpty()
                ? Problems.find(name)
                : WaysToBuild.built(Problems.find(name), Recipe.valueOf(recipe)));
    int steps = (int) problem.mostSteps(length);
    return new CircuitSubject(
        problem,
        problem.construction(ConstructionOptions.defaults()).compile(new Extent(length, steps)),
        length,
        steps);
  }

  CircuitSubject with(ConstructedDecoder<List<String>> other) {
    return new CircuitSubject(problem, other, length, steps);
  }

  CircuitResult prove() throws Exception {
    return new CircuitExperiment(problem, decoder, length, steps, what -> {}).run(true);
  }

  DecoderAtLength atLength() {
    Vocabulary vocabulary = decoder.model().vocabulary();
    return new DecoderAtLength(
        decoder.model(),
        vocabulary.id("$", Token.Role.START),
        problem.alphabet().stream().map(a -> vocabulary.id(a, Token.Role.INPUT)).toList(),
        vocabulary.id("#", Token.Role.THINK),
        vocabulary.id("accept", Token.Role.ANSWER),
        length,
        steps);
  }

  /** All words of the length. */
  List<List<String>> words() {
    List<List<String>> words = new ArrayList<>();
    Iterator<List<String>> all = Words.exhaustive(problem.alphabet(), length).iterator();
    while (all.hasNext()) {
      List<String> word = all.next();
      if (word.size() == length) {
        words.add(word);
      }
    }
    return words;
  }

  int[] letters(List<String> word) {
    return word.stream().mapToInt(problem.alphabet()::getSymbolIndex).toArray();
  }

  /** Whether the reference executor answers accept; empty if it ties. */
  Optional<Boolean> answer(List<String> word) {
    int accept = decoder.model().vocabulary().id("accept", Token.Role.ANSWER);
    OptionalInt answer =
        new Decoder(decoder.model(), new ReferenceExecutor())
            .decode(decoder.prompt(word), steps)
            .outcome()
            .answer();
    return answer.isPresent() ? Optional.of(answer.getAsInt() == accept) : Optional.empty();
  }

  @Override
  public String toString() {
    return problem.name() + ", length " + length;
  }
}
