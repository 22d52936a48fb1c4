package org.cotsim.languages.read.automaton;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;

/**
 * Acceptors in the text format of AT&T FSM, OpenFst, foma and HFST.
 *
 * <p>A line is {@code source target input [output [weight]]} or {@code final [weight]}, its fields
 * parted by tabs, or in a line without tabs by spaces; the source of the first line is the initial
 * state. States may have any names. The output must be the input; a fourth field that is a number
 * may be the weight of an OpenFst acceptor, see {@link AttLayout}. What has the weight Infinity is
 * not there; other weights are left out of account. A 0 is a symbol like any other.
 */
final class AttReader {

  private static final String FIELDS =
      "expected 'source target input [output [weight]]' or 'final [weight]'";
  private static final Pattern FLAG = Pattern.compile("@[PNDRCUE]\\.[^@]+@");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final TextFile file;
  private final AutomatonBuilder automaton;
  private final AttLayout layout;
  private final Map<String, Integer> states = new HashMap<>();
  private boolean allNumbers = true; // all inputs so far
  private boolean zero;
  private int end; // the line with -- that ends the automaton

  private AttReader(TextFile file) {
    this.file = file;
    this.automaton = new AutomatonBuilder(file.source());
    this.layout = new AttLayout(file);
  }

  static RegularLanguage read(String name, TextFile file) throws InputException {
    return new AttReader(file).language(name);
  }

  private RegularLanguage language(String name) throws InputException {
    int number = 0;
    for (String line : file.lines()) {
      number++;
      if (!line.isBlank()) {
        readLine(number, line);
      }
    }
    if (states.isEmpty()) {
      automaton.problem(1, 1, FIELDS);
    } else {
      automaton.setInitial(0);
    }
    if (zero && allNumbers) {
      automaton.note(
          "'0' is read as a symbol like the other numbers, though OpenFst has it for the empty word"
              + " where there is no symbol table; the empty word is <eps>");
    }
    return automaton.language(name);
  }

  private void readLine(int line, String text) throws InputException {
    if (end > 0) {
      automaton.problem(
          end, 1, "'--' ends this automaton and another one follows, expected only one");
      end = 0;
    }
    if (text.strip().equals("--")) {
      end = line;
      return;
    }
    List<Field> fields = AttLayout.fields(text);
    for (Field field : fields) {
      if (field.text().isBlank() || field.text().indexOf(' ') >= 0) {
        automaton.problem(line, field.column(), blank(field));
        return;
      }
    }
    if (fields.size() > 5) {
      automaton.problem(
          line, fields.get(5).column(), "%d fields, %s".formatted(fields.size(), FIELDS));
    } else if (fields.size() <= 2) {
      int state = state(fields.get(0));
      if (isThere(line, fields, 1)) {
        automaton.setAccepting(state);
      }
    } else {
      readTransition(line, fields);
    }
  }

  private static String blank(Field field) {
    return field.text().isEmpty()
        ? "an empty field between tabs, " + FIELDS
        : Characters.quoted(field.text())
            + " between tabs: white space cannot be part of a symbol or a state";
  }

  private void readTransition(int line, List<Field> fields) throws InputException {
    Field input = fields.get(2);
    boolean weighted = fields.size() == 4 && layout.isWeight(fields);
    if (fields.size() > 3 && !weighted && !fields.get(3).text().equals(input.text())) {
      automaton.problem(
          line,
          fields.get(3).column(),
          "output %s is not the input %s, only acceptors are read%s"
              .formatted(
                  Characters.quoted(fields.get(3).text()),
                  Characters.quoted(input.text()),
                  AttLayout.isNumber(fields.get(3)) ? "; a weight is written with a point" : ""));
    }
    boolean there = isThere(line, fields, weighted ? 3 : 4);
    int source = state(fields.get(0));
    int target = state(fields.get(1));
    if (FLAG.matcher(input.text()).matches()) {
      automaton.problem(
          line,
          input.column(),
          "flag diacritic %s restricts the path, expected an automaton without flags"
              .formatted(Characters.quoted(input.text())));
    } else if (there) {
      zero |= input.text().equals("0");
      allNumbers = allNumbers && NUMBER.matcher(input.text()).matches();
      automaton.addMove(source, input.text(), target, line, input.column());
    }
  }

  private int state(Field field) throws InputException {
    Integer known = states.get(field.text());
    if (known == null) {
      known = automaton.addState(field.text());
      states.put(field.text(), known);
    }
    return known;
  }

  /** Reads the weight if there is one: without it, or if it is finite, the thing is there. */
  private boolean isThere(int line, List<Field> fields, int index) throws InputException {
    if (fields.size() <= index) {
      return true;
    }
    Field weight = fields.get(index);
    if (AttLayout.isInfinity(weight)) {
      automaton.note(
          index == 1
              ? "a state whose final weight is Infinity does not accept"
              : "a transition whose weight is Infinity is left out");
      return false;
    }
    if (!AttLayout.isNumber(weight)) {
      automaton.problem(
          line,
          weight.column(),
          "weight %s is not a number".formatted(Characters.quoted(weight.text())));
    }
    automaton.note("weights left out of account");
    return true;
  }
}
