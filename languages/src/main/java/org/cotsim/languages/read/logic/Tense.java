package org.cotsim.languages.read.logic;

import java.util.List;
import org.cotsim.languages.logic.Formula;
import org.cotsim.languages.logic.Formula.Connective;
import org.cotsim.languages.logic.Formula.Not;
import org.cotsim.languages.logic.Formula.Past;
import org.cotsim.languages.logic.Formula.Past.Operator;
import org.cotsim.languages.logic.Formula.Since;
import org.cotsim.languages.logic.Formula.Truth;

/** Which operators over time a text may use, and the past operators that they are. */
enum Tense {

  /** Y, WY, O, H and S. */
  PAST("Y WY O H", "S", true),

  /**
   * X, WX, F, G, U, R, W and M of LTLf, read as their mirror images: the formula is true of a word
   * if its mirror image is true of the reversed word.
   */
  FUTURE("X WX F G", "U R W M", false);

  private final String unary;
  private final String binary;
  private final boolean counts;

  Tense(String unary, String binary, boolean counts) {
    this.unary = unary;
    this.binary = binary;
    this.counts = counts;
  }

  boolean isUnary(String name) {
    return isIn(unary, name);
  }

  boolean isBinary(String name) {
    return isIn(binary, name);
  }

  private static boolean isIn(String names, String name) {
    return List.of(names.split(" ")).contains(name);
  }

  boolean isOperator(String name) {
    return isUnary(name) || isBinary(name);
  }

  boolean counts() {
    return counts;
  }

  /** What a name means by itself, if it is not a letter: {@code last} of LTLf; else null. */
  Formula constant(String name) {
    return this == FUTURE && name.equals("last") ? not(before(new Truth(true))) : null;
  }

  Formula unary(String name, Formula operand) {
    return switch (name) {
      case "Y", "X" -> before(operand);
      case "WY", "WX" -> not(before(not(operand)));
      case "O", "F" -> new Past(Operator.ONCE, operand);
      case "H", "G" -> new Past(Operator.HISTORICALLY, operand);
      default -> throw new IllegalArgumentException(name);
    };
  }

  Formula binary(String name, Formula left, Formula right) {
    return switch (name) {
      case "S", "U" -> new Since(left, right);
      case "R" -> not(new Since(not(left), not(right)));
      case "W" -> not(new Since(not(right), and(not(left), not(right))));
      case "M" -> new Since(right, and(left, right));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Formula before(Formula operand) {
    return new Past(Operator.YESTERDAY, operand);
  }

  private static Formula not(Formula operand) {
    return new Not(operand);
  }

  private static Formula and(Formula left, Formula right) {
    return new Connective(Connective.Operator.AND, List.of(left, right));
  }
}
