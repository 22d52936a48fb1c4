package org.cotsim.languages.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotsim.languages.turing.TuringMachine;

/**
 * A file of machines in the standard text, one a line, read as a stream.
 *
 * <p>A line may go on with {@code Halt STEPS ONES}, the claim that the machine halts on the blank
 * tape after that many steps with that many cells that are not blank. Empty lines and lines that
 * begin with {@code #} are skipped. Memory does not grow with the file.
 */
public final class BusyBeaverList implements AutoCloseable {

  private static final int LONGEST_LINE = 4096;

  /** The claim that a machine halts on the blank tape: its steps, and its cells not blank. */
  public record Expected(long steps, long ones) {}

  /**
   * One machine of the list.
   *
   * @param line counted from 1
   * @param text the machine's standard text
   */
  public record Listed(int line, String text, TuringMachine machine, Optional<Expected> expected) {}

  private final String source;
  private final BufferedReader reader;
  private int line;

  private BusyBeaverList(String source, BufferedReader reader) {
    this.source = source;
    this.reader = reader;
  }

  /**
   * The list in this file, before its first machine.
   *
   * @throws InputException when the file cannot be read
   */
  public static BusyBeaverList open(Path path) throws InputException {
    TuringText.check(path);
    try {
      return new BusyBeaverList(path.toString(), Files.newBufferedReader(path));
    } catch (IOException e) {
      throw InputException.in(path.toString(), "the file cannot be read: " + e.getMessage());
    }
  }

  /**
   * The next machine, or nothing at the end.
   *
   * @throws InputException when the line is wrong; the call after it reads the line that follows
   */
  public Optional<Listed> next() throws InputException {
    for (Optional<String> text = readLine(); text.isPresent(); text = readLine()) {
      String trimmed = text.get().strip();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        return Optional.of(parse(text.get()));
      }
    }
    return Optional.empty();
  }

  private Listed parse(String text) throws InputException {
    String trimmed = text.strip();
    int column = 1 + text.indexOf(trimmed);
    String[] words = trimmed.split("\\s+", -1);
    TuringMachine machine = BusyBeaverReader.read(source, line, column, words[0]);
    Optional<Expected> expected = Optional.empty();
    if (words.length > 1) {
      int rest = column + trimmed.indexOf(words[1], words[0].length());
      if (words.length != 4 || !words[1].equals("Halt")) {
        throw InputException.at(
            source,
            line,
            rest,
            "expected 'Halt STEPS ONES' or nothing after the machine, not '%s'"
                .formatted(text.substring(rest - 1).strip()));
      }
      expected = Optional.of(new Expected(number(words[2], rest), number(words[3], rest)));
    }
    return new Listed(line, words[0], machine, expected);
  }

  private long number(String text, int column) throws InputException {
    if (!text.matches("[0-9]{1,18}")) {
      throw InputException.at(
          source, line, column, "expected a whole number in 'Halt STEPS ONES', not '" + text + "'");
    }
    return Long.parseLong(text);
  }

  private Optional<String> readLine() throws InputException {
    StringBuilder text = new StringBuilder();
    line++;
    try {
      int next = reader.read();
      if (next < 0) {
        return Optional.empty();
      }
      for (; next >= 0 && next != '\n'; next = reader.read()) {
        if (text.length() == LONGEST_LINE) {
          skipLine();
          throw InputException.at(
              source, line, LONGEST_LINE, "the line is longer than %d".formatted(LONGEST_LINE));
        }
        text.append((char) next);
      }
      boolean marked = line == 1 && text.length() > 0 && text.charAt(0) == '\uFEFF';
      return Optional.of(marked ? text.substring(1) : text.toString());
    } catch (CharacterCodingException e) {
      throw InputException.at(source, line, 0, "the file is not UTF-8 text");
    } catch (IOException e) {
      throw InputException.at(source, line, 0, "the file cannot be read: " + e.getMessage());
    }
  }

  private void skipLine() throws IOException {
    for (int next = reader.read(); next >= 0 && next != '\n'; next = reader.read()) {}
  }

  @Override
  public void close() throws InputException {
    try {
      reader.close();
    } catch (IOException e) {
      throw InputException.in(source, "the file cannot be closed: " + e.getMessage());
    }
  }
}
