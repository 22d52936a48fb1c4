package org.cotsim.simulator.execute.enclosure;

/**
 * How safe a comparison of scores is.
 *
 * @param gap how far a score is from where the comparison would come out otherwise
 * @param noise how far all scores together can be off; infinite where nothing is known
 */
public record Margin(double gap, double noise) {

  /** A comparison of which there is none. */
  public static final Margin NONE = new Margin(Double.POSITIVE_INFINITY, 0);

  /** Whether no rounding changes how it comes out. */
  public boolean holds() {
    return noise < gap;
  }

  /** The less safe one of two. */
  Margin or(Margin other) {
    return other.tightness() > tightness() ? other : this;
  }

  /** The noise as a part of the gap: 1 or more if the comparison may come out otherwise. */
  public double tightness() {
    return gap > 0 && noise < Double.POSITIVE_INFINITY ? noise / gap : Double.POSITIVE_INFINITY;
  }
}
