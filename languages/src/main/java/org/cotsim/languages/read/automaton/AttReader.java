package org.cotsim.languages.read.automaton;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cotsim.languages.automaton.EpsilonNfa;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;

/**
 * Acceptors in the text format of AT&T FSM, OpenFst and HFST.
 *
 * <p>A line is {@code source target input [output [weight]]} or {@code final [weight]}, its fields
 * parted by tabs or spaces; the source of the first line is the initial state. States may have any
 * names. The output must be the input; a fourth field with a decimal point that is not the input is
 * the weight of an OpenFst acceptor. The symbol {@code <eps>} (in HFST {@code @0@}) reads nothing;
 * a 0 is a symbol like any other. Weights are left out of account.
 */
final class AttReader {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d*\\.\\d+(?:[eE][-+]?\\d+)?");
  private static final Set<String> EPSILON = Set.of("<eps>", "@0@");

  private final TextFile file;
  private final InputProblems problems;
  private final EpsilonNfa nfa;
  private final Map<String, Integer> states = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  private AttReader(TextFile file) {
    this.file = file;
    this.problems = new InputProblems(file.source());
    this.nfa = new EpsilonNfa(file.source());
  }

  static RegularLanguage read(String name, TextFile file) throws InputException {
    return new AttReader(file).language(name);
  }

  private RegularLanguage language(String name) throws InputException {
    int number = 0;
    for (String line : file.lines()) {
      number++;
      List<Field> fields = Field.words(line);
      if (!fields.isEmpty()) {
        readLine(number, fields);
      }
    }
    problems.throwIfAny();
    nfa.setInitial(0);
    return nfa.language(name, List.copyOf(notes));
  }

  private void readLine(int line, List<Field> fields) throws InputException {
    if (fields.size() > 5) {
      problems.add(
          line,
          fields.get(5).column(),
          "%d fields, expected 'source target input [output [weight]]' or 'final [weight]'"
              .formatted(fields.size()));
    } else if (fields.size() <= 2) {
      nfa.setAccepting(state(fields.get(0)));
      readWeight(line, fields, 1);
    } else {
      readTransition(line, fields);
    }
  }

  private void readTransition(int line, List<Field> fields) throws InputException {
    String input = fields.get(2).text();
    boolean plain = fields.size() > 3 && fields.get(3).text().equals(input);
    if (fields.size() == 4 && !plain && DECIMAL.matcher(fields.get(3).text()).matches()) {
      readWeight(line, fields, 3);
    } else if (fields.size() > 3 && !plain) {
      problems.add(
          line,
          fields.get(3).column(),
          "output '%s' is not the input '%s', only acceptors are read"
              .formatted(fields.get(3).text(), input));
    }
    readWeight(line, fields, 4);
    int source = state(fields.get(0));
    int target = state(fields.get(1));
    if (EPSILON.contains(input)) {
      nfa.addEpsilon(source, target);
    } else {
      nfa.addTransition(source, input, target);
    }
  }

  private int state(Field field) throws InputException {
    Integer known = states.get(field.text());
    if (known == null) {
      known = nfa.addState();
      states.put(field.text(), known);
    }
    return known;
  }

  private void readWeight(int line, List<Field> fields, int index) throws InputException {
    if (fields.size() <= index) {
      return;
    }
    Field weight = fields.get(index);
    notes.add("weights left out of account");
    try {
      if (!Double.isFinite(Double.parseDouble(weight.text()))) {
        problems.add(line, weight.column(), "weight '" + weight.text() + "' is not finite");
      }
    } catch (NumberFormatException e) {
      problems.add(line, weight.column(), "weight '" + weight.text() + "' is not a number");
    }
  }
}
