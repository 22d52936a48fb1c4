package org.cotsim.benchmarks.page.diagram;

import org.cotsim.benchmarks.report.Svg;

/** A point of a picture, y downwards. */
record Spot(double x, double y) {

  Spot plus(Spot other) {
    return new Spot(x + other.x, y + other.y);
  }

  Spot minus(Spot other) {
    return new Spot(x - other.x, y - other.y);
  }

  Spot times(double factor) {
    return new Spot(x * factor, y * factor);
  }

  /** Turned by a right angle, clockwise as one sees it. */
  Spot turned() {
    return new Spot(-y, x);
  }

  double dot(Spot other) {
    return x * other.x + y * other.y;
  }

  double length() {
    return Math.sqrt(x * x + y * y);
  }

  double distance(Spot other) {
    return minus(other).length();
  }

  /** The same direction with length 1; the zero vector points to the right. */
  Spot unit() {
    double length = length();
    return length < 1e-9 ? new Spot(1, 0) : times(1 / length);
  }

  /** The point at a distance from this one, in a direction given as an angle. */
  Spot at(double angle, double distance) {
    return new Spot(x + distance * Math.cos(angle), y + distance * Math.sin(angle));
  }

  Spot towards(Spot other, double distance) {
    return plus(other.minus(this).unit().times(distance));
  }

  @Override
  public String toString() {
    return Svg.number(x) + " " + Svg.number(y);
  }
}
