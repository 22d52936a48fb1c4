package org.cotsim.languages.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.read.InputException.Problem;
import org.cotsim.languages.read.JflapXml.Element;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;

/**
 * Reads JFLAP 6 and 7 Turing machines with one tape or several.
 *
 * <p>An empty read or write is the blank. A final state halts and accepts, as JFLAP does unless
 * told otherwise, so that a transition out of one is refused; so are two different transitions for
 * the same symbols, JFLAP's patterns {@code ~} and {@code !x}, and building blocks that hold a
 * machine.
 */
public final class JflapTuringReader {

  private static final String BLANK = "□";
  private static final String ANY = "~";
  private static final int MOST_TAPES = 5;
  private static final int MOST_READS = 100_000;
  private static final Map<String, Move> MOVES =
      Map.of("L", Move.LEFT, "S", Move.STAY, "R", Move.RIGHT);

  private final String source;
  private final List<Problem> problems = new ArrayList<>();
  private final TuringMachineBuilder builder;
  private final Map<String, String> names = new LinkedHashMap<>(); // by state id
  private final Set<String> finals = new HashSet<>(); // state ids
  private final Set<String> symbols = new LinkedHashSet<>(Set.of(BLANK));
  private final Map<List<String>, List<?>> seen = new HashMap<>(); // id and reads -> what they do
  private int tapes = 1;

  private JflapTuringReader(String source) {
    this.source = source;
    this.builder = TuringMachine.builder(source).blank(BLANK);
  }

  /**
   * The machine in this JFLAP document.
   *
   * @throws InputException naming every problem by line and column
   */
  public static TuringMachine read(String source, String text) throws InputException {
    JflapTuringReader reader = new JflapTuringReader(source);
    reader.readStructure(JflapXml.read(source, text));
    if (!reader.problems.isEmpty()) {
      throw new InputException(reader.problems);
    }
    try {
      return reader.builder.build();
    } catch (IllegalArgumentException e) {
      throw InputException.in(source, e.getMessage());
    }
  }

  private void readStructure(Element structure) {
    String type = child(structure, "type").map(Element::text).orElse("");
    if (!structure.name().equals("structure") || !type.matches("(?i)turing(bb)?")) {
      problem(
          structure, "expected a JFLAP 6 or 7 <structure> of <type> turing, not '" + type + "'");
      return;
    }
    Element automaton = child(structure, "automaton").orElse(structure);
    readTapes(child(structure, "tapes").or(() -> child(automaton, "tapes")));
    automaton.children("state").forEach(this::nameState);
    automaton.children("block").forEach(block -> nameBlock(block, automaton));
    readStates(automaton);
    automaton.children("transition").forEach(this::collectSymbols);
    if (Math.pow(symbols.size(), tapes) > MOST_READS) {
      problem(automaton, "%d symbols on %d tapes are too many".formatted(symbols.size(), tapes));
    } else {
      automaton.children("transition").forEach(this::readTransition);
    }
  }

  private void readTapes(Optional<Element> element) {
    if (element.isPresent()) {
      String count = element.get().text();
      if (count.matches("[1-9]") && Integer.parseInt(count) <= MOST_TAPES) {
        tapes = Integer.parseInt(count);
      } else {
        problem(element.get(), "expected 1 to %d tapes, not '%s'".formatted(MOST_TAPES, count));
      }
    }
    builder.tapes(tapes);
  }

  private void nameBlock(Element block, Element automaton) {
    String tag = child(block, "tag").map(Element::text).orElse("");
    boolean machine =
        block.has("automaton")
            || block.has("state")
            || block.has("block")
            || automaton.children(tag).stream().anyMatch(inner -> !inner.children().isEmpty());
    if (machine) {
      problem(
          block,
          "building block '%s' holds a machine of its own, write its states out"
              .formatted(block.attributes().getOrDefault("name", "")));
    }
    nameState(block);
  }

  private void nameState(Element state) {
    String id = state.attributes().getOrDefault("id", "");
    String name = state.attributes().getOrDefault("name", "q" + id);
    if (id.isEmpty()) {
      problem(state, "the state has no id");
    } else if (names.containsKey(id)) {
      problem(state, "state id '" + id + "' occurs twice");
    } else {
      names.put(id, names.containsValue(name) ? name + "/" + id : name);
    }
  }

  private void readStates(Element automaton) {
    List<Element> states = new ArrayList<>(automaton.children("state"));
    states.addAll(automaton.children("block"));
    List<Element> initial = states.stream().filter(state -> state.has("initial")).toList();
    if (initial.isEmpty()) {
      problem(automaton, "no state is <initial/>");
    }
    initial.stream().limit(1).forEach(state -> builder.start(name(state)));
    initial.stream().skip(1).forEach(state -> problem(state, "a second state is <initial/>"));
    for (Element state : states) {
      if (state.has("final")) {
        finals.add(state.attributes().getOrDefault("id", ""));
        builder.accept(name(state));
      }
    }
  }

  private String name(Element state) {
    return names.getOrDefault(state.attributes().getOrDefault("id", ""), "");
  }

  private void readTransition(Element transition) {
    int before = problems.size();
    String from = end(transition, "from");
    String to = end(transition, "to");
    List<String> reads = perTape(transition, "read", BLANK);
    List<String> writes = perTape(transition, "write", BLANK);
    List<String> moves = perTape(transition, "move", "S");
    for (String move : moves) {
      if (!MOVES.containsKey(move)) {
        problem(transition, "expected a move L, R or S, not '" + move + "'");
      }
    }
    if (finals.contains(from)) {
      problem(transition, "a transition leaves the final state '" + names.get(from) + "'");
    }
    if (problems.size() == before) {
      List<Move> shifts = moves.stream().map(MOVES::get).toList();
      for (List<String> read : combinations(reads)) {
        define(transition, from, read, to, kept(read, writes), shifts);
      }
    }
  }

  private void define(
      Element transition,
      String from,
      List<String> read,
      String to,
      List<String> written,
      List<Move> moves) {
    List<String> key = new ArrayList<>(read);
    key.add(from);
    List<?> earlier = seen.putIfAbsent(key, List.of(to, written, moves));
    if (earlier == null) {
      builder.on(names.get(from), read, names.get(to), written, moves);
    } else if (!earlier.equals(List.of(to, written, moves))) {
      problem(
          transition,
          "a second transition of state '%s' on %s, the machine must be deterministic"
              .formatted(names.get(from), String.join(",", read)));
    }
  }

  /** Every choice of one symbol per tape that these patterns match. */
  private List<List<String>> combinations(List<String> patterns) {
    List<List<String>> all = List.of(List.of());
    for (String pattern : patterns) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> start : all) {
        for (String symbol : symbols) {
          if (matches(pattern, symbol)) {
            List<String> read = new ArrayList<>(start);
            read.add(symbol);
            longer.add(read);
          }
        }
      }
      all = longer;
    }
    return all;
  }

  private static boolean matches(String pattern, String symbol) {
    boolean negated = pattern.startsWith("!") && pattern.length() > 1;
    return pattern.equals(ANY)
        || (negated ? !pattern.substring(1).equals(symbol) : pattern.equals(symbol));
  }

  private static List<String> kept(List<String> read, List<String> writes) {
    List<String> written = new ArrayList<>(writes);
    for (int tape = 0; tape < written.size(); tape++) {
      if (written.get(tape).equals(ANY)) {
        written.set(tape, read.get(tape));
      }
    }
    return written;
  }

  private String end(Element transition, String which) {
    String id = child(transition, which).map(Element::text).orElse("");
    if (!names.containsKey(id)) {
      problem(transition, "<%s> names no state: '%s'".formatted(which, id));
    }
    return id;
  }

  /** The texts of these elements by tape, counted from 1 in their attribute. */
  private List<String> perTape(Element transition, String name, String empty) {
    List<String> texts = new ArrayList<>();
    for (int tape = 1; tape <= tapes; tape++) {
      texts.add(empty);
    }
    for (Element element : transition.children(name)) {
      String tape = element.attributes().getOrDefault("tape", "1");
      if (!tape.matches("[1-9]") || Integer.parseInt(tape) > tapes) {
        problem(element, "there is no tape '%s' of %d".formatted(tape, tapes));
      } else if (!element.text().isEmpty()) {
        texts.set(Integer.parseInt(tape) - 1, element.text());
      }
    }
    return texts;
  }

  private void collectSymbols(Element transition) {
    for (Element part : transition.children()) {
      boolean read = part.name().equals("read");
      String symbol = part.text();
      if (read && symbol.startsWith("!") && symbol.length() > 1) {
        symbol = symbol.substring(1);
      }
      if ((read || part.name().equals("write")) && !symbol.isEmpty() && !symbol.equals(ANY)) {
        if (symbol.codePoints().count() != 1) {
          problem(part, "expected a symbol of one character, not '" + symbol + "'");
        }
        symbols.add(symbol);
      }
    }
  }

  private static Optional<Element> child(Element parent, String name) {
    return parent.children(name).stream().findFirst();
  }

  private void problem(Element element, String message) {
    problems.add(new Problem(source, element.line(), element.column(), message));
  }
}
