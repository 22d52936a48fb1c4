package org.cotsim.languages.read.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.logic.Count;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Comparison;
import org.cotsim.languages.logic.Formula.Comparison.Relation;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Connective.Operator;
import org.cotsim.languages.logic.Formula.Letter;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Remainder;
import org.cotsim.languages.logic.Formula.Truth;
import org.cotsim.languages.read.logic.Lexeme.Kind;

/**
 * Recursive descent over one line: {@code <->}, {@code ->}, {@code |}, {@code &}, binary operators
 * over time, comparisons, sums, unary operators, from loose to tight.
 *
 * <p>A part is a formula or a count, and its use tells which it must be.
 */
final class FormulaParser {

  private static final int MAX_DEPTH = 200;
  private static final long MAX_NUMBER = 1_000_000;
  private static final long MAX_WEIGHT = 1_000_000_000;
  private static final int MAX_MODULUS = 1_000;

  private static final Map<String, Relation> RELATIONS =
      Map.of(
          "<", Relation.LESS,
          "<=", Relation.AT_MOST,
          "=", Relation.EQUAL,
          "!=", Relation.UNEQUAL,
          ">=", Relation.AT_LEAST,
          ">", Relation.GREATER);

  /** A formula or a count, and the column where it begins; exactly one of them is there. */
  private record Part(Formula formula, Count count, int column) {}

  private final Place place;
  private final List<Lexeme> lexemes;
  private final Tense tense;
  private final Names names;
  private int at;
  private int depth;

  FormulaParser(Place place, List<Lexeme> lexemes, Tense tense, Names names) {
    this.place = place;
    this.lexemes = lexemes;
    this.tense = tense;
    this.names = names;
  }

  /** The formula that the whole line is. */
  Formula formula() throws InputException {
    return formula(whole());
  }

  /** What the whole line is: a {@link Formula} or a {@link Count}. */
  Object formulaOrCount() throws InputException {
    Part part = whole();
    return part.formula() == null ? part.count() : part.formula();
  }

  private Part whole() throws InputException {
    Part part = equivalence();
    if (peek().kind() != Kind.END) {
      throw unexpected("an operator or the end");
    }
    return part;
  }

  private Part equivalence() throws InputException {
    if (++depth > MAX_DEPTH) {
      throw place.error(peek().column(), "nested more than " + MAX_DEPTH + " deep");
    }
    Part left = implication();
    int operators = 0;
    while (take("<->")) {
      left = joined(Operator.IFF, left, implication(), ++operators);
    }
    depth--;
    return left;
  }

  private Part implication() throws InputException {
    List<Part> parts = new ArrayList<>(List.of(either()));
    while (take("->")) {
      parts.add(either());
    }
    Part right = parts.remove(parts.size() - 1);
    for (int i = parts.size() - 1, operators = 1; i >= 0; i--, operators++) {
      right = joined(Operator.IMPLIES, parts.get(i), right, operators);
    }
    return right;
  }

  private Part joined(Operator operator, Part left, Part right, int operators)
      throws InputException {
    if (operators > MAX_DEPTH) {
      throw place.error(right.column(), "more than " + MAX_DEPTH + " operators in a row");
    }
    return of(new Connective(operator, List.of(formula(left), formula(right))), left.column());
  }

  private Part either() throws InputException {
    Part first = both();
    return peek().is("|") ? chain("|", Operator.OR, first) : first;
  }

  private Part both() throws InputException {
    Part first = overTime();
    return peek().is("&") ? chain("&", Operator.AND, first) : first;
  }

  private Part chain(String sign, Operator operator, Part first) throws InputException {
    List<Formula> operands = new ArrayList<>(List.of(formula(first)));
    while (take(sign)) {
      operands.add(formula(operator == Operator.OR ? both() : overTime()));
    }
    return of(new Connective(operator, operands), first.column());
  }

  private Part overTime() throws InputException {
    Part left = comparison();
    Lexeme operator = peek();
    if (operator.kind() != Kind.NAME || !tense.isBinary(operator.text())) {
      return left;
    }
    at++;
    Part right = comparison();
    if (peek().kind() == Kind.NAME && tense.isBinary(peek().text())) {
      throw place.error(
          peek().column(),
          "%s after %s: parentheses must say which comes first"
              .formatted(peek().text(), operator.text()));
    }
    return of(tense.binary(operator.text(), formula(left), formula(right)), left.column());
  }

  private Part comparison() throws InputException {
    Part left = sum();
    Lexeme operator = peek();
    if (operator.is("%")) {
      requireCounting(operator);
      return remainder(count(left), left.column());
    }
    Relation relation = operator.kind() == Kind.SIGN ? RELATIONS.get(operator.text()) : null;
    if (relation == null) {
      return left;
    }
    requireCounting(operator);
    if (left.count() == null && relation == Relation.EQUAL) {
      throw place.error(operator.column(), "'=' compares counts; formulas are equal by '<->'");
    }
    Count first = count(left);
    at++;
    Count second = count(sum());
    if (peek().kind() == Kind.SIGN && RELATIONS.containsKey(peek().text())) {
      throw place.error(peek().column(), "a second comparison: two of them are joined by '&'");
    }
    return of(new Comparison(first, relation, second), left.column());
  }

  private Part remainder(Count count, int column) throws InputException {
    at++;
    int modulus = integer(2, MAX_MODULUS, "a modulus");
    boolean negated = take("!=");
    if (!negated && !take("=")) {
      throw unexpected("'=' and a remainder");
    }
    int remainder = integer(0, modulus - 1, "a remainder modulo " + modulus);
    Formula formula = new Remainder(count, modulus, remainder);
    return of(negated ? new Not(formula) : formula, column);
  }

  private int integer(int least, int most, String what) throws InputException {
    Lexeme number = peek();
    if (number.kind() != Kind.NUMBER) {
      throw unexpected(what);
    }
    at++;
    long value = number(number);
    if (value < least || value > most) {
      throw place.error(
          number.column(), "%s is from %d to %d, not %d".formatted(what, least, most, value));
    }
    return (int) value;
  }

  private Part sum() throws InputException {
    Lexeme first = peek();
    boolean negative = take("-");
    Part left = product();
    if (negative) {
      left = of(count(left).times(-1), first.column());
    }
    while (peek().is("+") || peek().is("-")) {
      long sign = take("+") ? 1 : -1;
      if (sign < 0) {
        at++;
      }
      Count right = count(product());
      left = of(small(count(left).plus(right.times(sign)), first), first.column());
    }
    return left;
  }

  /** A number may stand before what it multiplies, with or without a sign between them. */
  private Part product() throws InputException {
    Lexeme first = peek();
    if (first.kind() != Kind.NUMBER) {
      return unary();
    }
    requireCounting(first);
    at++;
    long factor = number(first);
    boolean sign = take("*");
    boolean counts = peek().is("#") || peek().is("(") || names.isCount(peek());
    return sign || counts
        ? of(small(count(unary()).times(factor), first), first.column())
        : of(Count.of(factor), first.column());
  }

  private Count small(Count count, Lexeme where) throws InputException {
    if (count.largest() > MAX_WEIGHT) {
      throw place.error(where.column(), "a weight above " + MAX_WEIGHT);
    }
    return count;
  }

  private long number(Lexeme lexeme) throws InputException {
    if (lexeme.text().length() > 18 || Long.parseLong(lexeme.text()) > MAX_NUMBER) {
      throw place.error(lexeme.column(), "a number above " + MAX_NUMBER);
    }
    return Long.parseLong(lexeme.text());
  }

  private Part unary() throws InputException {
    Lexeme operator = peek();
    boolean not = operator.is("!");
    if (!not && (operator.kind() != Kind.NAME || !tense.isUnary(operator.text()))) {
      return simple();
    }
    if (++depth > MAX_DEPTH) {
      throw place.error(operator.column(), "nested more than " + MAX_DEPTH + " deep");
    }
    at++;
    boolean strong = !not && take("[!]");
    if (strong && !operator.isName("X")) {
      throw place.error(operator.column(), "'[!]' belongs to X");
    }
    Formula operand = formula(comparison());
    depth--;
    return of(not ? new Not(operand) : tense.unary(operator.text(), operand), operator.column());
  }

  private Part simple() throws InputException {
    Lexeme first = peek();
    if (take("(")) {
      Part inside = equivalence();
      close("the '(' in column " + first.column());
      return new Part(inside.formula(), inside.count(), first.column());
    }
    if (first.is("#")) {
      requireCounting(first);
      at++;
      if (!take("(")) {
        throw unexpected("'(' after '#'");
      }
      Formula counted = formula(equivalence());
      close("the '#(' in column " + first.column());
      return of(Count.of(counted), first.column());
    }
    if (first.kind() == Kind.NAME || first.kind() == Kind.QUOTED) {
      at++;
      return name(first);
    }
    throw unexpected("a formula");
  }

  private void close(String what) throws InputException {
    if (!take(")")) {
      throw unexpected("')' for " + what);
    }
  }

  private Part name(Lexeme name) throws InputException {
    if (name.isName("true") || name.isName("false")) {
      return of(new Truth(name.isName("true")), name.column());
    }
    Formula constant = name.kind() == Kind.NAME ? tense.constant(name.text()) : null;
    if (constant != null) {
      return of(constant, name.column());
    }
    if (name.kind() == Kind.NAME && tense.isBinary(name.text())) {
      throw place.error(name.column(), "'%s' stands between two formulas".formatted(name.text()));
    }
    Object defined = names.of(place, name);
    if (defined instanceof Count count) {
      return of(count, name.column());
    }
    return of(
        defined instanceof Formula formula ? formula : new Letter((String) defined), name.column());
  }

  private void requireCounting(Lexeme where) throws InputException {
    if (!tense.counts()) {
      throw place.error(
          where.column(),
          "found %s: LTLf does not count; formula: does, and looks back".formatted(where.found()));
    }
  }

  private Formula formula(Part part) throws InputException {
    if (part.formula() == null) {
      throw place.error(
          part.column(), "a count stands where a formula is expected; compare it with another");
    }
    return part.formula();
  }

  private Count count(Part part) throws InputException {
    if (part.count() == null) {
      throw place.error(
          part.column(), "a formula stands where a count is expected; '#(...)' counts it");
    }
    return part.count();
  }

  private static Part of(Formula formula, int column) {
    return new Part(formula, null, column);
  }

  private static Part of(Count count, int column) {
    return new Part(null, count, column);
  }

  private Lexeme peek() {
    return lexemes.get(at);
  }

  private boolean take(String sign) {
    boolean there = peek().is(sign);
    at += there ? 1 : 0;
    return there;
  }

  private InputException unexpected(String expected) {
    return place.error(
        peek().column(), "expected %s, found %s".formatted(expected, peek().found()));
  }
}
