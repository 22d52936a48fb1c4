package org.cotsim.languages.read.logic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.input.InputProblems;
import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.read.logic.Lexeme.Kind;

/**
 * C-RASP programs: one definition {@code NAME := formula or count} a line, in the syntax of {@link
 * FormulaReader}; the last one is the answer.
 *
 * <p>A name stands for what was defined above. A letter a is written {@code Q_a}, as in the papers,
 * or quoted, or, if it is one lower-case letter that nobody defined, as it is. {@code //} begins a
 * comment. Source of the language: Yang and Chiang, "Counting like transformers", 2024; its
 * conditional and its minimum can be said by formulas.
 */
public final class CraspReader {

  private static final String LETTER = "Q_";
  private static final int MAX_LINES = 10_000;
  private static final long MAX_SIZE = 10_000;
  private static final int MAX_HEIGHT = 500;

  private final String source;
  private final InputProblems problems;
  private final Sentence.Letters letters = new Sentence.Letters();
  private final Map<String, Definition> definitions = new HashMap<>();

  /** What was defined, where, and how many pieces it would have without names. */
  private record Definition(Object value, int line, long size) {}

  private CraspReader(String source) {
    this.source = source;
    this.problems = new InputProblems(source);
  }

  /**
   * The formula of a program.
   *
   * @param source the file as the person named it
   * @param program its text
   * @param alphabet the letters, as in {@link FormulaReader#read}
   * @throws InputException with line and column of every problem
   */
  public static Sentence read(String source, String program, Optional<String> alphabet)
      throws InputException {
    return new CraspReader(source).read(program, alphabet);
  }

  private Sentence read(String program, Optional<String> alphabet) throws InputException {
    List<String> lines = program.lines().limit(MAX_LINES + 1L).toList();
    if (lines.size() > MAX_LINES) {
      throw InputException.at(source, MAX_LINES + 1, 1, "more than " + MAX_LINES + " lines");
    }
    Object answer = null;
    Place last = null;
    for (int l = 0; l < lines.size(); l++) {
      String line = lines.get(l).replaceFirst("//.*", "");
      if (!line.isBlank()) {
        last = new Place(source, l + 1);
        answer = tryToDefine(last, line);
      }
    }
    problems.throwIfAny();
    if (last == null) {
      throw InputException.in(source, "no line defines anything");
    }
    if (!(answer instanceof Formula formula)) {
      throw last.error(1, "the last line is the answer: expected a formula, found a count");
    }
    return new Sentence(source, formula, letters.alphabet(source, alphabet));
  }

  /** Notes a problem and goes on with the next line, so that all are told at once. */
  private Object tryToDefine(Place place, String line) throws InputException {
    try {
      return define(place, line);
    } catch (InputException e) {
      for (InputException.Problem problem : e.problems()) {
        problems.add(problem.line(), problem.column(), problem.message());
      }
      return null;
    }
  }

  private Object define(Place place, String line) throws InputException {
    List<Lexeme> lexemes = Lexer.cut(place, line);
    Lexeme name = lexemes.get(0);
    if (name.kind() != Kind.NAME || !lexemes.get(1).is(":=")) {
      throw place.error(name.column(), "expected NAME := and a formula or count");
    }
    requireNew(place, name);
    Body body = new Body(lexemes.size());
    Object value;
    try {
      value =
          new FormulaParser(place, lexemes.subList(2, lexemes.size()), Tense.PAST, body)
              .formulaOrCount();
    } catch (InputException e) {
      definitions.put(name.text(), new Definition(null, place.line(), 0)); // so that uses are known
      throw e;
    }
    if (height(value) > MAX_HEIGHT) {
      throw place.error(
          name.column(), "without names, operators are nested more than " + MAX_HEIGHT + " deep");
    }
    definitions.put(name.text(), new Definition(value, place.line(), body.size));
    return value;
  }

  private void requireNew(Place place, Lexeme name) throws InputException {
    Definition known = definitions.get(name.text());
    if (known != null) {
      throw place.error(
          name.column(), "'%s' is defined in line %d already".formatted(name.text(), known.line()));
    }
    boolean reserved = name.isName("true") || name.isName("false");
    if (reserved || Tense.PAST.isOperator(name.text()) || name.text().startsWith(LETTER)) {
      throw place.error(name.column(), "'%s' is not free to be a name".formatted(name.text()));
    }
  }

  private static int height(Object value) {
    if (value instanceof Count count) {
      return 1 + count.weights().keySet().stream().mapToInt(CraspReader::height).max().orElse(0);
    }
    return 1 + ((Formula) value).parts().stream().mapToInt(CraspReader::height).max().orElse(0);
  }

  /** The names on the right side of one line. */
  private final class Body implements Names {

    private long size;

    Body(long size) {
      this.size = size;
    }

    @Override
    public Object of(Place place, Lexeme name) throws InputException {
      Definition known = name.kind() == Kind.QUOTED ? null : definitions.get(name.text());
      if (known == null) {
        return letter(place, name);
      }
      size += known.size();
      if (size > MAX_SIZE) {
        throw place.error(
            name.column(), "without names, the program has more than " + MAX_SIZE + " pieces");
      }
      if (known.value() == null) {
        throw place.error(
            name.column(),
            "'%s' is defined by line %d, which is wrong".formatted(name.text(), known.line()));
      }
      return known.value();
    }

    private String letter(Place place, Lexeme name) throws InputException {
      String text = name.text();
      if (name.kind() == Kind.NAME && text.startsWith(LETTER) && text.length() > LETTER.length()) {
        text = text.substring(LETTER.length());
      } else if (name.kind() == Kind.NAME && !isLowerCaseLetter(text)) {
        throw place.error(
            name.column(),
            "'%s' is not defined above; a letter of this name is written '%s' in quotes or %s%s"
                .formatted(text, text, LETTER, text));
      }
      letters.add(text, place, name.column());
      return text;
    }

    private static boolean isLowerCaseLetter(String text) {
      return text.codePointCount(0, text.length()) == 1
          && Character.isLowerCase(text.codePointAt(0));
    }

    @Override
    public boolean isCount(Lexeme lexeme) {
      return lexeme.kind() == Kind.NAME
          && definitions.containsKey(lexeme.text())
          && definitions.get(lexeme.text()).value() instanceof Count;
    }
  }
}
