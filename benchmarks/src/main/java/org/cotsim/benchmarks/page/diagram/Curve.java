package org.cotsim.benchmarks.page.diagram;

import java.util.List;
import java.util.stream.IntStream;

/** A cubic Bezier curve. */
record Curve(Spot start, Spot first, Spot second, Spot end) {

  private static final int PARTS = 16;

  static Curve line(Spot start, Spot end) {
    Spot third = end.minus(start).times(1.0 / 3);
    return new Curve(start, start.plus(third), end.minus(third), end);
  }

  /** The quadratic curve with this control point. */
  static Curve quadratic(Spot start, Spot control, Spot end) {
    return new Curve(
        start,
        start.plus(control.minus(start).times(2.0 / 3)),
        end.plus(control.minus(end).times(2.0 / 3)),
        end);
  }

  Spot at(double t) {
    double s = 1 - t;
    return start
        .times(s * s * s)
        .plus(first.times(3 * s * s * t))
        .plus(second.times(3 * s * t * t))
        .plus(end.times(t * t * t));
  }

  /** A unit vector across the curve, to its right as one sees it. */
  Spot across(double t) {
    return at(Math.min(1, t + 0.01)).minus(at(Math.max(0, t - 0.01))).unit().turned();
  }

  /** Points along it, its ends among them. */
  List<Spot> points() {
    return IntStream.rangeClosed(0, PARTS).mapToObj(i -> at(i / (double) PARTS)).toList();
  }

  String path() {
    return "M" + start + "C" + first + " " + second + " " + end;
  }
}
