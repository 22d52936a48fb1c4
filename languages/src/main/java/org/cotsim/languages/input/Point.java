package org.cotsim.languages.input;

/**
 * Where something stands in a drawing that came with the input, in the drawing's own units.
 *
 * @param x to the right
 * @param y downwards
 */
public record Point(double x, double y) {

  /** Checks that both are numbers, and no larger than a drawing. */
  public Point {
    if (!(Math.abs(x) <= 1e6 && Math.abs(y) <= 1e6)) {
      throw new IllegalArgumentException("a place outside of every drawing: " + x + ", " + y);
    }
  }
}
