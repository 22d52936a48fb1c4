package org.cotsim.languages.read.automaton;

import java.util.Map;
import java.util.Optional;

/** What other tools write in regular expressions, and what is to be written instead. */
final class ForeignRegex {

  private static final String WHOLE = "an expression matches whole words, leave it out";
  private static final String BLANK = "white space cannot be a symbol";

  private static final Map<Character, String> ESCAPES =
      Map.ofEntries(
          Map.entry('d', "write [0-9]"),
          Map.entry('D', "write [^0-9]"),
          Map.entry('w', "write [A-Za-z0-9_]"),
          Map.entry('W', "write [^A-Za-z0-9_]"),
          Map.entry('s', BLANK),
          Map.entry('S', "every symbol is one, write ."),
          Map.entry('b', WHOLE),
          Map.entry('B', WHOLE),
          Map.entry('A', WHOLE),
          Map.entry('Z', WHOLE),
          Map.entry('z', WHOLE),
          Map.entry('G', WHOLE),
          Map.entry('n', BLANK),
          Map.entry('r', BLANK),
          Map.entry('t', BLANK),
          Map.entry('f', BLANK),
          Map.entry('v', BLANK),
          Map.entry('p', "write the symbols in brackets"),
          Map.entry('P', "write the symbols in brackets"),
          Map.entry('u', "write the character itself"),
          Map.entry('x', "write the character itself"),
          Map.entry('e', "the empty word is ()"));

  private static final Map<String, String> SYMBOLS =
      Map.of(
          "εϵɛλΛ", "the empty word is ()",
          "∅Ø⌀", "no word is #",
          "∪∨", "a union is |",
          "∩∧", "an intersection is &",
          "·⋅•∙∘", "parts that follow each other are written so",
          "¬", "a complement is ~",
          "∗⋆", "a repetition is *",
          "⁺", "a repetition is +",
          "Σ", "any symbol is .");

  private ForeignRegex() {}

  /** Why a backslash before this character is refused, if it is. */
  static Optional<String> escape(int c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c >= '0' && c <= '9') {
      return Optional.of(
          "'\\%c' is not read: what a group matched cannot be asked for".formatted(c));
    }
    return letter
        ? Optional.of(
            "'\\%c' is not read: %s"
                .formatted(
                    c, ESCAPES.getOrDefault((char) c, "the symbol is written without a backslash")))
        : Optional.empty();
  }

  /** Why {@code (?} is refused, by what follows it. */
  static String group(int c) {
    return switch (c) {
      case ':' -> "'(?:' is not read: write '(', which remembers nothing here";
      case '=', '!', '<' ->
          "'(?%c' is not read: write what stands at both places with '&' or '~'".formatted(c);
      default -> "'(?' is not read: there are no options, and '(' needs an operand";
    };
  }

  /** Why an anchor is refused. */
  static String anchor(char anchor) {
    return "'%c' is not read: an expression matches whole words; the symbol is \\%c"
        .formatted(anchor, anchor);
  }

  /** What is to be said of a symbol that may have been meant as an operator. */
  static Optional<String> symbol(int c) {
    return SYMBOLS.entrySet().stream()
        .filter(entry -> entry.getKey().indexOf(c) >= 0)
        .map(
            entry ->
                "'%s' is read as a symbol; %s".formatted(Character.toString(c), entry.getValue()))
        .findFirst();
  }
}
