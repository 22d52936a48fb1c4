package org.cotsim.languages.read.turing;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.Formats;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.turing.TuringMachine;

/** Reads a Turing machine from a file, by its extension, or from the command line itself. */
public final class TuringFiles {

  private static final int MAX_BYTES = 1 << 20;

  private interface Reader {
    TuringMachine read(Path path) throws InputException;
  }

  private static final Formats<Reader> FORMATS =
      new Formats<>(
          "Turing machine",
          Map.of(
              "bb",
              TuringFiles::onlyOne,
              "tm",
              TuringFiles::byItsText,
              "txt",
              TuringFiles::byItsText,
              "yaml",
              path -> TuringYamlReader.read(text(path)),
              "yml",
              path -> TuringYamlReader.read(text(path)),
              "jff",
              path -> JflapTuringReader.read(text(path))));

  private TuringFiles() {}

  /**
   * The one machine in this file: {@code .bb} in the standard text of busy beavers, {@code .yaml}
   * or {@code .yml} of turingmachine.io, {@code .jff} of JFLAP; {@code .tm} or {@code .txt} of
   * turingmachinesimulator.com or of Morphett's simulator, or in the standard text, by its first
   * line that is no comment.
   *
   * @throws InputException naming every problem
   */
  public static TuringMachine read(Path path) throws InputException {
    return TuringText.visible(path.toString(), FORMATS.of(path).read(path));
  }

  /**
   * The machine that the text itself describes, such as {@code 1RB1LB_1LA1RZ}.
   *
   * @throws InputException naming every problem by its column
   */
  public static TuringMachine inline(String text) throws InputException {
    return BusyBeaverReader.read(text, text);
  }

  private static TextFile text(Path path) throws InputException {
    return TextFile.read(path, MAX_BYTES);
  }

  private static TuringMachine byItsText(Path path) throws InputException {
    Optional<TuringMachine> simulated = TuringText.ofSimulators(text(path));
    return simulated.isPresent() ? simulated.get() : onlyOne(path);
  }

  private static TuringMachine onlyOne(Path path) throws InputException {
    text(path); // says what is wrong with the file as a whole
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
