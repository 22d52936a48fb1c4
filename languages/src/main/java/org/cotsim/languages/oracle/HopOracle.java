package org.cotsim.languages.oracle;

import org.cotsim.languages.hops.HopInstance;

/** Follows a function point by point. */
public final class HopOracle {

  private HopOracle() {}

  /**
   * The points f(s), f(f(s)), ..., f^k(s).
   *
   * @param hops k, at most the K of the instance
   */
  public static int[] path(HopInstance instance, int hops) {
    int[] path = new int[hops];
    int point = instance.source();
    for (int k = 0; k < hops; k++) {
      point = instance.images().get(point);
      path[k] = point;
    }
    return path;
  }

  /** Whether f^K(s) = t. */
  public static boolean accepts(HopInstance instance) {
    int point = instance.source();
    for (int k = 0; k < instance.hops(); k++) {
      point = instance.images().get(point);
    }
    return point == instance.target();
  }
}
