package org.cotsim.languages.read;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.languages.turing.TuringMachine;

/** Reads a Turing machine from a file, by its extension, or from the command line itself. */
public final class TuringFiles {

  private static final long MOST_BYTES = 1L << 20;

  private TuringFiles() {}

  /**
   * The one machine in this file: {@code .bb} or {@code .txt} in the standard text of busy beavers,
   * {@code .yaml} or {@code .yml} of turingmachine.io, {@code .jff} of JFLAP.
   *
   * @throws InputException naming every problem
   */
  public static TuringMachine read(Path path) throws InputException {
    TuringText.check(path);
    String source = path.toString();
    String lower = source.toLowerCase(Locale.ROOT);
    String extension = lower.substring(lower.lastIndexOf('.') + 1);
    return switch (extension) {
      case "bb", "txt" -> one(path);
      case "yaml", "yml" -> TuringYamlReader.read(source, TuringText.read(path, MOST_BYTES));
      case "jff" -> JflapTuringReader.read(source, TuringText.read(path, MOST_BYTES));
      default ->
          throw InputException.in(
              source, "expected a Turing machine in a file .bb, .txt, .yaml, .yml or .jff");
    };
  }

  /**
   * The machine that the text itself describes, such as {@code 1RB1LB_1LA1RZ}.
   *
   * @throws InputException naming every problem by its column
   */
  public static TuringMachine inline(String text) throws InputException {
    return BusyBeaverReader.read(text, text);
  }

  private static TuringMachine one(Path path) throws InputException {
    TuringText.read(path, MOST_BYTES);
    try (BusyBeaverList list = BusyBeaverList.open(path)) {
      Optional<BusyBeaverList.Listed> first = list.next();
      if (first.isEmpty()) {
        throw InputException.in(path.toString(), "the file holds no machine");
      }
      Optional<BusyBeaverList.Listed> second = list.next();
      if (second.isPresent()) {
        throw InputException.at(
            path.toString(), second.get().line(), 1, "a second machine, expected only one");
      }
      return first.get().machine();
    }
  }
}
