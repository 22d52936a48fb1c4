package org.cotsim.languages.read.automaton;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotsim.languages.automaton.EpsilonNfa;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.JflapType;
import org.cotsim.languages.read.TextFile;
import org.cotsim.languages.read.Xml;
import org.cotsim.languages.read.Xml.Tag;

/**
 * Finite automata of JFLAP 4 to 7, deterministic or not.
 *
 * <p>An empty {@code <read/>} reads nothing; several characters are read one after the other; a
 * label such as {@code [a-z]} is any character of the range, as in JFLAP 7.
 */
final class JflapReader implements Xml.Handler {

  private static final String TYPE = "fa";
  private static final Set<String> TEXTS = Set.of("type", "from", "to", "read");

  /** The state that a transition names, and the place where it does. */
  private record End(String id, int line, int column) {}

  private record Transition(End from, String label, End to) {}

  private final InputProblems problems;
  private final EpsilonNfa nfa;
  private final Map<String, Integer> states = new HashMap<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final List<End> from = new ArrayList<>(); // of the transition that is open
  private final List<End> to = new ArrayList<>();
  private String label = "";
  private String inside = ""; // the element that began last, if it has not ended
  private boolean typed;
  private int state = -1;
  private int initial = -1;

  private JflapReader(TextFile file) {
    this.problems = new InputProblems(file.source());
    this.nfa = new EpsilonNfa(file.source());
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
        addTransition(source, transition.label, target);
      }
    }
    if (!typed) {
      problems.add(0, 0, JflapType.missing(TYPE));
    }
    problems.throwIfAny();
    return nfa.language(name, List.of());
  }

  @Override
  public void start(Tag tag) throws InputException {
    if (TEXTS.contains(inside)) {
      problem(tag, "<%s> stands inside <%s>, expected text".formatted(tag.name(), inside));
    }
    inside = tag.name();
    switch (inside) {
      case "state" -> readState(tag);
      case "initial" -> readInitial(tag);
      case "final" -> {
        if (state >= 0) {
          nfa.setAccepting(state);
        }
      }
      case "transition" -> label = "";
      default -> {
        // <x>, <y>, <label>, <note> and the like say nothing of the language
      }
    }
  }

  @Override
  public void end(Tag tag, String text) throws InputException {
    inside = "";
    switch (tag.name()) {
      case "type" -> readType(tag, text);
      case "state" -> state = -1;
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
      problem(tag, JflapType.refusal(type, TYPE));
      problems.throwIfAny();
    }
  }

  private void readState(Tag tag) throws InputException {
    String id = tag.attribute("id").strip();
    state = nfa.addState();
    if (id.isEmpty()) {
      problem(tag, "a state without id");
    } else if (states.putIfAbsent(id, state) != null) {
      problem(tag, "a second state with id '" + id + "'");
    }
  }

  private void readInitial(Tag tag) throws InputException {
    if (state >= 0 && initial >= 0 && initial != state) {
      problem(tag, "a second initial state");
    }
    if (state >= 0) {
      initial = state;
      nfa.setInitial(state);
    }
  }

  private void readLabel(Tag tag, String text) throws InputException {
    if (text.chars().anyMatch(Character::isWhitespace)) {
      problem(tag, "label '" + text + "' has white space in it, which cannot be a symbol");
    } else {
      label = text;
    }
  }

  private void endTransition(Tag tag) throws InputException {
    if (from.size() == 1 && to.size() == 1) {
      transitions.add(new Transition(from.get(0), label, to.get(0)));
    } else {
      problem(tag, "a transition needs one <from> and one <to>");
    }
    from.clear();
    to.clear();
  }

  private int state(End end) throws InputException {
    int known = states.getOrDefault(end.id, -1);
    if (known < 0) {
      problems.add(end.line, end.column, "no state has id '" + end.id + "'");
    }
    return known;
  }

  private void addTransition(int source, String text, int target) throws InputException {
    if (text.isEmpty()) {
      nfa.addEpsilon(source, target);
    } else if (text.length() == 5 && text.matches("\\[.-.]")) {
      for (char c = text.charAt(1); c <= text.charAt(3); c++) {
        nfa.addTransition(source, Character.toString(c), target);
      }
    } else {
      int[] symbols = text.codePoints().toArray();
      int at = source;
      for (int i = 0; i < symbols.length; i++) {
        int next = i + 1 < symbols.length ? nfa.addState() : target;
        nfa.addTransition(at, Character.toString(symbols[i]), next);
        at = next;
      }
    }
  }

  private void problem(Tag tag, String message) throws InputException {
    problems.add(tag.line(), tag.column(), message);
  }
}
