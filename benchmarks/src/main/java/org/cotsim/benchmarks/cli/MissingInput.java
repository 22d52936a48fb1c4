package org.cotsim.benchmarks.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.benchmarks.experiment.run.ReadyModel;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.ListedInputs;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.RandomInputs;
import org.cotsim.benchmarks.problem.VertexQuestions;
import org.cotsim.benchmarks.problem.WrittenInSymbols;
import org.cotsim.benchmarks.report.ShellWords;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;

/** What is said where an input is needed and none is named: how it is written, and one of them. */
final class MissingInput {

  private static final int LETTERS = 3; // of a word that is an example
  private static final int LONGEST = 300; // characters of an example
  private static final String MISSING = "--word is missing";

  private MissingInput() {}

  /** Of a problem. */
  static <I> ExperimentException of(Problem<I> problem) throws InputException {
    if (problem instanceof WrittenInSymbols able) {
      return word(able.alphabet());
    }
    String example =
        example(problem)
            .map(problem::format)
            .filter(text -> text.length() <= LONGEST)
            .map(text -> "; an input is written as in " + option(text))
            .orElse("");
    return new ExperimentException(MISSING + example);
  }

  /** Of a model, whose input tokens are its letters. */
  static ExperimentException of(ReadyModel model) {
    return word(model.alphabet());
  }

  /** Of a graph with vertices of these names. */
  static ExperimentException ofVertices(List<String> names) {
    return new ExperimentException(
        "a graph needs both --source and --target, names of its vertices, as in %s"
            .formatted(
                ShellWords.join(
                    List.of("--source", names.get(0), "--target", names.get(names.size() - 1)))));
  }

  private static ExperimentException word(Alphabet<String> alphabet) {
    List<String> word = alphabet.isEmpty() ? List.of() : Words.alternating(alphabet, LETTERS);
    return new ExperimentException(
        "%s; %s, as in %s"
            .formatted(MISSING, Words.described(alphabet), option(Words.format(word, alphabet))));
  }

  private static String option(String word) {
    return ShellWords.join(List.of("--word", word));
  }

  private static <I> Optional<I> example(Problem<I> problem) throws InputException {
    if (problem instanceof VertexQuestions<I> graph && graph.namesVertices()) {
      List<String> names = graph.graph().orElseThrow().names();
      return Optional.of(graph.question(names.get(0), names.get(names.size() - 1)));
    }
    if (problem instanceof ListedInputs<I> listed) {
      return Optional.of(listed.listed(listed.lengths().get(0)).get(0));
    }
    if (problem instanceof RandomInputs<I> able) {
      Iterator<I> drawn = able.random(able.shortest(), 1);
      return Optional.of(drawn.next());
    }
    return Optional.empty();
  }
}
