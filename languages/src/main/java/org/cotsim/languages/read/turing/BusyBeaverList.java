package org.cotsim.languages.read.turing;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.LineFile;
import org.cotsim.languages.turing.TuringMachine;

/**
 * A file of machines in the standard text, one a line, read as a stream.
 *
 * <p>A line may go on with {@code Halt STEPS ONES}, the claim that the machine halts on the blank
 * tape after that many steps with that many cells that are not blank. A table with commas, as
 * bbchallenge.org gives it, has its machines in the column {@code machine} or else in the first;
 * other columns are not used. Empty lines and lines that begin with {@code #} are skipped. Memory
 * does not grow with the file.
 */
public final class BusyBeaverList implements AutoCloseable {

  private static final int LONGEST_LINE = 4096; // bytes
  private static final String MACHINE = "machine";

  /** The claim that a machine halts on the blank tape: its steps, and its cells not blank. */
  public record Expected(long steps, long ones) {}

  /**
   * One machine of the list.
   *
   * @param line counted from 1
   * @param text the machine's standard text
   */
  public record Listed(int line, String text, TuringMachine machine, Optional<Expected> expected) {}

  private final LineFile lines;
  private boolean any;
  private int column;

  private BusyBeaverList(LineFile lines) {
    this.lines = lines;
  }

  /**
   * The list in this file, before its first machine.
   *
   * @throws InputException when the file cannot be read
   */
  public static BusyBeaverList open(Path path) throws InputException {
    return new BusyBeaverList(LineFile.open(path, LONGEST_LINE));
  }

  /**
   * The next machine, or nothing at the end.
   *
   * @throws InputException when the line is wrong; the call after it reads the line that follows
   */
  public Optional<Listed> next() throws InputException {
    for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
      String trimmed = text.get().strip();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#") && !isHeader(trimmed)) {
        return Optional.of(parse(text.get()));
      }
    }
    return Optional.empty();
  }

  /** Whether this is the first line of a table; it says which column holds the machines. */
  private boolean isHeader(String line) {
    boolean first = !any;
    any = true;
    int found = List.of(line.toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1)).indexOf(MACHINE);
    if (first && found >= 0) {
      column = found;
    }
    return first && found >= 0;
  }

  private Listed parse(String text) throws InputException {
    return text.indexOf(',') >= 0 || column > 0 ? fromTable(text) : fromLine(text);
  }

  private Listed fromTable(String text) throws InputException {
    String[] cells = text.split(",", -1);
    int at = 1;
    for (int i = 0; i < Math.min(column, cells.length); i++) {
      at += cells[i].length() + 1;
    }
    if (column >= cells.length) {
      throw error(1, "the column of machines is missing in this line");
    }
    String cell = cells[column].strip();
    at += cells[column].indexOf(cell);
    TuringMachine machine = BusyBeaverReader.read(lines.source(), lines.line(), at, cell);
    return new Listed(lines.line(), cell, machine, Optional.empty());
  }

  private Listed fromLine(String text) throws InputException {
    String trimmed = text.strip();
    int start = 1 + text.indexOf(trimmed);
    String[] words = trimmed.split("\\s+", -1);
    TuringMachine machine = BusyBeaverReader.read(lines.source(), lines.line(), start, words[0]);
    Optional<Expected> expected = Optional.empty();
    if (words.length > 1) {
      int rest = start + trimmed.indexOf(words[1], words[0].length());
      if (words.length != 4 || !words[1].equals("Halt")) {
        throw error(
            rest,
            "expected 'Halt STEPS ONES' or nothing after the machine, not '%s'"
                .formatted(text.substring(rest - 1).strip()));
      }
      expected = Optional.of(new Expected(number(words[2], rest), number(words[3], rest)));
    }
    return new Listed(lines.line(), words[0], machine, expected);
  }

  private long number(String text, int column) throws InputException {
    if (!text.matches("[0-9]{1,18}")) {
      throw error(column, "expected a whole number in 'Halt STEPS ONES', not '" + text + "'");
    }
    return Long.parseLong(text);
  }

  private InputException error(int column, String message) {
    return InputException.at(lines.source(), lines.line(), column, message);
  }

  @Override
  public void close() throws InputException {
    lines.close();
  }
}
