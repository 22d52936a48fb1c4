package org.cotsim.languages.read.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.JflapPlace;
import org.cotsim.languages.read.JflapType;
import org.cotsim.languages.read.ReservedSpellings;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.Xml;
import org.cotsim.languages.read.Xml.Tag;

/**
 * Finite automata of JFLAP 4 to 7, deterministic or not.
 *
 * <p>An empty {@code <read/>} reads nothing; several characters are read one after the other; a
 * label such as {@code [a-z]} is any character of the range, as in JFLAP 7. Where the states stand
 * in its drawing is kept.
 */
final class JflapReader implements Xml.Handler {

  private static final String TYPE = "fa";
  private static final int MAX_RANGE = 1_000;
  private static final Set<String> TEXTS = Set.of("type", "from", "to", "read", "x", "y");

  /** The state that a transition names, and the place where it does. */
  private record End(String id, int line, int column) {}

  /** A transition and the place of its label. */
  private record Transition(End from, String label, End to, int line, int column) {}

  private final AutomatonBuilder automaton;
  private final Map<String, Integer> states = new HashMap<>(); // by id
  private final Map<String, String> names = new HashMap<>(); // by id
  private final List<Transition> transitions = new ArrayList<>();
  private final List<End> from = new ArrayList<>(); // of the transition that is open
  private final List<End> to = new ArrayList<>();
  private String label = "";
  private Optional<Tag> labelled = Optional.empty(); // where the label stands
  private Optional<Tag> root = Optional.empty();
  private String inside = ""; // the element that began last, if it has not ended
  private boolean typed;
  private int state = -1;
  private Optional<String> x = Optional.empty(); // of the state that is open
  private Optional<String> y = Optional.empty();
  private int initial = -1;

  private JflapReader(TextFile file) {
    this.automaton = new AutomatonBuilder(file.source());
  }

  static RegularLanguage read(String name, TextFile file) throws InputException {
    JflapReader reader = new JflapReader(file);
    Xml.read(file, reader);
    return reader.language(name);
  }

  private RegularLanguage language(String name) throws InputException {
    for (Transition transition : transitions) {
      int source = state(transition.from);
      int target = state(transition.to);
      if (source >= 0 && target >= 0) {
        addTransition(source, transition, target);
      }
    }
    if (!typed) {
      problem(root.orElseThrow(), JflapType.missing(TYPE, root.orElseThrow().attribute("type")));
    } else if (initial < 0) {
      problem(root.orElseThrow(), "no initial state, expected one with <initial/>");
    }
    return automaton.language(name);
  }

  @Override
  public void start(Tag tag) throws InputException {
    if (TEXTS.contains(inside)) {
      problem(tag, "<%s> stands inside <%s>, expected text".formatted(tag.name(), inside));
    }
    root = root.or(() -> Optional.of(tag));
    inside = tag.name();
    switch (inside) {
      case "state" -> readState(tag);
      case "initial" -> readInitial(tag);
      case "final" -> {
        if (state >= 0) {
          automaton.setAccepting(state);
        }
      }
      case "transition" -> {
        label = "";
        labelled = Optional.empty();
      }
      default -> {
        // <label>, <note> and the like say nothing of the language
      }
    }
  }

  @Override
  public void end(Tag tag, String text) throws InputException {
    inside = "";
    switch (tag.name()) {
      case "type" -> readType(tag, text);
      case "state" -> endState();
      case "x" -> x = coordinate(tag, text);
      case "y" -> y = coordinate(tag, text);
      case "from" -> from.add(new End(text, tag.line(), tag.column()));
      case "to" -> to.add(new End(text, tag.line(), tag.column()));
      case "read" -> readLabel(tag, text);
      case "transition" -> endTransition(tag);
      default -> {
        // as above
      }
    }
  }

  private void readType(Tag tag, String type) throws InputException {
    typed = true;
    if (!type.equals(TYPE)) {
      throw automaton.refusal(tag.line(), tag.column(), JflapType.refusal(type, TYPE));
    }
  }

  private void readState(Tag tag) throws InputException {
    String id = tag.attribute("id").strip();
    String name = tag.attributes().getOrDefault("name", "q" + id);
    state = automaton.addState(name);
    if (id.isEmpty()) {
      problem(tag, "a state without id");
    } else if (states.putIfAbsent(id, state) != null) {
      problem(tag, "a second state with id " + Characters.quoted(id));
    }
    names.put(id, name);
  }

  private Optional<String> coordinate(Tag tag, String text) throws InputException {
    if (state < 0) {
      return Optional.empty(); // of a note
    }
    Optional<String> wrong = JflapPlace.problem(tag.name(), text);
    if (wrong.isPresent()) {
      problem(tag, wrong.get());
    }
    return Optional.of(text);
  }

  private void endState() {
    JflapPlace.of(x, y).ifPresent(place -> automaton.place(state, place));
    x = Optional.empty();
    y = Optional.empty();
    state = -1;
  }

  private void readInitial(Tag tag) throws InputException {
    if (state >= 0 && initial >= 0 && initial != state) {
      problem(tag, "a second initial state");
    }
    if (state >= 0) {
      initial = state;
      automaton.setInitial(state);
    }
  }

  private void readLabel(Tag tag, String text) throws InputException {
    labelled = Optional.of(tag);
    if (text.chars().anyMatch(Character::isWhitespace)) {
      problem(
          tag,
          "label " + Characters.quoted(text) + " has white space in it, which cannot be a symbol");
    } else {
      label = text;
    }
  }

  private void endTransition(Tag tag) throws InputException {
    if (from.size() == 1 && to.size() == 1) {
      Tag place = labelled.orElse(tag);
      transitions.add(new Transition(from.get(0), label, to.get(0), place.line(), place.column()));
    } else {
      problem(tag, "a transition needs one <from> and one <to>");
    }
    from.clear();
    to.clear();
  }

  private int state(End end) throws InputException {
    int known = states.getOrDefault(end.id, -1);
    if (known < 0) {
      automaton.problem(end.line, end.column, "no state has id " + Characters.quoted(end.id));
    }
    return known;
  }

  private void addTransition(int source, Transition transition, int target) throws InputException {
    String text = transition.label;
    int[] symbols = text.codePoints().toArray();
    if (text.isEmpty()) {
      automaton.addEpsilon(source, target);
    } else if (symbols.length == 5
        && text.startsWith("[")
        && symbols[2] == '-'
        && symbols[4] == ']') {
      addRange(source, symbols[1], symbols[3], target, transition);
    } else if (ReservedSpellings.isEmptyWord(text)) {
      addMove(source, text, target, transition);
    } else {
      int at = source;
      for (int i = 0; i < symbols.length; i++) {
        String read = text.substring(0, text.offsetByCodePoints(0, i + 1));
        boolean inner = i + 1 < symbols.length;
        int next =
            inner ? automaton.addInnerState(names.get(transition.from.id) + ":" + read) : target;
        addMove(at, Character.toString(symbols[i]), next, transition);
        at = next;
      }
    }
  }

  private void addRange(int source, int low, int high, int target, Transition transition)
      throws InputException {
    if (high < low || high - low >= MAX_RANGE) {
      automaton.problem(
          transition.line,
          transition.column,
          "the range %s is %s"
              .formatted(
                  transition.label,
                  high < low ? "backwards" : "longer than " + MAX_RANGE + " symbols"));
      return;
    }
    for (int c = low; c <= high; c++) {
      addMove(source, Character.toString(c), target, transition);
    }
  }

  private void addMove(int source, String symbol, int target, Transition transition)
      throws InputException {
    automaton.addMove(source, symbol, target, transition.line, transition.column);
  }

  private void problem(Tag tag, String message) throws InputException {
    automaton.problem(tag.line(), tag.column(), message);
  }
}
