package org.cotsim.benchmarks.problem;

import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.languages.input.InputException;

/**
 * A problem as a person names it, with what may be said beside the name.
 *
 * @param text a catalogue name, a prefix such as {@code regex:} and what follows, or a file
 * @param alphabet the symbols of an expression or formula, if they are not those that it mentions
 * @param mostSteps runs of machines are stopped after so many steps
 * @param directed whether an edge list is to be read as a directed graph; empty if nobody says
 */
public record ProblemText(
    String text, Optional<String> alphabet, long mostSteps, Optional<Boolean> directed) {

  /** A text with nothing said beside it. */
  public ProblemText(String text) {
    this(text, Optional.empty(), StepLimits.DEFAULT_STEPS, Optional.empty());
  }

  /** What follows a prefix, if the text begins with it. */
  public Optional<String> after(String prefix) {
    return text.startsWith(prefix)
        ? Optional.of(text.substring(prefix.length()))
        : Optional.empty();
  }

  /**
   * The file, if the text looks like one: catalogue names have no dot and no folder separator, and
   * what begins with the prefix of a kind is no file.
   */
  public Optional<Path> file() {
    if (Problems.hasPrefix(text)) {
      return Optional.empty();
    }
    boolean isFile = text.indexOf('.') >= 0 || text.indexOf('/') >= 0 || text.indexOf('\\') >= 0;
    return isFile ? Optional.of(Path.of(text)) : Optional.empty();
  }

  /**
   * The same problem where its file, if it names one by a relative path, is looked for in a folder.
   */
  public ProblemText beside(Path folder) {
    String prefix =
        Problems.kinds().stream()
            .flatMap(kind -> kind.filePrefixes().stream())
            .filter(text::startsWith)
            .findFirst()
            .orElse("");
    boolean namesFile = !prefix.isEmpty() || file().isPresent();
    String path = text.substring(prefix.length());
    return namesFile && !path.isEmpty()
        ? new ProblemText(prefix + folder.resolve(path), alphabet, mostSteps, directed)
        : this;
  }

  /** The last part of a file's path. */
  public String fileName() {
    return String.valueOf(Path.of(text).getFileName());
  }

  /** Refuses an alphabet where the symbols are known. */
  public ProblemText withoutAlphabet() throws InputException {
    if (alphabet.isPresent()) {
      throw InputException.in(
          "--alphabet",
          "an alphabet can be given for regex:EXPR, formula:TEXT, ltlf:TEXT and FILE.crasp only,"
              + " not for "
              + text);
    }
    return this;
  }
}
