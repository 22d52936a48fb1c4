package org.cotsim.languages.read;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;

/**
 * Automata in the BA format of the tools for Buechi automata, read as automata on finite words.
 *
 * <p>An initial state, or none if it is the source of the first transition; then lines {@code
 * symbol,source->target}; then accepting states; if none is named all states accept. AutomataLib's
 * parser gives no places.
 */
final class BaReader {

  private static final Pattern TRANSITION = Pattern.compile("(.*?),(.*?)->(.*)");
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
    Matcher transition = TRANSITION.matcher(line);
    if (transition.matches()) {
      readTransition(number, transition);
      return;
    }
    int problem = line.indexOf(',') >= 0 ? line.indexOf(',') : line.indexOf("->");
    if (problem >= 0) {
      automaton.problem(number, problem + 1, EXPECTED);
      return;
    }
    int state = state(line.strip());
    if (started) {
      accepting = true;
      automaton.setAccepting(state);
    } else {
      start(state);
    }
  }

  private void readTransition(int number, Matcher transition) throws InputException {
    if (accepting) {
      automaton.problem(number, 1, "a transition after an accepting state, expected a state");
    }
    for (int part = 2; part <= 3; part++) {
      String state = transition.group(part);
      if (state.isBlank() || state.contains(",") || state.contains("->")) {
        automaton.problem(
            number, transition.start(part) + 1, "'%s' is no state; %s".formatted(state, EXPECTED));
        return;
      }
    }
    int source = state(transition.group(2).strip());
    start(source);
    automaton.addMove(source, transition.group(1).strip(), state(transition.group(3).strip()), number, 1);
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
      known = automaton.addState();
      states.put(name, known);
    }
    return known;
  }
}
