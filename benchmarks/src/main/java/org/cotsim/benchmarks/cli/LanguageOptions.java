package org.cotsim.benchmarks.cli;

import java.nio.file.Path;
import org.cotsim.benchmarks.page.Sentences;
import org.cotsim.benchmarks.page.SentencesFile;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;
import picocli.CommandLine.Option;

/** The language of web pages. */
final class LanguageOptions {

  @Option(
      names = "--language",
      paramLabel = "en|de",
      description =
          "The language of web pages and pictures of steps (default: en). Names of heads and"
              + " charts stay English.")
  private String language;

  @Option(
      names = "--sentences",
      paramLabel = "FILE",
      description =
          "The sentences of pages and pictures in another language: lines 'key = sentence', with the keys of"
              + " the English ones.")
  private Path file;

  /** The sentences that were asked for. */
  Sentences sentences() throws InputException, ExperimentException {
    if (file != null && language != null) {
      throw new ExperimentException("--language and --sentences cannot be given together");
    }
    return file == null
        ? SentencesFile.in(language == null ? "en" : language)
        : SentencesFile.read(file);
  }

  /** Whether one was asked for. */
  boolean isGiven() {
    return file != null || language != null;
  }
}
