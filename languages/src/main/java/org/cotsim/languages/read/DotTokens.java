package org.cotsim.languages.read;

import java.util.Locale;
import org.cotsim.languages.input.InputException;

/**
 * The tokens of a DOT text one after the other: names, keywords and punctuation, as the grammar of
 * Graphviz has them. Cost: linear in the text.
 */
final class DotTokens {

  /** What a token is. */
  enum Kind {
    NAME,
    KEYWORD,
    HTML,
    PUNCTUATION,
    END
  }

  private final TextFile file;
  private final String text;
  private int position;
  private int start;
  private Kind kind = Kind.END;
  private String value = "";

  /** Stands at the first token. */
  DotTokens(TextFile file) throws InputException {
    this.file = file;
    this.text = file.text();
    next();
  }

  /** Whether the present token is this punctuation or this keyword, in lower case. */
  boolean is(String wanted) {
    return (kind == Kind.PUNCTUATION || kind == Kind.KEYWORD) && value.equals(wanted);
  }

  Kind kind() {
    return kind;
  }

  /** A name without its quotes, a keyword in lower case, an HTML string without its brackets. */
  String value() {
    return value;
  }

  /** The offset of the present token. */
  int start() {
    return start;
  }

  /** Goes on to the next token. */
  void next() throws InputException {
    skipBlanks();
    start = position;
    if (position == text.length()) {
      start = text.stripTrailing().length();
      set(Kind.END, "");
      return;
    }
    char c = text.charAt(position);
    if (c == '"') {
      set(Kind.NAME, quoted());
    } else if (c == '<') {
      set(Kind.HTML, html());
    } else if (isLetter(c)) {
      word();
    } else if (isNumeral()) {
      numeral();
    } else {
      punctuation(c);
    }
  }

  /** Says what is wrong with the present token. */
  InputException problem(String expected) {
    return at(start, expected + " is expected, not " + shown());
  }

  /** Says what is wrong at an offset. */
  InputException at(int offset, String message) {
    return file.error(offset, message);
  }

  private String shown() {
    return switch (kind) {
      case END -> "the end of the file";
      case HTML -> "an HTML string";
      default -> "\"" + value + "\"";
    };
  }

  private void set(Kind newKind, String newValue) {
    kind = newKind;
    value = newValue;
  }

  private void skipBlanks() throws InputException {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (text.startsWith("/*", position)) {
        int end = text.indexOf("*/", position + 2);
        if (end < 0) {
          throw at(position, "this comment is not closed");
        }
        position = end + 2;
      } else if (text.startsWith("//", position) || (c == '#' && beginsLine())) {
        skipLine();
      } else if (Character.isWhitespace(c)) {
        position++;
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    while (position < text.length() && !file.endsLine(position)) {
      position++;
    }
  }

  private boolean beginsLine() {
    int before = position - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    return before < 0 || file.endsLine(before);
  }

  /** The parts of a quoted name, which {@code +} joins. */
  private String quoted() throws InputException {
    StringBuilder name = new StringBuilder();
    int end;
    boolean more;
    do {
      string(name);
      end = position;
      skipBlanks();
      more = text.startsWith("+", position);
      if (more) {
        position++;
        skipBlanks();
        if (!text.startsWith("\"", position)) {
          throw at(position, "after \"+\" another quoted string is expected");
        }
      }
    } while (more);
    position = end;
    return name.toString();
  }

  /** One quoted string; only the quote is escaped, and a backslash folds a line. */
  private void string(StringBuilder name) throws InputException {
    int open = position++;
    while (position < text.length() && text.charAt(position) != '"') {
      char c = text.charAt(position++);
      if (c != '\\' || position == text.length()) {
        name.append(c);
        continue;
      }
      char escaped = text.charAt(position++);
      if (escaped == '\r' && text.startsWith("\n", position)) {
        position++;
      } else if (escaped == '"') {
        name.append('"');
      } else if (escaped != '\n' && escaped != '\r') {
        name.append(c).append(escaped);
      }
    }
    if (position == text.length()) {
      throw at(open, "this quote is not closed");
    }
    position++;
  }

  private String html() throws InputException {
    int depth = 0;
    int open = position;
    while (position < text.length()) {
      char c = text.charAt(position++);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (depth == 0) {
        return text.substring(open + 1, position - 1);
      }
    }
    throw at(open, "this HTML string is not closed");
  }

  private void word() {
    while (position < text.length() && (isLetter(text.charAt(position)) || isDigit(position))) {
      position++;
    }
    String word = text.substring(start, position);
    String lower = word.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "strict", "graph", "digraph", "node", "edge", "subgraph" -> set(Kind.KEYWORD, lower);
      default -> set(Kind.NAME, word);
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
  }

  private boolean isDigit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean isNumeral() {
    int at = text.charAt(position) == '-' ? position + 1 : position;
    return isDigit(at) || (text.startsWith(".", at) && isDigit(at + 1));
  }

  private void numeral() throws InputException {
    position += text.charAt(position) == '-' ? 1 : 0;
    boolean point = false;
    while (isDigit(position) || (!point && text.startsWith(".", position))) {
      point |= text.charAt(position) == '.';
      position++;
    }
    if (position < text.length()
        && (isLetter(text.charAt(position)) || text.charAt(position) == '.')) {
      throw at(start, "a name that begins like a number but goes on otherwise needs quotes");
    }
    set(Kind.NAME, text.substring(start, position));
  }

  private void punctuation(char c) throws InputException {
    String token =
        text.startsWith("->", position) || text.startsWith("--", position)
            ? text.substring(position, position + 2)
            : Character.toString(text.codePointAt(position));
    if (token.length() == 1 && "{}[]=;,:".indexOf(c) < 0) {
      throw at(position, "\"" + token + "\" has no place in DOT outside quotes");
    }
    position += token.length();
    set(Kind.PUNCTUATION, token);
  }
}
