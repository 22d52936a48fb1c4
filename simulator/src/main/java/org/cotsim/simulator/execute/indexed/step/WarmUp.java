package org.cotsim.simulator.execute.indexed.step;

/**
 * When the instructions of a program are replaced by faster ones that compute the same bits.
 *
 * @param often runs after which straight-line code is written
 * @param sampledEvery from then on, one run in so many is sampled
 * @param samples runs that show which registers take few values, before there is a memo
 */
public record WarmUp(int often, int sampledEvery, int samples) {

  /** Code is written where it pays. */
  public static final WarmUp USUAL = new WarmUp(300, 8, 256);

  /** Code is never written. */
  public static final WarmUp NEVER = new WarmUp(Integer.MAX_VALUE, 1, 1);
}
