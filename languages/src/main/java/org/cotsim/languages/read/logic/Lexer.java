package org.cotsim.languages.read.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.logic.Lexeme.Kind;

/** Cuts one line into names, quoted letters, numbers and signs. */
final class Lexer {

  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+[\\p{L}\\p{N}_]*");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final Pattern SIGN =
      Pattern.compile(
          "<->|<=>|:=|->|=>|&&|\\|\\||<=|>=|!=|==|\\[!\\]|[!~&|()=<>+\\-*%#?:]"
              + "|[\u00ac\u2227\u2228\u2192\u2194\u2264\u2265\u2260]");

  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("<=>", "<->"),
          Map.entry("=>", "->"),
          Map.entry("&&", "&"),
          Map.entry("||", "|"),
          Map.entry("==", "="),
          Map.entry("~", "!"),
          Map.entry("\u00ac", "!"),
          Map.entry("\u2227", "&"),
          Map.entry("\u2228", "|"),
          Map.entry("\u2192", "->"),
          Map.entry("\u2194", "<->"),
          Map.entry("\u2264", "<="),
          Map.entry("\u2265", ">="),
          Map.entry("\u2260", "!="));

  private final Place place;
  private final String text;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private int at;

  private Lexer(Place place, String text) {
    this.place = place;
    this.text = text;
  }

  /** The pieces of a line, the last of which is its end. */
  static List<Lexeme> cut(Place place, String text) throws InputException {
    Lexer lexer = new Lexer(place, text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    lexer.add(Kind.END, "", text.length());
    return lexer.lexemes;
  }

  private void next() throws InputException {
    int start = at;
    if (take(BLANK) != null) {
      return;
    }
    if (take(NAME) != null) {
      add(Kind.NAME, text.substring(start, at), start);
    } else if (take(NUMBER) != null) {
      number(start);
    } else if (take(SIGN) != null) {
      String sign = text.substring(start, at);
      add(Kind.SIGN, USUAL.getOrDefault(sign, sign), start);
    } else {
      quoted(start);
    }
  }

  private void number(int start) throws InputException {
    String number = text.substring(start, at);
    int digits = 0;
    while (digits < number.length() && Character.digit(number.charAt(digits), 10) >= 0) {
      digits++;
    }
    if (digits < number.length()) {
      throw place.error(
          column(start),
          "found '%s': a letter that begins like a number is quoted, '%s' in quotes"
              .formatted(number, number));
    }
    add(Kind.NUMBER, number, start);
  }

  private void quoted(int start) throws InputException {
    Matcher matcher = take(QUOTED);
    if (matcher == null) {
      char c = text.charAt(start);
      if (c == '\'' || c == '"') {
        throw place.error(column(start), "this quote is not closed");
      }
      String character = Character.toString(text.codePointAt(start));
      throw place.error(
          column(start),
          "found '%s': a letter that is neither a name nor a number is quoted"
              .formatted(character));
    }
    String letter = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    if (letter.isEmpty() || letter.chars().anyMatch(Character::isWhitespace)) {
      throw place.error(
          column(start), "a letter is not empty and has no blank in it: '%s'".formatted(letter));
    }
    add(Kind.QUOTED, letter, start);
  }

  private Matcher take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher;
  }

  private void add(Kind kind, String piece, int start) {
    lexemes.add(new Lexeme(kind, piece, column(start)));
  }

  private int column(int offset) {
    return text.codePointCount(0, offset) + 1;
  }
}
