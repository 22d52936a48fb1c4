package org.cotsim.languages.read.automaton;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.input.Characters;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;

/**
 * Regular expressions in the syntax of {@code dk.brics.automaton.RegExp}.
 *
 * <p>From loose to tight: {@code |} union, {@code &} intersection, sequence, {@code ? * +} {@code
 * {n} {n,} {n,m}} repetition, {@code ~} complement. Simple ones: a character, {@code \c}, {@code
 * "text"}, {@code [a-z]}, {@code [^a]}, {@code .} any symbol, {@code @} any word, {@code #} no
 * word, {@code ()} the empty word, {@code <1-12>} a number in decimal. White space is not a symbol.
 * What only other tools write, such as {@code \\d} or {@code ^} at the beginning, is refused.
 */
public final class RegexReader {

  private static final int SHOWN = 60;

  private RegexReader() {}

  /**
   * The language of an expression over an alphabet of single characters.
   *
   * <p>Without an alphabet the symbols are the ones that occur in the expression, sorted; then
   * {@code .}, {@code @} and {@code [^...]} are refused because they would mean symbols that nobody
   * named, and {@code ~} means words over the symbols that occur.
   *
   * @param alphabet the symbols, one after the other or with spaces between them
   * @throws InputException with the column of the problem, or if the automaton becomes larger than
   *     {@link org.cotsim.languages.automaton.Limits}
   */
  public static RegularLanguage read(String expression, Optional<String> alphabet)
      throws InputException {
    String source =
        "regex:"
            + (expression.length() <= SHOWN ? expression : expression.substring(0, SHOWN) + "...");
    RegexParser parser = new RegexParser(source, expression);
    Regex regex = parser.parse();
    Alphabet<String> symbols =
        alphabet.isPresent()
            ? given(source, alphabet.get(), parser.literals())
            : occurring(source, parser);
    RegularLanguage language = new RegexCompiler(source, symbols).compile(regex);
    List<String> notes = new ArrayList<>(parser.notes());
    if (language.size() == 1 && !language.dfa().isAccepting(0)) {
      notes.add("no word matches");
    }
    return RegularLanguage.of("regex:" + expression, language.dfa(), symbols, notes);
  }

  private static Alphabet<String> occurring(String source, RegexParser parser)
      throws InputException {
    if (parser.needsAlphabet()) {
      throw InputException.in(
          source, "'.', '@' and '[^...]' mean any symbol: name the symbols with --alphabet");
    }
    if (parser.literals().isEmpty()) {
      throw InputException.in(source, "no symbol occurs: name the symbols with --alphabet");
    }
    return Alphabets.fromCollection(parser.literals().keySet().stream().sorted().toList());
  }

  private static Alphabet<String> given(
      String source, String alphabet, Map<String, Integer> literals) throws InputException {
    Set<String> symbols = new LinkedHashSet<>();
    alphabet
        .codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .forEach(c -> symbols.add(Character.toString(c)));
    if (symbols.isEmpty()) {
      throw InputException.in(source, "the alphabet given has no symbol");
    }
    InputProblems problems = new InputProblems(source);
    for (String symbol : symbols) {
      Optional<String> problem = Characters.notASymbol(symbol);
      if (problem.isPresent()) {
        problems.add(0, 0, "the alphabet given: '" + symbol + "' " + problem.get());
      }
    }
    for (Map.Entry<String, Integer> literal : literals.entrySet()) {
      if (!symbols.contains(literal.getKey())) {
        problems.add(0, literal.getValue(), notGiven(literal.getKey(), symbols));
      }
    }
    problems.throwIfAny();
    return Alphabets.fromCollection(symbols);
  }

  private static String notGiven(String symbol, Set<String> symbols) {
    return "'%s' is not in the alphabet given (%s)".formatted(symbol, String.join(" ", symbols));
  }
}
