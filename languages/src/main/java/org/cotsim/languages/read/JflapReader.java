package org.cotsim.languages.read;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cotsim.languages.automaton.EpsilonNfa;
import org.cotsim.languages.automaton.RegularLanguage;

/**
 * Finite automata of JFLAP 4 to 7, deterministic or not.
 *
 * <p>An empty {@code <read/>} reads nothing; several characters are read one after the other; a
 * label such as {@code [a-z]} is any character of the range, as in JFLAP 7. Document type
 * definitions, and so all entities but the five of XML, are refused.
 */
final class JflapReader {

  private static final int ENDS = 2;

  /** The text of an element and its place. */
  private record Text(String text, Location location) {}

  private final Problems problems;
  private final EpsilonNfa nfa;
  private final XMLStreamReader xml;
  private final Map<String, Integer> states = new HashMap<>();
  private final List<Text> ends = new ArrayList<>();
  private final List<String> reads = new ArrayList<>();
  private boolean typed;
  private int state = -1;
  private int initial = -1;

  private JflapReader(TextFile file) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    this.problems = new Problems(file.source());
    this.nfa = new EpsilonNfa(file.source());
    this.xml = factory.createXMLStreamReader(new StringReader(file.text()));
  }

  static RegularLanguage read(String name, TextFile file) throws InputException {
    try {
      return new JflapReader(file).language(name);
    } catch (XMLStreamException e) {
      Location at = e.getLocation();
      String message = e.getMessage().replaceFirst("(?s).*Message: ", "").replace('\n', ' ');
      throw InputException.at(
          file.source(), at.getLineNumber(), at.getColumnNumber(), "not XML: " + message);
    }
  }

  private RegularLanguage language(String name) throws XMLStreamException, InputException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        problem(xml.getLocation(), "a document type definition is not read");
        problems.end();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(xml.getLocalName());
      }
    }
    addTransitions();
    if (!typed) {
      problems.add(0, 0, "no <type>fa</type>: this is not a JFLAP automaton");
    }
    problems.end();
    return nfa.language(name, List.of());
  }

  private void start(String element) throws XMLStreamException, InputException {
    Location at = xml.getLocation();
    switch (element) {
      case "type" -> readType(at);
      case "state" -> readState(at);
      case "initial" -> readInitial(at);
      case "final" -> {
        if (state >= 0) {
          nfa.setAccepting(state);
        }
      }
      case "from", "to" -> ends.add(new Text(xml.getElementText().strip(), at));
      case "transition" -> reads.add("");
      case "read" -> readLabel(at);
      default -> {
        // <x>, <y>, <label>, <note> and the like say nothing of the language
      }
    }
  }

  private void end(String element) throws InputException {
    if (element.equals("state")) {
      state = -1;
    } else if (element.equals("transition") && ends.size() != ENDS * reads.size()) {
      problem(xml.getLocation(), "a transition needs one <from> and one <to>");
      problems.end();
    }
  }

  private void readType(Location at) throws XMLStreamException, InputException {
    String type = xml.getElementText().strip();
    typed = true;
    if (!type.equals("fa")) {
      problem(at, "type '" + type + "', expected 'fa', a finite automaton");
      problems.end();
    }
  }

  private void readState(Location at) throws InputException {
    String id = xml.getAttributeValue("", "id");
    state = nfa.addState();
    if (id == null) {
      problem(at, "a state without id");
    } else if (states.putIfAbsent(id.strip(), state) != null) {
      problem(at, "a second state with id '" + id + "'");
    }
  }

  private void readInitial(Location at) throws InputException {
    if (state >= 0 && initial >= 0 && initial != state) {
      problem(at, "a second initial state");
    }
    if (state >= 0) {
      initial = state;
      nfa.setInitial(state);
    }
  }

  private void readLabel(Location at) throws XMLStreamException, InputException {
    String label = xml.getElementText().strip();
    if (label.chars().anyMatch(Character::isWhitespace)) {
      problem(at, "label '" + label + "' has white space in it, which cannot be a symbol");
    }
    if (!reads.isEmpty()) {
      reads.set(reads.size() - 1, label);
    }
  }

  private void addTransitions() throws InputException {
    for (int i = 0; i < reads.size(); i++) {
      int from = state(ends.get(ENDS * i));
      int to = state(ends.get(ENDS * i + 1));
      if (from >= 0 && to >= 0) {
        addTransition(from, reads.get(i), to);
      }
    }
  }

  private int state(Text id) throws InputException {
    int known = states.getOrDefault(id.text, -1);
    if (known < 0) {
      problem(id.location, "no state has id '" + id.text + "'");
    }
    return known;
  }

  private void addTransition(int from, String label, int to) throws InputException {
    if (label.isEmpty()) {
      nfa.addEpsilon(from, to);
    } else if (label.length() == 5 && label.matches("\\[.-.]")) {
      for (char c = label.charAt(1); c <= label.charAt(3); c++) {
        nfa.addTransition(from, Character.toString(c), to);
      }
    } else {
      int[] symbols = label.codePoints().toArray();
      int at = from;
      for (int i = 0; i < symbols.length; i++) {
        int next = i + 1 < symbols.length ? nfa.addState() : to;
        nfa.addTransition(at, Character.toString(symbols[i]), next);
        at = next;
      }
    }
  }

  private void problem(Location at, String message) throws InputException {
    problems.add(at.getLineNumber(), at.getColumnNumber(), message);
  }
}
