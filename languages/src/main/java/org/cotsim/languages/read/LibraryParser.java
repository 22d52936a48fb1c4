package org.cotsim.languages.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.automatalib.exception.FormatException;
import net.automatalib.serialization.ModelDeserializer;
import org.cotsim.languages.input.InputException;

/** Runs a parser of AutomataLib and turns its failures, some of them errors, into sentences. */
public final class LibraryParser {

  private static final Pattern LINE = Pattern.compile("line (\\d+), column (\\d+)");

  private LibraryParser() {}

  /**
   * What the parser makes of a file.
   *
   * @param text of the file, perhaps with quotes added
   * @param format what the file should have been, in words
   */
  public static <M> M parse(ModelDeserializer<M> parser, TextFile file, String text, String format)
      throws InputException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return parser.readModel(new ByteArrayInputStream(bytes));
    } catch (TooLargeException e) {
      throw InputException.in(file.source(), e.getMessage());
    } catch (IOException | FormatException | RuntimeException e) {
      throw sentence(file, text, format, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      throw InputException.in(file.source(), "nested too deep");
    } catch (Error e) {
      // The lexers throw a TokenMgrError of a package of their own.
      if (!e.getClass().getSimpleName().equals("TokenMgrError")) {
        throw e;
      }
      throw sentence(file, text, format, e.getMessage());
    }
  }

  private static InputException sentence(
      TextFile file, String text, String format, String message) {
    Matcher matcher = LINE.matcher(message);
    if (!matcher.find()) {
      String said = message.replaceAll("\\s+", " ").strip();
      return InputException.in(file.source(), "not " + format + ": " + said);
    }
    int line = Integer.parseInt(matcher.group(1));
    int column = column(line(text, line), line(file.text(), line), matcher);
    return InputException.at(
        file.source(), line, column, "not %s here: %s".formatted(format, file.quote(line, column)));
  }

  private static String line(String text, int line) {
    return text.lines().skip(line - 1L).findFirst().orElse("");
  }

  /** The column in the line as the person wrote it, before quotes were added. */
  private static int column(String read, String written, Matcher matcher) {
    int end = Math.min(Integer.parseInt(matcher.group(2)) - 1, read.length());
    int column = 0;
    for (int i = 0; i < end; i++) {
      boolean same = column < written.length() && written.charAt(column) == read.charAt(i);
      column += same ? 1 : 0;
    }
    return column + 1;
  }
}
