package org.cotsim.languages.read.automaton;

import java.util.HashMap;
import java.util.Map;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.TextFile;

/**
 * Automata in the BA format of the tools for Buechi automata, read as automata on finite words.
 *
 * <p>An initial state, or none if it is the source of the first transition; then lines {@code
 * symbol,source->target}; then accepting states; if none is named all states accept. AutomataLib's
 * parser gives no places.
 */
final class BaReader {

  private static final String EXPECTED = "expected a line 'symbol,source->target' or a state";

  private final TextFile file;
  private final AutomatonBuilder automaton;
  private final Map<String, Integer> states = new HashMap<>();
  private boolean started;
  private boolean accepting;

  private BaReader(TextFile file) {
    this.file = file;
    this.automaton = new AutomatonBuilder(file.source());
  }

  static RegularLanguage read(String name, TextFile file) throws InputException {
    return new BaReader(file).language(name);
  }

  private RegularLanguage language(String name) throws InputException {
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (!line.isBlank()) {
        readLine(number, line);
      }
    }
    if (!accepting) {
      automaton.acceptAll();
    }
    return automaton.language(name);
  }

  private void readLine(int number, String line) throws InputException {
    int comma = line.indexOf(',');
    int arrow = line.indexOf("->", Math.max(comma, 0));
    if (comma >= 0 && arrow >= 0) {
      readTransition(number, line, comma, arrow);
    } else if (comma >= 0 || arrow >= 0) {
      automaton.problem(number, Math.max(comma, arrow) + 1, EXPECTED);
    } else {
      int state = state(line.strip());
      if (started) {
        accepting = true;
        automaton.setAccepting(state);
      }
      start(state);
    }
  }

  private void readTransition(int number, String line, int comma, int arrow) throws InputException {
    if (accepting) {
      automaton.problem(
          number, 1, "a transition after an accepting state, expected an accepting state");
    }
    String source = line.substring(comma + 1, arrow).strip();
    String target = line.substring(arrow + 2).strip();
    boolean leaves = isState(number, source, comma + 2);
    boolean enters = isState(number, target, arrow + 3);
    if (leaves && enters) {
      int from = state(source);
      start(from);
      automaton.addMove(from, line.substring(0, comma).strip(), state(target), number, 1);
    }
  }

  private boolean isState(int number, String name, int column) throws InputException {
    boolean state = !name.isEmpty() && name.indexOf(',') < 0 && !name.contains("->");
    if (!state) {
      automaton.problem(
          number, column, "%s is no state; %s".formatted(Characters.quoted(name), EXPECTED));
    }
    return state;
  }

  private void start(int state) {
    if (!started) {
      automaton.setInitial(state);
    }
    started = true;
  }

  private int state(String name) throws InputException {
    Integer known = states.get(name);
    if (known == null) {
      known = automaton.addState(name);
      states.put(name, known);
    }
    return known;
  }
}
