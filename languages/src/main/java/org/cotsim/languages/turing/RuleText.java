package org.cotsim.languages.turing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one rule such as {@code q0 a,_ -> q1 a,x R,S} for a known number of tapes. */
final class RuleText {

  private static final String WILDCARD = "*";

  private RuleText() {}

  /**
   * The rule written in this line.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  static Rule parse(String line, int tapes) {
    String[] sides = line.split("->", -1);
    if (sides.length != 2) {
      throw problem(line, "expected one '->'");
    }
    String[] left = sides[0].strip().split("\\s+", -1);
    String[] right = sides[1].strip().split("\\s+", -1);
    if (left.length != 2) {
      throw problem(line, "expected 'STATE READS' before '->'");
    }
    if (right.length != 2 && right.length != 3) {
      throw problem(line, "expected 'STATE [WRITES] MOVES' after '->'");
    }
    List<Optional<String>> reads = symbols(line, "read", left[1], tapes);
    List<Optional<String>> writes =
        right.length == 3 ? symbols(line, "written", right[1], tapes) : reads;
    return new Rule(
        line, left[0], reads, right[0], writes, moves(line, right[right.length - 1], tapes));
  }

  /**
   * The line once for each choice of the variables it mentions as {@code {x}}.
   *
   * @throws IllegalArgumentException when it mentions a variable without a value
   */
  static List<String> expand(String line, Map<String, List<String>> variables) {
    List<String> lines = List.of(line);
    for (Map.Entry<String, List<String>> variable : variables.entrySet()) {
      String mention = "{" + variable.getKey() + "}";
      if (line.contains(mention)) {
        List<String> more = new ArrayList<>();
        for (String each : lines) {
          variable.getValue().forEach(value -> more.add(each.replace(mention, value)));
        }
        lines = more;
      }
    }
    return lines;
  }

  private static List<Optional<String>> symbols(String line, String what, String text, int tapes) {
    List<Optional<String>> symbols = new ArrayList<>();
    for (String symbol : text.split(",", -1)) {
      symbols.add(symbol.equals(WILDCARD) ? Optional.empty() : Optional.of(symbol));
    }
    if (symbols.size() != tapes) {
      throw problem(line, "expected %d symbols %s, not %d".formatted(tapes, what, symbols.size()));
    }
    return symbols;
  }

  private static List<Move> moves(String line, String text, int tapes) {
    List<Move> moves = new ArrayList<>();
    for (String letter : text.split(",", -1)) {
      moves.add(move(line, letter));
    }
    if (moves.size() != tapes) {
      throw problem(line, "expected %d moves, not %d".formatted(tapes, moves.size()));
    }
    return moves;
  }

  private static Move move(String line, String letter) {
    return switch (letter.toUpperCase(Locale.ROOT)) {
      case "L" -> Move.LEFT;
      case "S" -> Move.STAY;
      case "R" -> Move.RIGHT;
      default -> throw problem(line, "expected a move L, S or R, not '" + letter + "'");
    };
  }

  private static IllegalArgumentException problem(String line, String message) {
    return new IllegalArgumentException("rule '" + line + "': " + message);
  }
}
