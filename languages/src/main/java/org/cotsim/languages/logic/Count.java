package org.cotsim.languages.logic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An integer at each position of a word: {@code a_1 #(f_1) + ... + a_k #(f_k) + a_0}, where {@code
 * #(f)} is the number of letters up to here at which f is true.
 *
 * @param weights a_i by f_i, none 0, in the order of the text
 * @param constant a_0
 */
public record Count(Map<Formula, Long> weights, long constant) {

  public Count {
    Map<Formula, Long> kept = new LinkedHashMap<>(weights);
    kept.values().removeIf(weight -> weight == 0);
    weights = Collections.unmodifiableMap(kept);
  }

  /** The same integer everywhere. */
  public static Count of(long constant) {
    return new Count(Map.of(), constant);
  }

  /** The number of letters up to here at which a formula is true. */
  public static Count of(Formula formula) {
    return new Count(Map.of(formula, 1L), 0);
  }

  /**
   * The sum.
   *
   * @throws ArithmeticException if a weight does not fit into a long
   */
  public Count plus(Count other) {
    Map<Formula, Long> sum = new LinkedHashMap<>(weights);
    other.weights.forEach((formula, weight) -> sum.merge(formula, weight, Math::addExact));
    return new Count(sum, Math.addExact(constant, other.constant));
  }

  /**
   * The product with an integer.
   *
   * @throws ArithmeticException if a weight does not fit into a long
   */
  public Count times(long factor) {
    Map<Formula, Long> product = new LinkedHashMap<>();
    weights.forEach((formula, weight) -> product.put(formula, Math.multiplyExact(weight, factor)));
    return new Count(product, Math.multiplyExact(constant, factor));
  }

  /** The difference. */
  public Count minus(Count other) {
    return plus(other.times(-1));
  }

  /** The largest size of a weight or of the constant. */
  public long largest() {
    return Math.max(
        Math.abs(constant), weights.values().stream().mapToLong(Math::abs).max().orElse(0));
  }

  @Override
  public String toString() {
    return FormulaText.of(this);
  }
}
