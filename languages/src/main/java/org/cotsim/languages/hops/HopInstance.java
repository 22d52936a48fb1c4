package org.cotsim.languages.hops;

import java.util.List;
import java.util.Objects;

/**
 * One question about a function on the points 0, 1, ..., m - 1: is f^K(s) = t?
 *
 * @param images f(0), f(1), ..., f(m - 1)
 * @param source s
 * @param target t, which may be s
 * @param hops K, at least 0
 */
public record HopInstance(List<Integer> images, int source, int target, int hops) {

  /** Checks that every image, s and t are points. */
  public HopInstance {
    images = List.copyOf(images);
    for (int image : images) {
      Objects.checkIndex(image, images.size());
    }
    Objects.checkIndex(source, images.size());
    Objects.checkIndex(target, images.size());
    if (hops < 0) {
      throw new IllegalArgumentException(hops + " hops");
    }
  }

  /** m, the number of points. */
  public int points() {
    return images.size();
  }
}
