package org.cotsim.benchmarks.page;

import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.ProblemText;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.benchmarks.problem.VertexQuestions;
import org.cotsim.languages.input.InputException;

/**
 * A problem for a page, as a person names it.
 *
 * @param text the problem as it was written
 * @param folder where files are that it names
 * @param alphabet the symbols, if they are not only those in it
 * @param directed whether an edge list is a directed graph, if that was said
 * @param word the input, if one was given
 * @param source the name of s, of a graph
 * @param target the name of t
 * @param title to be shown in place of the problem's name
 * @param sentence to be shown in place of its summary
 */
record AskedProblem(
    String text,
    Path folder,
    Optional<String> alphabet,
    Optional<Boolean> directed,
    Optional<String> word,
    Optional<String> source,
    Optional<String> target,
    Optional<String> title,
    Optional<String> sentence) {

  /** Of a machine; a page shows no more. */
  static final int MOST_STEPS = 400;

  private static final String PLAIN = "[A-Za-z0-9._/:-]+"; // needs no quotes in a shell

  /** A problem with nothing said beside it. */
  static AskedProblem named(String name) {
    return new AskedProblem(
        name,
        Path.of(""),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The name under which it is shown. */
  String name() {
    return title.orElse(text);
  }

  /** What a page of it is headed by. */
  Heading heading(Problem<?> problem) {
    return new Heading(name(), sentence.orElse(problem.summary()), sentence.isEmpty());
  }

  /** The problem. */
  Problem<?> find() throws InputException {
    return Problems.find(new ProblemText(text, alphabet, MOST_STEPS, directed).beside(folder));
  }

  /**
   * The input that was given.
   *
   * @return empty if none was
   * @throws ExperimentException if a graph has only one of s and t, or another problem has any
   */
  <I> Optional<I> input(Problem<I> problem) throws InputException, ExperimentException {
    if (source.isPresent() != target.isPresent()) {
      throw new ExperimentException("a graph needs both source and target");
    }
    if (source.isPresent()) {
      return Optional.of(VertexQuestions.of(problem).question(source.get(), target.get()));
    }
    if (word.isPresent()) {
      return Optional.of(problem.parse(word.get()));
    }
    if (problem instanceof VertexQuestions<I> graph && graph.namesVertices()) {
      throw new ExperimentException("a graph needs source and target");
    }
    return Optional.empty();
  }

  /** Refuses an input that the problem cannot read. */
  void requireInput() throws InputException, ExperimentException {
    input(find());
  }

  /** As it is written in a shell. */
  String onCommandLine() {
    String symbols = alphabet.map(some -> " --alphabet " + quoted(some)).orElse("");
    return quoted(text) + symbols + (directed.orElse(false) ? " --directed" : "");
  }

  /** A text as one word of a shell. */
  static String quoted(String text) {
    return text.matches(PLAIN) ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
