package org.cotsim.languages.read.automaton;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;

/**
 * The syntax of {@code dk.brics.automaton.RegExp}, stricter where that takes an operator without
 * operand or {@link ForeignRegex} for characters, and with the column of every problem.
 */
final class RegexParser extends RegexScanner {

  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 200;
  private static final int MAX_RANGE = 1_000;
  private static final String MISPLACED = "|&?*+{})]>";

  private final Map<String, Integer> literals = new LinkedHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private int depth;
  private boolean needsAlphabet;

  RegexParser(String source, String expression) {
    super(source, expression);
  }

  Regex parse() throws InputException {
    if (text.length > MAX_LENGTH) {
      throw error(MAX_LENGTH + 1, "longer than " + MAX_LENGTH + " characters");
    }
    if (text.length == 0) {
      throw error(1, "the expression is empty, the empty word is ()");
    }
    Regex regex = union();
    if (at < text.length) {
      throw error(at + 1, "')' without '('");
    }
    return regex;
  }

  /** The symbols that occur and the column where each does first. */
  Map<String, Integer> literals() {
    return literals;
  }

  /** What is to be said of how the expression was read. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Whether an operator means "any symbol", so that the symbols that occur are not enough. */
  boolean needsAlphabet() {
    return needsAlphabet;
  }

  private Regex union() throws InputException {
    if (++depth > MAX_DEPTH) {
      throw error(at + 1, "nested more than " + MAX_DEPTH + " deep");
    }
    List<Regex> parts = new ArrayList<>(List.of(intersection()));
    while (take('|')) {
      parts.add(intersection());
    }
    depth--;
    return parts.size() == 1 ? parts.get(0) : new Regex.Union(parts);
  }

  private Regex intersection() throws InputException {
    Regex left = sequence();
    int operators = 0;
    while (take('&')) {
      if (++operators > MAX_DEPTH) {
        throw error(at, "more than " + MAX_DEPTH + " operators & in a row");
      }
      left = new Regex.Intersection(left, sequence());
    }
    return left;
  }

  private Regex sequence() throws InputException {
    if (peek() == '^') {
      throw error(at + 1, ForeignRegex.anchor('^'));
    }
    List<Regex> parts = new ArrayList<>(List.of(repeated()));
    while (!endsSequence()) {
      parts.add(repeated());
    }
    return parts.size() == 1 ? parts.get(0) : new Regex.Sequence(parts);
  }

  private boolean endsSequence() {
    return peek() == END || ")|&".indexOf(peek()) >= 0;
  }

  private Regex repeated() throws InputException {
    Regex part = complement();
    int operators = 0;
    while (isRepetition(peek())) {
      if (++operators > MAX_DEPTH) {
        throw error(at + 1, "more than " + MAX_DEPTH + " repetitions in a row");
      }
      noteRepetition(operators > 1 ? text[at - 1] : END);
      part =
          switch (next()) {
            case '?' -> new Regex.Repeat(part, 0, 1);
            case '*' -> new Regex.Repeat(part, 0, Regex.Repeat.UNBOUNDED);
            case '+' -> new Regex.Repeat(part, 1, Regex.Repeat.UNBOUNDED);
            default -> counted(part);
          };
    }
    return part;
  }

  private static boolean isRepetition(int c) {
    return c != END && "?*+{".indexOf(c) >= 0;
  }

  /** Says what a repetition means that other tools read otherwise. */
  private void noteRepetition(int before) {
    boolean lazy = peek() == '?' && (before == '+' || before == '}');
    boolean possessive = peek() == '+' && (before == '?' || before == '}');
    if (lazy || possessive) {
      notes.add(
          "'%c%c' is read as one repetition of another".formatted((char) before, (char) peek()));
    }
    int after = peekAfter();
    if (peek() == '+' && after != END && ")|&".indexOf(after) < 0 && !isRepetition(after)) {
      notes.add("'+' repeats what stands before it; a union is |");
    }
  }

  private Regex counted(Regex part) throws InputException {
    int min = integer();
    int max = min;
    if (take(',')) {
      max = peek() == '}' ? Regex.Repeat.UNBOUNDED : integer();
    }
    expect('}', "the count");
    if (max != Regex.Repeat.UNBOUNDED && max < min) {
      throw error(at, "a repetition from %d to %d".formatted(min, max));
    }
    return new Regex.Repeat(part, min, max);
  }

  private Regex complement() throws InputException {
    int column = at + 1;
    if (!take('~')) {
      return simple();
    }
    if (++depth > MAX_DEPTH) {
      throw error(column, "nested more than " + MAX_DEPTH + " deep");
    }
    Regex part = complement();
    depth--;
    return new Regex.Complement(part);
  }

  private Regex simple() throws InputException {
    int column = at + 1;
    if (peek() == END || MISPLACED.indexOf(peek()) >= 0) {
      throw error(column, "expected a symbol or '(', found " + found());
    }
    int first = next();
    return switch (first) {
      case '.' -> any();
      case '@' -> new Regex.Repeat(any(), 0, Regex.Repeat.UNBOUNDED);
      case '#' -> nothing();
      case '"' -> quoted(column);
      case '(' -> group(column);
      case '[' -> symbolClass(column);
      case '<' -> interval();
      case '\\' -> literal(afterBackslash(column), at);
      default -> plain(first, column);
    };
  }

  private Regex nothing() {
    notes.add("'#' matches no word; the symbol is \\#");
    return new Regex.Union(List.of());
  }

  private Regex plain(int symbol, int column) throws InputException {
    if (symbol == '$' && endsSequence()) {
      throw error(column, ForeignRegex.anchor('$'));
    }
    ForeignRegex.symbol(symbol).ifPresent(notes::add);
    return literal(symbol, column);
  }

  private Regex any() {
    needsAlphabet = true;
    return new Regex.OneOf(Set.of(), true);
  }

  private Regex group(int column) throws InputException {
    if (take(')')) {
      return new Regex.Sequence(List.of());
    }
    if (peek() == '?') {
      throw error(column, ForeignRegex.group(peekAfter()));
    }
    Regex inner = union();
    expect(')', "the '(' in column " + column);
    return inner;
  }

  private Regex quoted(int column) throws InputException {
    List<Regex> parts = new ArrayList<>();
    while (peek() != END && peek() != '"') {
      parts.add(literal(next(), at));
    }
    expect('"', "the '\"' in column " + column);
    return new Regex.Sequence(parts);
  }

  private Regex symbolClass(int column) throws InputException {
    boolean negated = take('^');
    needsAlphabet |= negated;
    Set<String> symbols = new LinkedHashSet<>();
    while (peek() != END && peek() != ']') {
      int low = escaped();
      boolean range = peek() == '-' && peekAfter() != END && peekAfter() != ']';
      if (range) {
        next();
      }
      addRange(low, range ? escaped() : low, symbols);
    }
    expect(']', "the '[' in column " + column);
    if (symbols.isEmpty()) {
      throw error(column, "a class without symbols");
    }
    return new Regex.OneOf(symbols, negated);
  }

  private void addRange(int low, int high, Set<String> symbols) throws InputException {
    if (high < low || high - low >= MAX_RANGE) {
      throw error(
          at - 2,
          "the range %s-%s is %s"
              .formatted(
                  Character.toString(low),
                  Character.toString(high),
                  high < low ? "backwards" : "longer than " + MAX_RANGE + " symbols"));
    }
    for (int c = low; c <= high; c++) {
      literal(c, at);
      symbols.add(Character.toString(c));
    }
  }

  private Regex interval() throws InputException {
    int start = at;
    int min = integer();
    int digits = at - start;
    if (!take('-')) {
      throw error(at + 1, "expected a number interval such as <1-12>, found " + found());
    }
    start = at;
    int max = integer();
    digits = at - start == digits ? digits : 0;
    expect('>', "the interval");
    String numbers = "0123456789";
    numbers.chars().forEach(c -> literals.putIfAbsent(Character.toString(c), at));
    return new Regex.Interval(Math.min(min, max), Math.max(min, max), digits);
  }

  private Regex literal(int symbol, int column) throws InputException {
    if (Character.isWhitespace(symbol)) {
      throw error(column, "white space cannot be a symbol, it parts the symbols of a word");
    }
    String text = Character.toString(symbol);
    Optional<String> problem = Characters.notASymbol(text);
    if (problem.isPresent()) {
      throw error(column, "'" + text + "' " + problem.get());
    }
    literals.putIfAbsent(text, column);
    return new Regex.OneOf(Set.of(text), false);
  }
}
