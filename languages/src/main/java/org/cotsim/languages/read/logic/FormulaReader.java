package org.cotsim.languages.read.logic;

import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.logic.Formula;

/**
 * Past temporal logic with counting, as one line.
 *
 * <p>From loose to tight: {@code <->}, {@code ->} (to the right), {@code |}, {@code &}, {@code S},
 * comparisons of sums by {@code < <= = != >= >} or {@code sum % m = r}, and {@code ! Y WY O H}.
 * Sums are made of integers and {@code #(f)} with {@code + -} and integer factors. Letters are
 * names or quoted, {@code true} and {@code false} are neither. What is usual elsewhere is read too:
 * {@code ~ && || => <=> ==} and the signs of logic.
 */
public final class FormulaReader {

  /** How a formula is asked for. */
  public static final String PREFIX = "formula:";

  static final int MAX_LENGTH = 10_000;
  private static final int SHOWN = 60;

  private FormulaReader() {}

  /**
   * The formula of a text.
   *
   * @param alphabet the letters, with blanks between them or as single characters; if empty, those
   *     that occur, sorted
   * @throws InputException with the column of the problem
   */
  public static Sentence read(String text, Optional<String> alphabet) throws InputException {
    return read(PREFIX, text, alphabet, Tense.PAST);
  }

  static Sentence read(String prefix, String text, Optional<String> alphabet, Tense tense)
      throws InputException {
    String source = prefix + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...");
    Place place = new Place(source, 0);
    if (text.isBlank()) {
      throw place.error(1, "the formula is empty");
    }
    if (text.length() > MAX_LENGTH) {
      throw place.error(MAX_LENGTH + 1, "longer than " + MAX_LENGTH + " characters");
    }
    Sentence.Letters letters = new Sentence.Letters();
    Formula formula =
        new FormulaParser(
                place, Lexer.cut(place, text), tense, new Names.AllLetters(letters, tense))
            .formula();
    return new Sentence(prefix + text, formula, letters.alphabet(source, alphabet));
  }
}
