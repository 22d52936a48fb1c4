package org.cotsim.languages.read.turing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.turing.TuringMachine;

/** Turing machines as texts that people write and edit, in whatever notation. */
public final class TuringText {

  private static final Pattern COMMENT = Pattern.compile("\\s*(#|;|//)");

  private TuringText() {}

  /**
   * The machine that a text describes, by its first line that is no comment: in the notation of
   * turingmachinesimulator.com or of Morphett's simulator, as YAML of turingmachine.io if it has a
   * colon, else in the standard text of busy beavers.
   *
   * @param source what the text is called in problems
   * @throws InputException naming every problem by line and column
   */
  public static TuringMachine read(String source, String text) throws InputException {
    TextFile file = new TextFile(source, text);
    Optional<String> first = firstLine(file);
    if (first.isEmpty()) {
      throw InputException.in(source, "the text holds no machine");
    }
    Optional<TuringMachine> simulated = ofSimulators(file);
    if (simulated.isPresent()) {
      return visible(source, simulated.get());
    }
    return visible(
        source,
        first.get().contains(":")
            ? TuringYamlReader.read(file)
            : BusyBeaverReader.read(source, first.get().strip()));
  }

  /**
   * The machine as a text that {@link #read} takes: as YAML of turingmachine.io, or with several
   * tapes in the notation of turingmachinesimulator.com.
   *
   * @return empty if neither can say what the machine is
   */
  public static Optional<String> write(TuringMachine machine) {
    return TuringYamlWriter.write(machine).or(() -> TuringSimulatorWriter.write(machine));
  }

  private static Optional<String> firstLine(TextFile file) {
    return file.text()
        .lines()
        .filter(line -> !line.isBlank() && !COMMENT.matcher(line).lookingAt())
        .findFirst();
  }

  /** The machine of a text in the notation of one of the two simulators. */
  static Optional<TuringMachine> ofSimulators(TextFile file) throws InputException {
    Optional<String> first = firstLine(file);
    if (first.isPresent() && TuringSimulatorReader.begins(first.get())) {
      return Optional.of(TuringSimulatorReader.read(file));
    }
    return first.isPresent() && MorphettReader.begins(first.get())
        ? Optional.of(MorphettReader.read(file))
        : Optional.empty();
  }

  /** The machine, if the names of its states and symbols can be shown. */
  static TuringMachine visible(String source, TuringMachine machine) throws InputException {
    for (String state : machine.states()) {
      Characters.requireVisible(source, "state", state);
    }
    for (String symbol : machine.symbols()) {
      Characters.requireVisible(source, "symbol", symbol);
    }
    return machine;
  }
}
