package org.cotsim.languages.read.turing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;

/**
 * Reads the machines of turingmachinesimulator.com, with one tape or several.
 *
 * <p>Lines {@code name:}, {@code init:} and {@code accept:}, then pairs of lines {@code
 * state,symbol,...} and {@code state,symbol,...,move,...} with moves {@code < - >}. The blank is
 * {@code _}; {@code //} begins a comment.
 */
final class TuringSimulatorReader {

  static final String BLANK = "_";
  static final int MOST_TAPES = 5;
  private static final Map<String, Move> MOVES =
      Map.of("<", Move.LEFT, "-", Move.STAY, ">", Move.RIGHT);

  private record Left(List<Field> fields, int line) {}

  private final InputProblems problems;
  private final TuringMachineBuilder builder;
  private final Map<List<String>, Integer> seen = new HashMap<>(); // state and reads -> line
  private Optional<Left> left = Optional.empty();
  private Optional<String> start = Optional.empty();
  private int tapes;

  private TuringSimulatorReader(String source) {
    this.problems = new InputProblems(source);
    this.builder = TuringMachine.builder(source).blank(BLANK);
  }

  /** Whether a text, without comments and blank lines, begins like one of that site. */
  static boolean begins(String line) {
    return line.matches("(?i)\\s*(name|init|accept)\\s*:.*");
  }

  /**
   * The machine of a text.
   *
   * @throws InputException naming every problem by line and column
   */
  static TuringMachine read(TextFile file) throws InputException {
    TuringSimulatorReader reader = new TuringSimulatorReader(file.source());
    int number = 0;
    for (String line : file.lines()) {
      reader.line(line.replaceFirst("//.*", ""), ++number);
    }
    return reader.machine(file);
  }

  private TuringMachine machine(TextFile file) throws InputException {
    if (left.isPresent()) {
      problems.add(left.get().line(), 1, "a line 'state,symbol,move' is missing after this line");
    }
    if (problems.count() == 0 && (start.isEmpty() || tapes == 0)) {
      problems.add(0, 0, start.isEmpty() ? "the line 'init: STATE' is missing" : "no transitions");
    }
    problems.throwIfAny();
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw InputException.in(file.source(), e.getMessage());
    }
  }

  private void line(String line, int number) throws InputException {
    if (line.isBlank()) {
      return;
    }
    if (begins(line)) {
      header(line, number);
    } else if (left.isEmpty()) {
      left = Optional.of(new Left(fields(line), number));
    } else {
      transition(left.get(), fields(line), number);
      left = Optional.empty();
    }
  }

  private void header(String line, int number) throws InputException {
    int colon = line.indexOf(':');
    String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    List<String> values =
        fields(line.substring(colon + 1)).stream()
            .map(Field::text)
            .filter(value -> !value.isEmpty())
            .toList();
    if (key.equals("init")) {
      if (values.size() != 1 || start.isPresent()) {
        problems.add(number, 1, "one start state is expected");
        return;
      }
      start = Optional.of(values.get(0));
      builder.start(values.get(0));
    } else if (key.equals("accept")) {
      values.forEach(builder::accept);
    }
  }

  private static List<Field> fields(String line) {
    List<Field> fields = new ArrayList<>();
    int at = 0;
    for (String part : line.split(",", -1)) {
      int blanks = part.length() - part.stripLeading().length();
      fields.add(new Field(part.strip(), at + blanks + 1));
      at += part.length() + 1;
    }
    return fields;
  }

  private void transition(Left from, List<Field> to, int number) throws InputException {
    int width = from.fields().size() - 1;
    if (tapes == 0 && width >= 1 && width <= MOST_TAPES) {
      tapes = width;
      builder.tapes(tapes);
    }
    if (tapes == 0 || width != tapes) {
      problems.add(
          from.line(),
          1,
          "expected a state and a symbol for each of %s tapes"
              .formatted(tapes == 0 ? "1 to " + MOST_TAPES : Integer.toString(tapes)));
      return;
    }
    if (to.size() != 2 * tapes + 1) {
      problems.add(number, 1, "expected a state, %d symbols and %d moves".formatted(tapes, tapes));
      return;
    }
    int before = problems.count();
    checkNames(from.fields(), from.line());
    checkNames(to.subList(0, tapes + 1), number);
    List<Move> moves = new ArrayList<>();
    for (Field move : to.subList(tapes + 1, to.size())) {
      if (!MOVES.containsKey(move.text())) {
        problems.add(number, move.column(), "expected a move <, - or >, not '" + move.text() + "'");
      }
      moves.add(MOVES.get(move.text()));
    }
    List<String> key = from.fields().stream().map(Field::text).toList();
    Integer earlier = seen.putIfAbsent(key, from.line());
    if (earlier != null) {
      problems.add(
          from.line(),
          1,
          "the same state and symbols as in line %d, the machine must be deterministic"
              .formatted(earlier));
    }
    if (problems.count() == before) {
      List<String> target = to.stream().map(Field::text).toList();
      builder.on(
          key.get(0),
          key.subList(1, key.size()),
          target.get(0),
          target.subList(1, tapes + 1),
          moves);
    }
  }

  private void checkNames(List<Field> names, int line) throws InputException {
    for (Field name : names) {
      if (name.text().isEmpty()) {
        problems.add(line, name.column(), "a name or symbol is missing");
      }
    }
    for (Field symbol : names.subList(1, names.size())) {
      if (symbol.text().codePoints().count() > 1) {
        problems.add(
            line,
            symbol.column(),
            "expected a symbol of one character, not '" + symbol.text() + "'");
      }
    }
  }
}
