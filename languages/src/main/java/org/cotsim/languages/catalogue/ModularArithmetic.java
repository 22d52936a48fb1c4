package org.cotsim.languages.catalogue;

import java.util.List;
import org.cotsim.languages.automaton.algebra.LanguageClass;

/** Arithmetic modulo five, as walks on a cycle and as expressions. */
final class ModularArithmetic {

  private static final int MODULUS = 5;

  private ModularArithmetic() {}

  static RegularEntry cycleNavigation() {
    return new RegularEntry(
        "cycle-navigation",
        "walks on a cycle of 5 positions that end where they began",
        CountsAndFactors.DELETANG,
        LanguageClass.SOLVABLE,
        () ->
            Exploration.language(
                "cycle-navigation",
                List.of("stay", "forward", "back"),
                0,
                (at, move) -> Math.floorMod(at + step(move), MODULUS),
                at -> at == 0),
        word ->
            (CountsAndFactors.count(word, "forward") - CountsAndFactors.count(word, "back"))
                    % MODULUS
                == 0);
  }

  private static int step(String move) {
    return switch (move) {
      case "forward" -> 1;
      case "back" -> -1;
      default -> 0;
    };
  }

  static RegularEntry modularArithmetic() {
    return new RegularEntry(
        "modular-arithmetic",
        "expressions of digits 0-4 with + - * but no brackets whose value is 0 modulo 5",
        CountsAndFactors.DELETANG,
        LanguageClass.SOLVABLE,
        () ->
            Exploration.language(
                "modular-arithmetic",
                List.of("0", "1", "2", "3", "4", "+", "-", "*"),
                new Reading(0, 1, true),
                ModularArithmetic::read,
                ModularArithmetic::isZero),
        word -> isExpression(word) && value(word) == 0);
  }

  /**
   * What matters of an expression read so far.
   *
   * @param sum of the terms that are over
   * @param factor the product so far of the term being read, with its sign; -1 after an error
   * @param open whether a digit must come next
   */
  private record Reading(int sum, int factor, boolean open) {
    static final Reading ERROR = new Reading(0, -1, true);
  }

  private static Reading read(Reading at, String symbol) {
    boolean digit = Character.isDigit(symbol.charAt(0));
    if (at.factor < 0 || digit != at.open) {
      return Reading.ERROR;
    }
    return switch (symbol) {
      case "+" -> new Reading((at.sum + at.factor) % MODULUS, 1, true);
      case "-" -> new Reading((at.sum + at.factor) % MODULUS, MODULUS - 1, true);
      case "*" -> new Reading(at.sum, at.factor, true);
      default -> new Reading(at.sum, at.factor * Integer.parseInt(symbol) % MODULUS, false);
    };
  }

  private static boolean isZero(Reading end) {
    return !end.open && (end.sum + end.factor) % MODULUS == 0;
  }

  private static boolean isExpression(List<String> word) {
    return String.join("", word).matches("[0-4](?:[-+*][0-4])*+");
  }

  /** Evaluates from the right: a product grows until its sign is met. */
  private static int value(List<String> word) {
    int total = 0;
    int product = 1;
    for (int i = word.size() - 1; i >= 0; i--) {
      switch (word.get(i)) {
        case "+" -> {
          total += product;
          product = 1;
        }
        case "-" -> {
          total -= product;
          product = 1;
        }
        case "*" -> {}
        default -> product = product * Integer.parseInt(word.get(i)) % MODULUS;
      }
    }
    return Math.floorMod(total + product, MODULUS);
  }
}
