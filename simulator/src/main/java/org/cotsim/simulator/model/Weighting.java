package org.cotsim.simulator.model;

/** How a head turns scores into weights over the positions that it may see. */
public sealed interface Weighting {

  /**
   * Saturated (averaging hard) attention: all positions whose score lies within the tolerance of
   * the maximum share the weight equally.
   *
   * @param tolerance in units of the score, at least 0; it must exceed the rounding noise between
   *     scores that are equal in exact arithmetic and stay below the gap to the next score
   */
  record Saturated(double tolerance) implements Weighting {
    public Saturated {
      requireFiniteAndAtLeastZero(tolerance, "a tie tolerance");
    }
  }

  /**
   * Softmax attention: weights proportional to {@code exp(inverseTemperature * score)}.
   *
   * @param inverseTemperature beta, at least 0
   */
  record Softmax(double inverseTemperature) implements Weighting {
    public Softmax {
      requireFiniteAndAtLeastZero(inverseTemperature, "an inverse temperature");
    }
  }

  private static void requireFiniteAndAtLeastZero(double value, String what) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " must be finite and at least 0: " + value);
    }
  }
}
