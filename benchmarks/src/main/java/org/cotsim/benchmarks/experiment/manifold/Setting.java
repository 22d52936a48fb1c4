package org.cotsim.benchmarks.experiment.manifold;

/**
 * What is approximated, and along what.
 *
 * @param law which number grows
 * @param manifold where the function lives
 * @param ambient the number D of coordinates that the transformer is given
 * @param smoothness beta: up to 1 functions count as constant near an anchor, with 2 as affine
 */
public record Setting(Law law, Manifold manifold, int ambient, double smoothness) {

  /** Which number grows. */
  public enum Law {
    /**
     * Error against the number of anchors, to which the size of the transformer is proportional.
     */
    SIZE,
    /** Error against the number of noisy samples, with as many anchors as suit them. */
    DATA
  }

  /** The smoothness from which on slopes at the anchors are used. */
  public static final double AFFINE = 2;

  /**
   * The exponent that theory gives for the squared error: 2 beta / d for the size and 2 beta / (2
   * beta + d) for the data (Havrilla and Liao 2024, for beta up to 1).
   */
  public double predicted() {
    int d = manifold.dimension();
    return 2 * smoothness / (law == Law.SIZE ? d : 2 * smoothness + d);
  }

  /**
   * The anchors that suit so many samples: bias and variance fall alike with {@code n^(d / (2 beta
   * + d))} of them; the factor in front changes no exponent.
   */
  int anchorsFor(int samples) {
    int d = manifold.dimension();
    return (int) Math.round(4.0 / (d + 1) * Math.pow(samples, d / (2 * smoothness + d)));
  }
}
