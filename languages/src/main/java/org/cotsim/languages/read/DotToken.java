package org.cotsim.languages.read;

import java.util.Locale;
import java.util.Set;

/**
 * One token of a DOT text.
 *
 * @param kind what it is
 * @param text a name as it is meant: without its quotes, and with its parts put together
 * @param line where it begins, counted from 1
 * @param column where it begins, counted from 1
 */
public record DotToken(Kind kind, String text, int line, int column) {

  private static final Set<String> KEYWORDS =
      Set.of("strict", "graph", "digraph", "subgraph", "node", "edge");

  /** What a token is. */
  public enum Kind {
    WORD,
    NUMERAL,
    STRING,
    HTML,
    SIGN,
    END
  }

  public boolean isSign(String wanted) {
    return kind == Kind.SIGN && text.equals(wanted);
  }

  public boolean isKeyword(String wanted) {
    return kind == Kind.WORD && text.equalsIgnoreCase(wanted);
  }

  public boolean isOperator() {
    return isSign("->") || isSign("--");
  }

  /** Whether it can name something. */
  public boolean isName() {
    return switch (kind) {
      case NUMERAL, STRING, HTML -> true;
      case WORD -> !KEYWORDS.contains(text.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  /** The token as messages quote it. */
  public String found() {
    return switch (kind) {
      case END -> "the end of the file";
      case STRING -> "\"" + shortened() + "\"";
      default -> "'" + shortened() + "'";
    };
  }

  private String shortened() {
    return text.length() <= 30 ? text : text.substring(0, 30) + "...";
  }
}
