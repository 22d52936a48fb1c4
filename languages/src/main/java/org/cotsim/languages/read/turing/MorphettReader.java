package org.cotsim.languages.read.turing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;

/**
 * Reads the one-tape machines of Anthony Morphett's simulator: {@code state symbol symbol l|r|*
 * state} a line.
 *
 * <p>{@code *} is any symbol or state where it is read, and the one read where it is written; a
 * line without it goes before one with it, and a symbol before a state. The machine starts in state
 * 0, or in that of the first line where there is no 0. A state that begins with {@code halt} halts,
 * and accepts unless {@code reject} is in its name. The blank is {@code _}; {@code ;} begins a
 * comment. Source: morphett.info/turing.
 */
final class MorphettReader {

  private static final String ANY = "*";
  private static final String BLANK = "_";
  private static final Map<String, Move> MOVES =
      Map.of("l", Move.LEFT, "*", Move.STAY, "r", Move.RIGHT);
  private static final int MOST_RULES = 1 << 20;

  private record Rule(String write, Move move, String next) {}

  private final InputProblems problems;
  private final TuringMachineBuilder builder;
  private final Map<List<String>, Rule> rules = new LinkedHashMap<>(); // state, symbol -> rule
  private final Set<String> states = new LinkedHashSet<>();
  private final Set<String> symbols = new LinkedHashSet<>(Set.of(BLANK));

  private MorphettReader(String source) {
    this.problems = new InputProblems(source);
    this.builder = TuringMachine.builder(source).blank(BLANK);
  }

  /** Whether a line, not blank and no comment, may be one of these. */
  static boolean begins(String line) {
    return line.replaceFirst(";.*", "").matches("\\s*\\S+\\s+\\S+\\s+\\S+\\s+[lrLR*]\\s+\\S+.*");
  }

  /**
   * The machine of a text.
   *
   * @throws InputException naming every problem by line and column
   */
  static TuringMachine read(TextFile file) throws InputException {
    MorphettReader reader = new MorphettReader(file.source());
    int number = 0;
    for (String line : file.lines()) {
      reader.line(line.replaceFirst(";.*", ""), ++number);
    }
    reader.problems.throwIfAny();
    reader.spread(file.source());
    try {
      return reader.builder.build();
    } catch (IllegalArgumentException e) {
      throw InputException.in(file.source(), e.getMessage());
    }
  }

  private void line(String line, int number) throws InputException {
    List<Field> fields = Field.words(line);
    if (fields.isEmpty()) {
      return;
    }
    boolean breakpoint = fields.size() == 6 && fields.get(5).text().equals("!");
    if (fields.size() != 5 && !breakpoint) {
      problems.add(
          number, fields.get(0).column(), "expected 'state symbol symbol l|r|* state' in a line");
      return;
    }
    int before = problems.count();
    for (Field symbol : fields.subList(1, 3)) {
      if (symbol.text().codePoints().count() != 1) {
        problems.add(
            number,
            symbol.column(),
            "expected a symbol of one character, not '" + symbol.text() + "'");
      }
    }
    Field move = fields.get(3);
    String direction = move.text().toLowerCase(Locale.ROOT);
    if (!MOVES.containsKey(direction)) {
      problems.add(number, move.column(), "expected a move l, r or *, not '" + move.text() + "'");
    }
    String state = fields.get(0).text();
    if (halts(state)) {
      problems.add(number, fields.get(0).column(), "state '" + state + "' halts");
    }
    List<String> key = List.of(state, fields.get(1).text());
    if (problems.count() > before) {
      return;
    }
    Rule rule = new Rule(fields.get(2).text(), MOVES.get(direction), fields.get(4).text());
    Rule earlier = rules.putIfAbsent(key, rule);
    if (earlier != null && !earlier.equals(rule)) {
      problems.add(
          number,
          fields.get(0).column(),
          "a second line for state '%s' and symbol '%s', the machine must be deterministic"
              .formatted(state, key.get(1)));
    }
    states.addAll(List.of(state, rule.next()));
    symbols.addAll(List.of(key.get(1), rule.write()));
  }

  private static boolean halts(String state) {
    return state.startsWith("halt");
  }

  /** Gives every state and symbol its own rule. */
  private void spread(String source) throws InputException {
    states.remove(ANY);
    symbols.remove(ANY);
    List<String> working = new ArrayList<>(states);
    working.removeIf(MorphettReader::halts);
    if (working.isEmpty() || (long) working.size() * symbols.size() > MOST_RULES) {
      throw InputException.in(
          source,
          "%d states and %d symbols are not read".formatted(working.size(), symbols.size()));
    }
    builder.symbols(List.copyOf(symbols));
    builder.start(states.contains("0") ? "0" : working.get(0));
    for (String state : working) {
      for (String symbol : symbols) {
        rule(state, symbol).ifPresent(rule -> define(state, symbol, rule));
      }
    }
    for (String state : states) {
      if (halts(state) && state.contains("reject")) {
        builder.reject(state);
      } else if (halts(state)) {
        builder.accept(state);
      }
    }
  }

  private Optional<Rule> rule(String state, String symbol) {
    for (List<String> key :
        List.of(
            List.of(state, symbol), List.of(state, ANY), List.of(ANY, symbol), List.of(ANY, ANY))) {
      if (rules.containsKey(key)) {
        return Optional.of(rules.get(key));
      }
    }
    return Optional.empty();
  }

  private void define(String state, String symbol, Rule rule) {
    builder.on(
        state,
        List.of(symbol),
        rule.next().equals(ANY) ? state : rule.next(),
        List.of(rule.write().equals(ANY) ? symbol : rule.write()),
        List.of(rule.move()));
  }
}
