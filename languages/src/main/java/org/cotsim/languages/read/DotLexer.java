package org.cotsim.languages.read;

import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.DotToken.Kind;

/**
 * Cuts a DOT text into tokens, by the rules of Graphviz' own scanner: a backslash in a string hides
 * a quote and folds a line, all else stays as it is; {@code "a" + "b"} is one string.
 *
 * <p>Cost: linear.
 */
final class DotLexer {

  private static final char END = '\0'; // a text may hold it, too

  private final TextFile file;
  private final String text;
  private int at;
  private int line = 1;
  private int lineStart;
  private int seen; // lines are counted up to here

  DotLexer(TextFile file) {
    this.file = file;
    this.text = file.text();
  }

  /** The next token; at the end of the text one that says so, as often as asked. */
  DotToken next() throws InputException {
    skipBlanks();
    int start = at;
    if (at == text.length()) {
      return token(Kind.END, "", start);
    }
    char c = text.charAt(at);
    if (c == '"') {
      return token(Kind.STRING, string(), start);
    }
    if (c == '<') {
      return token(Kind.HTML, html(), start);
    }
    if (isNumeralStart()) {
      return token(Kind.NUMERAL, numeral(), start);
    }
    if (isLetter(c)) {
      while (isLetter(peek(0)) || isDigit(peek(0))) {
        at++;
      }
      return token(Kind.WORD, text.substring(start, at), start);
    }
    at +=
        text.startsWith("->", at) || text.startsWith("--", at)
            ? 2
            : Character.charCount(text.codePointAt(at));
    return token(Kind.SIGN, text.substring(start, at), start);
  }

  private DotToken token(Kind kind, String meant, int start) {
    for (; seen < start; seen++) {
      if (file.endsLine(seen)) {
        line++;
        lineStart = seen + 1;
      }
    }
    return new DotToken(kind, meant, line, start - lineStart + 1);
  }

  private void skipBlanks() throws InputException {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF') {
        at++;
      } else if (text.startsWith("//", at) || isLineComment()) {
        skipLine();
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw file.error(at, "this comment is not closed");
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  /** Graphviz has a # begin a comment at the start of a line only; people write more. */
  private boolean isLineComment() {
    return text.charAt(at) == '#'
        && (at == 0 || Character.isWhitespace(text.charAt(at - 1)) || isSeparator(at - 1));
  }

  private boolean isSeparator(int offset) {
    return ";,{}[]".indexOf(text.charAt(offset)) >= 0;
  }

  private void skipLine() {
    while (at < text.length() && !file.endsLine(at)) {
      at++;
    }
  }

  /** One quoted string and those added to it. */
  private String string() throws InputException {
    StringBuilder meant = new StringBuilder();
    while (true) {
      quoted(meant);
      int end = at;
      skipBlanks();
      if (peek(0) == '+') {
        at++;
        skipBlanks();
        if (peek(0) == '"') {
          continue;
        }
        throw file.error(at, "expected a string in quotes after '+'");
      }
      at = end;
      return meant.toString();
    }
  }

  private void quoted(StringBuilder meant) throws InputException {
    int start = at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return;
      }
      if (c != '\\') {
        meant.append(c);
      } else if (peek(0) == '"') {
        at++;
        meant.append('"');
      } else if (peek(0) == '\n' || peek(0) == '\r') {
        at += text.startsWith("\r\n", at) ? 2 : 1;
      } else {
        meant.append(c).append(at < text.length() ? text.substring(at, ++at) : "");
      }
    }
    throw file.error(start, "this quote is not closed");
  }

  private String html() throws InputException {
    int start = at;
    int open = 0;
    do {
      if (at == text.length()) {
        throw file.error(start, "this HTML string is not closed");
      }
      char c = text.charAt(at++);
      open += c == '<' ? 1 : c == '>' ? -1 : 0;
    } while (open > 0);
    return text.substring(start + 1, at - 1);
  }

  private boolean isNumeralStart() {
    int sign = peek(0) == '-' ? 1 : 0;
    return isDigit(peek(sign)) || (peek(sign) == '.' && isDigit(peek(sign + 1)));
  }

  private String numeral() throws InputException {
    int start = at;
    at += peek(0) == '-' ? 1 : 0;
    while (isDigit(peek(0))) {
      at++;
    }
    if (peek(0) == '.') {
      at++;
      while (isDigit(peek(0))) {
        at++;
      }
    }
    boolean joined =
        start > 0 && (isLetter(text.charAt(start - 1)) || isDigit(text.charAt(start - 1)));
    if (joined || isLetter(peek(0)) || peek(0) == '.') {
      throw file.error(
          start, "a number runs into other characters here; write such a name in quotes");
    }
    return text.substring(start, at);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
  }
}
