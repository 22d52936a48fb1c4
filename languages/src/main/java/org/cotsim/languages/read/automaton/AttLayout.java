package org.cotsim.languages.read.automaton;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cotsim.languages.read.Field;
import org.cotsim.languages.read.TextFile;

/**
 * What the fourth of four fields of a transition is, in a file of AT&T's format: the output, or the
 * weight of an acceptor.
 *
 * <p>A number with a decimal point, or Infinity, that is not the input is a weight. A whole number
 * is one if all fourth fields are numbers, no input is, and no line has five fields.
 */
final class AttLayout {

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");
  private static final Pattern INFINITY = Pattern.compile("(?i)\\+?inf(inity)?");

  private final TextFile file;
  private Optional<Boolean> wholeNumbers = Optional.empty();

  AttLayout(TextFile file) {
    this.file = file;
  }

  /** The fields of a line: parted by tabs if it has any, else by spaces. */
  static List<Field> fields(String line) {
    return line.indexOf('\t') >= 0 ? Field.betweenTabs(line) : Field.words(line);
  }

  static boolean isNumber(Field field) {
    return NUMBER.matcher(field.text()).matches();
  }

  /** Whether a weight says that there is nothing. */
  static boolean isInfinity(Field field) {
    return INFINITY.matcher(field.text()).matches();
  }

  /** Whether the last of four fields is a weight. */
  boolean isWeight(List<Field> fields) {
    Field last = fields.get(3);
    if (last.text().equals(fields.get(2).text())) {
      return false;
    }
    if (!isNumber(last)) {
      return isInfinity(last);
    }
    if (!WHOLE.matcher(last.text()).matches()) {
      return true;
    }
    if (wholeNumbers.isEmpty()) {
      wholeNumbers = Optional.of(onlyWeights());
    }
    return wholeNumbers.get();
  }

  private boolean onlyWeights() {
    for (String line : file.lines()) {
      List<Field> fields = fields(line);
      if (fields.size() > 4
          || (fields.size() > 2 && isNumber(fields.get(2)))
          || (fields.size() == 4 && !isNumber(fields.get(3)) && !isInfinity(fields.get(3)))) {
        return false;
      }
    }
    return true;
  }
}
