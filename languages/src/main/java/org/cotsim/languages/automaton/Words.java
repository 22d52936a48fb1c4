package org.cotsim.languages.automaton;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;

/** Words as people write them, and all the words of one length. */
public final class Words {

  private static final int SHOWN = 12;

  private Words() {}

  /**
   * Reads a word.
   *
   * <p>A text with a space in it is split at its spaces; otherwise it is split into characters if
   * every symbol of the alphabet is one character; otherwise it is one symbol. The empty text is
   * the empty word. A text such as {@code ["a b", "_"]} is a JSON list of symbols, unless each of
   * its characters is a symbol.
   *
   * @throws InputException naming each unknown symbol once, with the column, counted in characters
   *     from 1, where it first occurs
   */
  public static List<String> parse(String text, Alphabet<String> alphabet) throws InputException {
    if (WordList.isList(text) && !isPlain(text, alphabet)) {
      return fromList(WordList.read(text), alphabet);
    }
    List<String> word = new ArrayList<>();
    InputProblems problems = new InputProblems("word");
    Set<String> unknown = new HashSet<>();
    int column = 1;
    for (String symbol : split(text, alphabet)) {
      if (!symbol.isEmpty()) {
        word.add(symbol);
        if (!alphabet.containsSymbol(symbol) && unknown.add(symbol)) {
          problems.add(0, column, unknown(symbol, alphabet));
        }
      }
      column += symbol.codePointCount(0, symbol.length()) + (isSpaced(text) ? 1 : 0);
    }
    problems.throwIfAny();
    return List.copyOf(word);
  }

  private static boolean isPlain(String text, Alphabet<String> alphabet) {
    return characters(text).stream().allMatch(alphabet::containsSymbol);
  }

  private static List<String> fromList(List<String> word, Alphabet<String> alphabet)
      throws InputException {
    for (String symbol : word) {
      if (!alphabet.containsSymbol(symbol)) {
        throw InputException.in("word", unknown(symbol, alphabet));
      }
    }
    return word;
  }

  private static boolean isSpaced(String text) {
    return text.indexOf(' ') >= 0;
  }

  private static List<String> split(String text, Alphabet<String> alphabet) {
    if (isSpaced(text)) {
      return List.of(text.split(" ", -1));
    }
    return isCharacters(alphabet) ? characters(text) : List.of(text);
  }

  private static String unknown(String symbol, Alphabet<String> alphabet) {
    String spaced =
        isCharacters(alphabet)
            ? ""
            : apart(symbol, alphabet)
                .map(
                    parts -> "; with spaces between the symbols: '" + String.join(" ", parts) + "'")
                .orElse("");
    return "unknown symbol '%s', expected one of %s%s".formatted(symbol, listed(alphabet), spaced);
  }

  /** The symbols that a text is made of; empty if it is made of others too. */
  private static Optional<List<String>> apart(String text, Alphabet<String> alphabet) {
    String[] last = new String[text.length() + 1]; // symbol that ends a way to this place
    for (int end = 1; end <= text.length(); end++) {
      for (String symbol : alphabet) {
        int start = end - symbol.length();
        boolean reached = start == 0 || (start > 0 && last[start] != null);
        if (reached && !symbol.isEmpty() && text.startsWith(symbol, start)) {
          last[end] = symbol;
        }
      }
    }
    ArrayDeque<String> symbols = new ArrayDeque<>();
    for (int end = text.length(); end > 0; end -= symbols.getFirst().length()) {
      if (last[end] == null) {
        return Optional.empty();
      }
      symbols.addFirst(last[end]);
    }
    return Optional.of(List.copyOf(symbols));
  }

  /** The first symbols of an alphabet, for a sentence. */
  private static String listed(Alphabet<String> alphabet) {
    String known =
        alphabet.stream()
            .limit(SHOWN)
            .map(one -> "'" + one + "'")
            .collect(Collectors.joining(", "));
    int more = alphabet.size() - SHOWN;
    return known + (more > 0 ? " and " + more + " more" : "");
  }

  /** How words over an alphabet are written, for a sentence that begins before it. */
  public static String described(Alphabet<String> alphabet) {
    if (alphabet.isEmpty()) {
      return "the only word is the empty one";
    }
    return "its symbols are "
        + listed(alphabet)
        + (isCharacters(alphabet) ? "" : ", written with spaces between them");
  }

  private static boolean isCharacters(Alphabet<String> alphabet) {
    return alphabet.stream().allMatch(Words::isCharacter);
  }

  private static boolean isCharacter(String symbol) {
    return symbol.codePointCount(0, symbol.length()) == 1;
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /**
   * Writes a word for people to read: without spaces if all its symbols are one character long.
   *
   * <p>{@link #parse} reads it back over an alphabet of characters, and over any other unless the
   * word has two symbols or more and all of them are one character; see {@link #format(List,
   * Alphabet)}.
   */
  public static String format(List<String> word) {
    return String.join(word.stream().allMatch(Words::isCharacter) ? "" : " ", word);
  }

  /** Writes a word over an alphabet so that {@link #parse} reads it back. */
  public static String format(List<String> word, Alphabet<String> alphabet) {
    boolean asList =
        word.stream().anyMatch(symbol -> symbol.isEmpty() || isSpaced(symbol))
            || (WordList.isList(word.isEmpty() ? "" : word.get(0)) && !isCharacters(alphabet));
    return asList ? WordList.write(word) : String.join(isCharacters(alphabet) ? "" : " ", word);
  }

  /**
   * All the words of one length in lexicographic order, made one at a time while iterating.
   *
   * @throws IllegalArgumentException if the length is negative
   */
  public static Iterable<List<String>> exhaustive(Alphabet<String> alphabet, int length) {
    requireLength(length);
    return () -> new AllWords(alphabet, length);
  }

  /** How many words of one length there are. */
  public static BigInteger count(Alphabet<String> alphabet, int length) {
    requireLength(length);
    return BigInteger.valueOf(alphabet.size()).pow(length);
  }

  private static void requireLength(int length) {
    if (length < 0) {
      throw new IllegalArgumentException("a word cannot have " + length + " symbols");
    }
  }

  /** A word of a length, every symbol equally likely. */
  public static List<String> uniform(Alphabet<String> alphabet, int length, long seed) {
    Random random = new Random(seed);
    List<String> symbols = List.copyOf(alphabet);
    return Stream.generate(() -> symbols.get(random.nextInt(symbols.size())))
        .limit(Math.max(0, length))
        .toList();
  }

  /** A word of a length that goes through the symbols in turn, so that neighbours differ. */
  public static List<String> alternating(Alphabet<String> alphabet, int length) {
    List<String> symbols = List.copyOf(alphabet);
    return IntStream.range(0, length).mapToObj(i -> symbols.get(i % symbols.size())).toList();
  }
}
