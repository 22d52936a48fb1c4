package org.cotsim.languages.read.logic;

/**
 * A piece of a formula's text.
 *
 * @param kind what it is
 * @param text as it stands; of a sign, its usual spelling; of a quoted letter, without quotes
 * @param column counted from 1
 */
record Lexeme(Kind kind, String text, int column) {

  /** What a piece of text is. */
  enum Kind {
    NAME,
    QUOTED,
    NUMBER,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /** As an error names it. */
  String found() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
