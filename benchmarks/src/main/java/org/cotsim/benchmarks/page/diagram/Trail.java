package org.cotsim.benchmarks.page.diagram;

import java.util.List;

/**
 * Points along a curve, and the rectangle that holds them.
 *
 * @param points two or more
 */
record Trail(List<Spot> points, Area area) {

  private static final int FINER = 4; // parts between two points
  private static final int ENDS = 3; // points at an end, where curves meet

  static Trail of(Curve curve) {
    List<Spot> points = curve.points();
    return new Trail(
        points, Area.of(points.stream().map(spot -> Area.around(spot, 0.1, 0.1)).toList()));
  }

  boolean crosses(Trail other) {
    if (!area.meets(other.area)) {
      return false;
    }
    for (int i = 1; i < points.size(); i++) {
      Spot a = points.get(i - 1);
      Spot b = points.get(i);
      if (other.area.isNear(a, b)) {
        for (int j = 1; j < other.points.size(); j++) {
          if (cross(a, b, other.points.get(j - 1), other.points.get(j))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  boolean isNearer(Spot spot, double distance) {
    return area.meetsCircle(spot, distance)
        && points.stream().anyMatch(point -> point.distance(spot) < distance);
  }

  /** The distance to a rectangle, but for what lies between points close to each other. */
  double distance(Area room) {
    double least = room.distance(points.get(0));
    for (int i = 1; i < points.size(); i++) {
      Spot step = points.get(i).minus(points.get(i - 1)).times(1.0 / FINER);
      for (int part = 1; part <= FINER; part++) {
        least = Math.min(least, room.distance(points.get(i - 1).plus(step.times(part))));
      }
    }
    return least;
  }

  /** Whether it may have points in a rectangle. */
  boolean isWithin(Area room) {
    return area.meets(room);
  }

  /** How many of its points, but for those near its ends, have another curve beside them. */
  int beside(Trail other, double distance) {
    if (!area.grown(distance).meets(other.area)) {
      return 0;
    }
    return (int)
        points.subList(ENDS, points.size() - ENDS).stream()
            .filter(point -> other.isNearer(point, distance))
            .count();
  }

  boolean enters(Area room) {
    return area.meets(room) && points.stream().anyMatch(room::holds);
  }

  private static boolean cross(Spot a, Spot b, Spot c, Spot d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  private static double side(Spot a, Spot b, Spot c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
  }
}
