package org.cotsim.languages.read.logic;

import org.cotsim.languages.input.InputException;

/** What the names in a text stand for. */
interface Names {

  /**
   * What a name or quoted letter means: a formula, a count, or as a String a letter.
   *
   * @throws InputException if it means nothing
   */
  Object of(Place place, Lexeme name) throws InputException;

  /** Whether a piece is the name of a count. */
  boolean isCount(Lexeme lexeme);

  /** Every name is a letter. */
  record AllLetters(Sentence.Letters letters, Tense tense) implements Names {

    @Override
    public Object of(Place place, Lexeme name) throws InputException {
      Tense other = tense == Tense.PAST ? Tense.FUTURE : Tense.PAST;
      if (name.kind() == Lexeme.Kind.NAME && other.isOperator(name.text())) {
        throw place.error(
            name.column(),
            "'%s' %s; a letter of this name is quoted"
                .formatted(
                    name.text(),
                    tense == Tense.PAST
                        ? "looks ahead, and here only the past counts: ltlf: has it"
                        : "looks back, and LTLf looks ahead: formula: has it"));
      }
      letters.add(name.text(), place, name.column());
      return name.text();
    }

    @Override
    public boolean isCount(Lexeme lexeme) {
      return false;
    }
  }
}
