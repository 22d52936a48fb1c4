package org.cotsim.languages.logic;

import java.util.List;

/**
 * A formula of past temporal logic with counting, true or false at each position of a word; a word
 * is in its language if it is true at the last letter.
 *
 * <p>Positions are the letters, from the first one; the empty word is decided where no letter
 * stands: no letter is true there, {@code Y}, {@code O} and {@code S} are false, {@code H} is true
 * and every count is 0. Without {@link Comparison} and {@link Remainder} the languages are just the
 * star-free ones, those of FO[&lt;] (Kamp; McNaughton and Papert). With them it is the past
 * fragment of TL[#], that is C-RASP, and remainders; it is not all of FO(M), first-order logic with
 * majority quantifiers over several variables. Source: Yang and Chiang, "Counting like
 * transformers", 2024.
 *
 * <p>Its text is what the reader of formulas reads back.
 */
public sealed interface Formula {

  /** Everywhere the same. */
  record Truth(boolean value) implements Formula {
    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /** This letter stands here. */
  record Letter(String symbol) implements Formula {
    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /** The operand is false. */
  record Not(Formula operand) implements Formula {
    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * A truth function of formulas.
   *
   * @param operands at least two; just two of an implication or equivalence
   */
  record Connective(Connective.Operator operator, List<Formula> operands) implements Formula {

    /** Which truth function it is. */
    public enum Operator {
      AND("&"),
      OR("|"),
      IMPLIES("->"),
      IFF("<->");

      final String sign;

      Operator(String sign) {
        this.sign = sign;
      }
    }

    public Connective {
      operands = List.copyOf(operands);
      boolean two = operator == Connective.Operator.IMPLIES || operator == Connective.Operator.IFF;
      if (operands.size() < 2 || (two && operands.size() > 2)) {
        throw new IllegalArgumentException(operands.size() + " operands of " + operator.sign);
      }
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /** An operator over what was true before. */
  record Past(Past.Operator operator, Formula operand) implements Formula {

    /** Where the operand must have been true. */
    public enum Operator {
      /** At the letter before; false at the first one. */
      YESTERDAY("Y"),
      /** At some letter up to here. */
      ONCE("O"),
      /** At every letter up to here. */
      HISTORICALLY("H");

      final String sign;

      Operator(String sign) {
        this.sign = sign;
      }
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * At some letter up to here {@code began} was true, and {@code holds} has been ever since.
   *
   * @param holds at every letter after that one up to here
   */
  record Since(Formula holds, Formula began) implements Formula {
    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /** One count compared with another. */
  record Comparison(Count left, Relation relation, Count right) implements Formula {

    /** How two integers compare. */
    public enum Relation {
      LESS("<"),
      AT_MOST("<="),
      EQUAL("="),
      UNEQUAL("!="),
      AT_LEAST(">="),
      GREATER(">");

      final String sign;

      Relation(String sign) {
        this.sign = sign;
      }

      /** Whether integers that compare in this way are related. */
      public boolean holds(long left, long right) {
        return switch (this) {
          case LESS -> left < right;
          case AT_MOST -> left <= right;
          case EQUAL -> left == right;
          case UNEQUAL -> left != right;
          case AT_LEAST -> left >= right;
          case GREATER -> left > right;
        };
      }
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /**
   * A count leaves a remainder: {@code count % modulus = remainder}, where -1 % 3 is 2.
   *
   * @param modulus at least 2
   * @param remainder from 0 to the modulus less 1
   */
  record Remainder(Count count, int modulus, int remainder) implements Formula {
    public Remainder {
      if (modulus < 2 || remainder < 0 || remainder >= modulus) {
        throw new IllegalArgumentException("a remainder " + remainder + " modulo " + modulus);
      }
    }

    @Override
    public String toString() {
      return FormulaText.of(this);
    }
  }

  /** The formulas that this one is made of, in the order of the text; those counted included. */
  default List<Formula> parts() {
    if (this instanceof Not not) {
      return List.of(not.operand());
    }
    if (this instanceof Connective connective) {
      return connective.operands();
    }
    if (this instanceof Past past) {
      return List.of(past.operand());
    }
    if (this instanceof Since since) {
      return List.of(since.holds(), since.began());
    }
    if (this instanceof Comparison comparison) {
      return List.copyOf(comparison.left().minus(comparison.right()).weights().keySet());
    }
    return this instanceof Remainder remainder
        ? List.copyOf(remainder.count().weights().keySet())
        : List.of();
  }

  /** Whether there is a count in it. */
  default boolean counts() {
    return this instanceof Comparison
        || this instanceof Remainder
        || parts().stream().anyMatch(Formula::counts);
  }

  /**
   * The most operators over the past, comparisons of counts and remainders inside each other, where
   * a remainder counts as two; Boolean operators do not count.
   */
  default int operatorDepth() {
    int own = this instanceof Remainder ? 2 : 1;
    boolean boolish =
        this instanceof Not
            || this instanceof Connective
            || this instanceof Truth
            || this instanceof Letter;
    return (boolish ? 0 : own) + parts().stream().mapToInt(Formula::operatorDepth).max().orElse(0);
  }

  /** Whether the empty word is in its language. */
  default boolean holdsOfTheEmptyWord() {
    if (this instanceof Truth truth) {
      return truth.value();
    }
    if (this instanceof Not not) {
      return !not.operand().holdsOfTheEmptyWord();
    }
    if (this instanceof Connective connective) {
      List<Boolean> truths =
          connective.operands().stream().map(Formula::holdsOfTheEmptyWord).toList();
      return switch (connective.operator()) {
        case AND -> !truths.contains(false);
        case OR -> truths.contains(true);
        case IMPLIES -> !truths.get(0) || truths.get(1);
        case IFF -> truths.get(0).equals(truths.get(1));
      };
    }
    if (this instanceof Comparison comparison) {
      return comparison
          .relation()
          .holds(comparison.left().constant(), comparison.right().constant());
    }
    if (this instanceof Remainder remainder) {
      return Math.floorMod(remainder.count().constant(), remainder.modulus())
          == remainder.remainder();
    }
    return this instanceof Past past && past.operator() == Past.Operator.HISTORICALLY;
  }
}
