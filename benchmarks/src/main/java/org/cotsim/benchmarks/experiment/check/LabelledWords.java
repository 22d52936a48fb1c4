package org.cotsim.benchmarks.experiment.check;

import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.LineFile;

/** The words of a file, one a line, with the labels of a second file beside them. */
final class LabelledWords<I> implements CheckedInputs<I> {

  private final Problem<I> problem;
  private final LineFile words;
  private final Optional<LineFile> labels;

  private LabelledWords(Problem<I> problem, LineFile words, Optional<LineFile> labels) {
    this.problem = problem;
    this.words = words;
    this.labels = labels;
  }

  static <I> LabelledWords<I> open(Problem<I> problem, Path words, Optional<Path> labels)
      throws InputException {
    LineFile wordLines = LineFile.open(words);
    return new LabelledWords<>(
        problem,
        wordLines,
        labels.isPresent() ? Optional.of(LineFile.open(labels.get())) : Optional.empty());
  }

  @Override
  public Optional<CheckedInput<I>> next() throws InputException {
    Optional<String> word = words.next();
    Optional<Boolean> label = labels.isPresent() ? label(word.isPresent()) : Optional.empty();
    if (word.isEmpty()) {
      return Optional.empty();
    }
    String place = words.source() + ":" + words.line();
    return Optional.of(new CheckedInput<>(parse(word.get()), label, place, new Drawn()));
  }

  @Override
  public void close() throws InputException {
    words.close();
    if (labels.isPresent()) {
      labels.get().close();
    }
  }

  private I parse(String word) throws InputException {
    try {
      return problem.parse(word);
    } catch (InputException e) {
      throw e.inLine(words.source(), words.line());
    }
  }

  private Optional<Boolean> label(boolean expected) throws InputException {
    LineFile file = labels.orElseThrow();
    Optional<String> line = file.next();
    if (line.isPresent() && !expected) {
      throw InputException.at(
          file.source(), file.line(), 1, "there is no word for this label in " + words.source());
    }
    if (line.isEmpty() && expected) {
      throw InputException.at(
          words.source(), words.line(), 1, "there is no label for this word in " + file.source());
    }
    if (line.isEmpty()) {
      return Optional.empty();
    }
    return switch (line.get().strip()) {
      case "1" -> Optional.of(true);
      case "0" -> Optional.of(false);
      default ->
          throw InputException.at(
              file.source(), file.line(), 1, "found \"" + line.get() + "\", expected 1 or 0");
    };
  }
}
