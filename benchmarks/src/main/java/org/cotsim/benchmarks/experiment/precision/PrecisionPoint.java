package org.cotsim.benchmarks.experiment.precision;

/**
 * How far a construction holds in one arithmetic.
 *
 * @param bits of the significand
 * @param longestRight the longest length at which every token of every input was right; 0 if there
 *     is none
 * @param capped whether that is the longest length that was tried
 * @param certified the longest length that is certified, {@link #MOST_CERTIFIED} at the most; 0 if
 *     there is none
 */
public record PrecisionPoint(int bits, int longestRight, boolean capped, int certified) {

  /** Certificates of longer inputs are not asked for: no sequence is much longer. */
  public static final int MOST_CERTIFIED = 1 << 28;

  /** Whether a longer length may be certified too. */
  public boolean certifiedIsCapped() {
    return certified == MOST_CERTIFIED;
  }

  /** Whether the certificate promised no more than was found, as far as was looked. */
  public boolean certificateIsKept() {
    return capped || certified <= longestRight;
  }

  /** Whether the longest right length is one at which the law can be read off. */
  boolean showsRight() {
    return !capped && certified > 0 && longestRight >= PrecisionResult.SHORTEST_FITTED;
  }

  /** Whether the longest certified length is one at which the law can be read off. */
  boolean showsCertified() {
    return !certifiedIsCapped() && certified >= PrecisionResult.SHORTEST_FITTED;
  }
}
