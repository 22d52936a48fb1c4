package org.cotsim.languages.catalogue;

import java.util.Optional;

/**
 * What is known of a problem that circuits of constant depth solve, the bits of a function's value
 * each for itself.
 *
 * <p>Transformers without a chain and with polynomially many blank tokens decide exactly uniform
 * TC0: W. Merrill, A. Sabharwal, Exact Expressive Power of Transformers with Padding, 2025.
 *
 * @param circuits the least class that it is known to be in
 * @param source where that is proved, or the reason
 * @param formula a sentence of past temporal logic with counting that says the same, if there is
 *     one: a decoder of 0 steps is built from it
 */
public record ConstantDepth(Circuits circuits, String source, Optional<String> formula) {

  /** Classes of circuits of constant depth and polynomial size, uniform in logarithmic time. */
  public enum Circuits {
    /** Of AND, OR and NOT gates. */
    AC0("in AC0"),
    /** Of majority gates too, and complete for them under reductions in AC0. */
    TC0("TC0-complete");

    private final String words;

    Circuits(String words) {
      this.words = words;
    }

    /** The name as a person reads it. */
    @Override
    public String toString() {
      return words;
    }
  }

  private static final String FIRST_ORDER =
      "first-order logic of order and bits of positions: D. A. Mix Barrington, N. Immerman, H."
          + " Straubing, On uniformity within NC1, 1990";
  private static final String BRACKETS =
      "D. A. Mix Barrington, J. Corbett, On the relative complexity of some languages in NC1, 1989";

  /** What a formula over order and arithmetic of positions defines. */
  static ConstantDepth firstOrder() {
    return new ConstantDepth(Circuits.AC0, FIRST_ORDER, Optional.empty());
  }

  /** More of one letter than of another: a majority gate says just that. */
  static ConstantDepth majority() {
    return counting("majority gates: the class is defined by them");
  }

  /** As many of one letter as of another. */
  static ConstantDepth equality() {
    return counting(
        "majority gates compare counts; and there are more a's than b's if one or more b's,"
            + " appended, make them as many");
  }

  /** Letters in their order. */
  static ConstantDepth sorting() {
    return counting(
        "each letter sorted compares a count; the letter in the middle of the sorted word is the"
            + " majority");
  }

  /** Products of two binary numbers. */
  static ConstantDepth product() {
    return counting(
        "in it by W. Hesse, E. Allender, D. A. Mix Barrington, Uniform constant-depth threshold"
            + " circuits for division and iterated multiplication, 2002; where two numbers have"
            + " zeros between their digits, a block of digits of their product is a count");
  }

  private static ConstantDepth counting(String source) {
    return new ConstantDepth(Circuits.TC0, source, Optional.empty());
  }

  /** Balanced brackets. */
  static ConstantDepth brackets() {
    return new ConstantDepth(Circuits.TC0, BRACKETS, Optional.empty());
  }

  /** The same with a sentence that says it. */
  ConstantDepth as(String sentence) {
    return new ConstantDepth(circuits, source, Optional.of(sentence));
  }
}
