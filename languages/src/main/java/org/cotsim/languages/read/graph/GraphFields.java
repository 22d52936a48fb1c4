package org.cotsim.languages.read.graph;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.languages.read.Field;

/** Splits a line into fields and remembers where each one starts. */
final class GraphFields {

  /** A line that cannot be split. */
  static final class MalformedLine extends Exception {
    private final int column;

    MalformedLine(int column, String message) {
      super(message);
      this.column = column;
    }

    int column() {
      return column;
    }
  }

  private final String line;
  private final char separator;
  private int position;

  private GraphFields(String line, char separator) {
    this.line = line;
    this.separator = separator;
  }

  /** Fields between commas if the line has one, else between tabs, else between blanks. */
  static List<Field> split(String line) throws MalformedLine {
    for (char separator : new char[] {',', '\t'}) {
      if (separates(line, separator)) {
        return new GraphFields(line, separator).fields();
      }
    }
    return new GraphFields(line, ' ').fields();
  }

  /** What separates the fields of a line: a comma, a semicolon, a tab or else blanks. */
  static char separator(String line) {
    String fields = withoutDictionary(line);
    for (char separator : new char[] {',', ';', '\t'}) {
      if (separates(fields, separator)) {
        return separator;
      }
    }
    return ' ';
  }

  /** The fields of an edge, without the dictionary that may follow its two ends. */
  static List<Field> splitEdge(String line, char separator) throws MalformedLine {
    String fields = withoutDictionary(line);
    List<Field> split = new GraphFields(fields, separator).fields();
    return split.size() > 1 || fields.length() == line.length()
        ? split
        : new GraphFields(line, separator).fields();
  }

  /** The line before the attributes of an edge, which networkx writes as a Python dictionary. */
  private static String withoutDictionary(String line) {
    int open = line.stripTrailing().endsWith("}") ? line.indexOf('{') : -1;
    boolean dictionary =
        open > 0
            && " \t,;".indexOf(line.charAt(open - 1)) >= 0
            && "}'\"(-0123456789".indexOf(line.charAt(open + 1)) >= 0;
    return dictionary ? line.substring(0, open - 1) : line;
  }

  /** Whether this character occurs outside quotes. */
  private static boolean separates(String line, char separator) {
    boolean quoted = false;
    for (char c : line.strip().toCharArray()) {
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        return true;
      }
    }
    return false;
  }

  private List<Field> fields() throws MalformedLine {
    List<Field> result = new ArrayList<>();
    skipBlanks();
    while (position < line.length()) {
      result.add(line.charAt(position) == '"' ? quoted() : plain());
      skipBlanks();
      if (separator != ' ' && position < line.length()) {
        position++;
        skipBlanks();
        if (position == line.length()) {
          result.add(new Field("", position + 1));
        }
      }
    }
    return result;
  }

  private Field plain() {
    int start = position;
    while (position < line.length() && !atSeparator()) {
      position++;
    }
    return new Field(line.substring(start, position).strip(), start + 1);
  }

  private Field quoted() throws MalformedLine {
    int start = position++;
    StringBuilder text = new StringBuilder();
    while (position < line.length()) {
      char c = line.charAt(position++);
      if (c != '"') {
        text.append(c);
      } else if (position < line.length() && line.charAt(position) == '"') {
        text.append('"');
        position++;
      } else {
        int end = position;
        skipBlanks();
        if (position < line.length() && !atSeparator() && (separator != ' ' || position == end)) {
          throw new MalformedLine(position + 1, "text follows a closing quote");
        }
        return new Field(text.toString(), start + 1);
      }
    }
    throw new MalformedLine(start + 1, "this quote is not closed");
  }

  private boolean atSeparator() {
    char c = line.charAt(position);
    return separator == ' ' ? Character.isWhitespace(c) : c == separator;
  }

  private void skipBlanks() {
    while (position < line.length()
        && Character.isWhitespace(line.charAt(position))
        && line.charAt(position) != (separator == '\t' ? '\t' : '\0')) {
      position++;
    }
  }

  /**
   * The whole number that a field is.
   *
   * @throws MalformedLine if it is none from 0 to 999999999
   */
  static int number(Field field) throws MalformedLine {
    if (!field.text().matches("[0-9]{1,9}")) {
      throw new MalformedLine(
          field.column(), "\"" + field.text() + "\" is not a number from 0 to 999999999");
    }
    return Integer.parseInt(field.text());
  }
}
