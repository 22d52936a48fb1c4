package org.cotsim.simulator.decode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A budget of intermediate tokens as a formula in the input length n, such as {@code n log n}.
 *
 * <p>Formulas have numbers, {@code n}, {@code t} (the running time of the machine on the input),
 * {@code V} and {@code E} (the vertices and edges of a graph), the signs {@code + - * / ^},
 * brackets, {@code sqrt}, {@code ln} and {@code log}: to base 2, or to the base that follows its
 * name ({@code log10(n)}). Logarithms of numbers below 1 are 0. A function without an argument is
 * that of n, and {@code log^2 n} is the square of {@code log n}. A product needs no sign ({@code
 * 2n}, {@code nlogn}) where it cannot be read in two ways; {@code log 2n}, {@code log2n} and {@code
 * 1/2n} can, and are refused. A budget that is not whole is rounded up.
 */
public final class StepBudget {

  private final String text;
  private final Expression expression;

  /** The value of a formula at an input. */
  @FunctionalInterface
  interface Expression {
    double at(InputSize size);
  }

  StepBudget(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /** Reads a formula. */
  public static StepBudget parse(String text) throws FormulaException {
    return new StepBudget(text.strip(), new FormulaParser(text).parse());
  }

  /**
   * Reads a list of formulas separated by commas.
   *
   * @throws FormulaException if one cannot be read, or is there twice
   */
  public static List<StepBudget> parseList(String text) throws FormulaException {
    List<StepBudget> budgets = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    for (String part : text.split(",", -1)) {
      StepBudget budget = parse(part);
      if (!texts.add(budget.text)) {
        throw new FormulaException(budget.text, 0, "it is there twice");
      }
      budgets.add(budget);
    }
    return List.copyOf(budgets);
  }

  /**
   * The budget in intermediate tokens.
   *
   * @throws FormulaException if the formula is negative there, not a number that can be counted to,
   *     or about graphs where the input is none
   */
  public long at(InputSize size) throws FormulaException {
    if (size.ofGraph().isEmpty() && (text.contains("V") || text.contains("E"))) {
      throw new FormulaException(
          text, 0, "V and E are the vertices and edges of a graph; the input is none");
    }
    double value = expression.at(size);
    if (!(value >= 0) || value > 1e15) {
      throw new FormulaException(
          text, 0, "it is " + show(value) + " for n = " + size.n() + ", not a number of steps");
    }
    return (long) Math.ceil(value);
  }

  private static String show(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The formula as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
