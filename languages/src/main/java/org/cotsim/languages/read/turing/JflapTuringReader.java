package org.cotsim.languages.read.turing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.JflapPlace;
import org.cotsim.languages.read.JflapType;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.XmlElement;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;

/**
 * Reads JFLAP 6 and 7 Turing machines with one tape or several.
 *
 * <p>An empty read or write is the blank; {@link JflapPatterns} are understood. A final state halts
 * and accepts, as JFLAP does unless told otherwise, so that a transition out of one is refused; so
 * are two different transitions for the same symbols, and building blocks that hold a machine.
 */
final class JflapTuringReader {

  private static final String TYPE = "turing";
  private static final String BLANK = "□";
  private static final int MOST_TAPES = 5;
  private static final int MOST_READS = 100_000;
  private static final Map<String, Move> MOVES =
      Map.of("L", Move.LEFT, "S", Move.STAY, "R", Move.RIGHT);

  private final InputProblems problems;
  private final TuringMachineBuilder builder;
  private final Map<String, String> names = new LinkedHashMap<>(); // by state id
  private final Set<String> finals = new HashSet<>(); // state ids
  private final Set<String> symbols = new LinkedHashSet<>(Set.of(BLANK));
  private final Map<List<String>, List<?>> seen = new HashMap<>(); // id and reads -> what they do
  private int tapes = 1;

  private JflapTuringReader(String source) {
    this.problems = new InputProblems(source);
    this.builder = TuringMachine.builder(source).blank(BLANK);
  }

  /**
   * The machine in this JFLAP document.
   *
   * @throws InputException naming every problem by line and column
   */
  static TuringMachine read(TextFile file) throws InputException {
    JflapTuringReader reader = new JflapTuringReader(file.source());
    reader.readStructure(XmlElement.read(file));
    reader.problems.throwIfAny();
    try {
      return reader.builder.build();
    } catch (IllegalArgumentException e) {
      throw InputException.in(file.source(), e.getMessage());
    }
  }

  private void readStructure(XmlElement structure) throws InputException {
    checkType(structure);
    XmlElement automaton = structure.child("automaton").orElse(structure);
    readTapes(structure.child("tapes").or(() -> automaton.child("tapes")));
    for (XmlElement state : automaton.children("state")) {
      nameState(state);
    }
    for (XmlElement block : automaton.children("block")) {
      nameBlock(block, automaton);
    }
    readStates(automaton);
    for (XmlElement transition : automaton.children("transition")) {
      collectSymbols(transition);
    }
    if (Math.pow(symbols.size(), tapes) > MOST_READS) {
      problem(automaton, "%d symbols on %d tapes are too many".formatted(symbols.size(), tapes));
    } else {
      for (XmlElement transition : automaton.children("transition")) {
        readTransition(transition);
      }
    }
  }

  private void checkType(XmlElement structure) throws InputException {
    Optional<XmlElement> type = structure.child("type");
    if (!structure.name().equals("structure") || type.isEmpty()) {
      problem(structure, JflapType.missing(TYPE));
    } else if (!type.get().text().matches("(?i)turing(bb)?")) {
      problem(type.get(), JflapType.refusal(type.get().text(), TYPE));
    }
    problems.throwIfAny();
  }

  private void readTapes(Optional<XmlElement> element) throws InputException {
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

  private void nameBlock(XmlElement block, XmlElement automaton) throws InputException {
    String tag = block.child("tag").map(XmlElement::text).orElse("");
    boolean machine =
        block.has("automaton")
            || block.has("state")
            || block.has("block")
            || automaton.children(tag).stream().anyMatch(inner -> !inner.children().isEmpty());
    if (machine) {
      problem(
          block,
          "building block '%s' holds a machine of its own, write its states out"
              .formatted(block.tag().attribute("name")));
    }
    nameState(block);
  }

  private void nameState(XmlElement state) throws InputException {
    String id = state.tag().attribute("id");
    String name = state.tag().attributes().getOrDefault("name", "q" + id);
    if (id.isEmpty()) {
      problem(state, "the state has no id");
    } else if (names.containsKey(id)) {
      problem(state, "state id '" + id + "' occurs twice");
    } else {
      names.put(id, names.containsValue(name) ? name + "/" + id : name);
      place(state, names.get(id));
    }
  }

  private void place(XmlElement state, String name) throws InputException {
    for (String coordinate : List.of("x", "y")) {
      Optional<XmlElement> element = state.child(coordinate);
      Optional<String> wrong = element.flatMap(one -> JflapPlace.problem(coordinate, one.text()));
      if (wrong.isPresent()) {
        problem(element.orElseThrow(), wrong.get());
      }
    }
    JflapPlace.of(state.child("x").map(XmlElement::text), state.child("y").map(XmlElement::text))
        .ifPresent(place -> builder.place(name, place));
  }

  private void readStates(XmlElement automaton) throws InputException {
    List<XmlElement> states = new ArrayList<>(automaton.children("state"));
    states.addAll(automaton.children("block"));
    List<XmlElement> initial = states.stream().filter(state -> state.has("initial")).toList();
    if (initial.isEmpty()) {
      problem(automaton, "no state is <initial/>");
    } else {
      builder.start(name(initial.get(0)));
    }
    for (XmlElement second : initial.subList(Math.min(1, initial.size()), initial.size())) {
      problem(second, "a second state is <initial/>");
    }
    for (XmlElement state : states) {
      if (state.has("final")) {
        finals.add(state.tag().attribute("id"));
        builder.accept(name(state));
      }
    }
  }

  private String name(XmlElement state) {
    return names.getOrDefault(state.tag().attribute("id"), "");
  }

  private void readTransition(XmlElement transition) throws InputException {
    int before = problems.count();
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
    if (problems.count() == before) {
      List<Move> shifts = moves.stream().map(MOVES::get).toList();
      for (List<String> read : JflapPatterns.matches(reads, symbols)) {
        List<String> written = JflapPatterns.written(read, writes);
        define(transition, from, read, to, written, shifts);
      }
    }
  }

  private void define(
      XmlElement transition,
      String from,
      List<String> read,
      String to,
      List<String> written,
      List<Move> moves)
      throws InputException {
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

  private String end(XmlElement transition, String which) throws InputException {
    String id = transition.child(which).map(XmlElement::text).orElse("");
    if (!names.containsKey(id)) {
      problem(transition, "<%s> names no state: '%s'".formatted(which, id));
    }
    return id;
  }

  /** The texts of these elements by tape, counted from 1 in their attribute. */
  private List<String> perTape(XmlElement transition, String name, String empty)
      throws InputException {
    List<String> texts = new ArrayList<>();
    for (int tape = 1; tape <= tapes; tape++) {
      texts.add(empty);
    }
    for (XmlElement element : transition.children(name)) {
      String tape = element.tag().attributes().getOrDefault("tape", "1");
      if (!tape.matches("[1-9]") || Integer.parseInt(tape) > tapes) {
        problem(element, "there is no tape '%s' of %d".formatted(tape, tapes));
      } else if (!element.text().isEmpty()) {
        texts.set(Integer.parseInt(tape) - 1, element.text());
      }
    }
    return texts;
  }

  private void collectSymbols(XmlElement transition) throws InputException {
    for (XmlElement part : transition.children()) {
      boolean read = part.name().equals("read");
      String symbol = part.text();
      if (read && JflapPatterns.isNegated(symbol)) {
        symbol = symbol.substring(1);
      }
      if ((read || part.name().equals("write"))
          && !symbol.isEmpty()
          && !symbol.equals(JflapPatterns.ANY)) {
        if (symbol.codePoints().count() != 1) {
          problem(part, "expected a symbol of one character, not '" + symbol + "'");
        }
        symbols.add(symbol);
      }
    }
  }

  private void problem(XmlElement element, String message) throws InputException {
    problems.add(element.tag().line(), element.tag().column(), message);
  }
}
