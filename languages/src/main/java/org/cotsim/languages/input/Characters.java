package org.cotsim.languages.input;

import java.util.Optional;

/** Characters that people cannot see, or that no text should hold. */
public final class Characters {

  private static final int QUOTED = 60;

  private Characters() {}

  /**
   * The text as it may be shown on a terminal: control characters, lone surrogates and what turns
   * the direction of writing are spelled <code>&#92;u001b</code>.
   */
  public static String visible(String text) {
    if (text.codePoints().noneMatch(Characters::isUnfit)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (isUnfit(c)) {
                visible.append("\\u%04x".formatted(c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  /**
   * Refuses a name that cannot be shown as it is.
   *
   * @param what is named, such as "vertex"
   */
  public static void requireVisible(String source, String what, String name) throws InputException {
    if (!visible(name).equals(name)) {
      throw InputException.in(
          source,
          "the name of %s %s has a control character or a lone surrogate in it"
              .formatted(what, quoted(name)));
    }
  }

  /** The text in single quotes, shortened if it is long. */
  public static String quoted(String text) {
    return text.codePointCount(0, text.length()) <= QUOTED
        ? "'" + text + "'"
        : "'" + text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "...'";
  }

  /** Why a text cannot be a symbol, in words that go on after it; empty if it can. */
  public static Optional<String> notASymbol(String text) {
    if (text.isEmpty()) {
      return Optional.of("is empty, which cannot be a symbol");
    }
    if (text.codePoints().anyMatch(Characters::isBlank)) {
      return Optional.of("has white space in it, which cannot be a symbol");
    }
    if (text.codePoints().anyMatch(Characters::isUnfit)) {
      int first = text.codePoints().filter(Characters::isUnfit).findFirst().orElseThrow();
      return Optional.of(
          "has the %s U+%04X in it, which cannot be part of a symbol"
              .formatted(
                  Character.getType(first) == Character.SURROGATE
                      ? "lone surrogate"
                      : "control character",
                  first));
    }
    return Optional.empty();
  }

  /** White space for a Java program or for a reader's eye, such as a no-break space. */
  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isUnfit(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || turnsDirection(c);
  }

  private static boolean turnsDirection(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
