package org.cotsim.benchmarks.experiment.precision;

/**
 * How far a construction holds in one arithmetic.
 *
 * @param bits of the significand
 * @param longestRight the longest length at which every token of every input was right; 0 if there
 *     is none
 * @param capped whether that is the longest length that was tried
 * @param certified the longest length that is certified; 0 if there is none
 */
public record PrecisionPoint(int bits, int longestRight, boolean capped, int certified) {

  /** Whether the certificate promised no more than was found, as far as was looked. */
  public boolean certificateIsKept() {
    return capped || certified <= longestRight;
  }
}
