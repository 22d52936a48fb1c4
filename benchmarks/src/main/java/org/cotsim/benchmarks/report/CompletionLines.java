package org.cotsim.benchmarks.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cotsim.benchmarks.experiment.grade.Graded;
import org.cotsim.benchmarks.experiment.grade.WrongStep;

/**
 * A line for each graded completion, kept in a temporary file until all are there, so that memory
 * does not grow with them.
 */
public final class CompletionLines implements AutoCloseable {

  /** The file that is written into a folder. */
  public static final String FILE = "completions.csv";

  private static final List<String> HEADER =
      List.of(
          "place",
          "input",
          "n",
          "budget",
          "label",
          "answer",
          "answer_right",
          "chain_right",
          "first_wrong",
          "expected",
          "found");

  /** Takes graded completions. */
  @FunctionalInterface
  public interface Sink {
    void add(Graded one) throws IOException;
  }

  private final Path temporary;
  private final BufferedWriter lines;

  private CompletionLines(Path temporary, BufferedWriter lines) {
    this.temporary = temporary;
    this.lines = lines;
  }

  /** Begins with none. */
  public static CompletionLines open() throws IOException {
    Path temporary = Files.createTempFile("cot-", ".csv");
    temporary.toFile().deleteOnExit(); // Ctrl-C closes nothing
    CompletionLines lines = new CompletionLines(temporary, Files.newBufferedWriter(temporary));
    lines.lines.write(Csv.of(HEADER, List.of()));
    return lines;
  }

  /** Adds one. */
  public void add(Graded one) throws IOException {
    lines.write(
        Csv.line(
            List.of(
                one.place().toString(),
                one.input(),
                one.n(),
                one.budget(),
                one.label(),
                one.said().answer().orElse(""),
                one.answerRight(),
                one.chainRight(),
                one.wrong().map(wrong -> String.valueOf(wrong.step())).orElse(""),
                one.wrong().map(WrongStep::expected).orElse(""),
                one.wrong().map(WrongStep::found).orElse(""))));
  }

  /**
   * Writes them into a folder.
   *
   * @throws IOException with a sentence for the user, as {@link AtomicFiles#write} gives it
   */
  public void write(Path folder) throws IOException {
    lines.flush();
    AtomicFiles.write(folder.resolve(FILE), out -> Files.copy(temporary, out));
  }

  @Override
  public void close() throws IOException {
    lines.close();
    Files.deleteIfExists(temporary);
  }
}
