package org.cotsim.benchmarks.page.diagram;

import java.util.List;

/** A rectangle of a picture. */
record Area(double left, double top, double right, double bottom) {

  static Area around(Spot middle, double width, double height) {
    return new Area(
        middle.x() - width / 2,
        middle.y() - height / 2,
        middle.x() + width / 2,
        middle.y() + height / 2);
  }

  /** The least rectangle that holds all of these, at least one. */
  static Area of(List<Area> all) {
    return all.stream().reduce(Area::with).orElseThrow();
  }

  private Area with(Area other) {
    return new Area(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  Area grown(double margin) {
    return new Area(left - margin, top - margin, right + margin, bottom + margin);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  Spot middle() {
    return new Spot((left + right) / 2, (top + bottom) / 2);
  }

  boolean meets(Area other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** The distance of a point to the nearest one of it. */
  double distance(Spot spot) {
    double x = Math.max(left, Math.min(right, spot.x()));
    double y = Math.max(top, Math.min(bottom, spot.y()));
    return spot.distance(new Spot(x, y));
  }

  /** Whether some point of it is nearer to the middle of a circle than its radius. */
  boolean meetsCircle(Spot middle, double radius) {
    return distance(middle) < radius;
  }

  /** Whether a line between these may have a point in it. */
  boolean isNear(Spot a, Spot b) {
    return Math.max(a.x(), b.x()) > left
        && Math.min(a.x(), b.x()) < right
        && Math.max(a.y(), b.y()) > top
        && Math.min(a.y(), b.y()) < bottom;
  }

  boolean holds(Spot spot) {
    return left < spot.x() && spot.x() < right && top < spot.y() && spot.y() < bottom;
  }
}
