package org.cotsim.benchmarks.page.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the labels of a diagram go: beside the middle of their curves, or a little on, where they
 * cover no node and no other label, and few other curves.
 */
final class Labels {

  private static final double[] ALONG = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};
  private static final double[] FURTHER = {0, 6, 13};
  private static final double GAP = 4; // to the curve
  private static final double NODE_GAP = 2;
  private static final double INSIDE = 10; // of a bend
  private static final double COVERED = 1000;
  private static final double ANOTHERS = 15; // nearer to another curve than to its own
  private static final double ON_ANOTHER = 30; // drawn across another curve
  private static final double BESIDE = 2; // near another curve
  private static final double NEAR = 9; // to another curve, or beside another label
  static final int LABELLED = 48; // with more edges nobody could read them

  private record Candidate(Area area, double price) {}

  private final Diagram diagram;
  private final List<Spot> places;
  private final List<Trail> curves = new ArrayList<>();
  private final double radius;
  private final List<Optional<Area>> placed = new ArrayList<>();
  private int covered;
  private int strayed;

  Labels(Diagram diagram, List<Spot> places, List<Curve> drawn, double radius) {
    this.diagram = diagram;
    this.places = places;
    this.radius = radius;
    drawn.forEach(curve -> curves.add(Trail.of(curve)));
    diagram.edges().forEach(any -> placed.add(Optional.empty()));
    order().forEach(edge -> place(edge, drawn.get(edge)));
  }

  /** Those that have least choice come first: loops and short edges. */
  private List<Integer> order() {
    if (diagram.edges().size() > LABELLED) {
      return List.of();
    }
    return IntStream.range(0, diagram.edges().size())
        .filter(edge -> !diagram.edges().get(edge).label().isEmpty())
        .boxed()
        .sorted(Comparator.comparingDouble(this::length))
        .toList();
  }

  private double length(int edge) {
    List<Spot> points = curves.get(edge).points();
    return points.get(0).distance(points.get(points.size() - 1));
  }

  /** The rooms of the labels, by edge. */
  List<Optional<Area>> areas() {
    return placed;
  }

  /** How many labels could not but cover something. */
  int covered() {
    return covered;
  }

  /** How many labels could seem to belong to another edge. */
  int strayed() {
    return strayed;
  }

  private void place(int edge, Curve curve) {
    Candidate best =
        candidates(edge, curve).stream()
            .map(one -> new Candidate(one.area, one.price + price(one.area, edge)))
            .min(Comparator.comparingDouble(Candidate::price))
            .orElseThrow();
    covered += best.price >= COVERED ? 1 : 0;
    strayed += others(best.area, edge) >= ANOTHERS ? 1 : 0;
    placed.set(edge, Optional.of(best.area));
  }

  private List<Candidate> candidates(int edge, Curve curve) {
    List<Candidate> candidates = new ArrayList<>();
    List<String> lines = diagram.edges().get(edge).label();
    Area size = Sizes.labelAt(new Spot(0, 0), lines);
    Spot chord = curve.start().plus(curve.end()).times(0.5);
    for (double t : ALONG) {
      Spot at = curve.at(t);
      Spot across = curve.across(t);
      double extent =
          (Math.abs(across.x()) * size.width() + Math.abs(across.y()) * size.height()) / 2;
      for (double further : FURTHER) {
        for (int side = -1; side <= 1; side += 2) {
          Spot middle = at.plus(across.times(side * (extent + GAP + further)));
          double inside = across.times(-side).dot(at.minus(chord).times(0.5));
          double price =
              8 * Math.abs(t - 0.5) + further / 4 + Math.min(INSIDE, Math.max(0, inside));
          candidates.add(new Candidate(Sizes.labelAt(middle, lines), price));
        }
      }
    }
    return candidates;
  }

  private double price(Area area, int edge) {
    double price = 0;
    for (Spot place : places) {
      price += area.meetsCircle(place, radius + NODE_GAP) ? COVERED : 0;
    }
    Area roomy = area.grown(2);
    Area wide = area.grown(NEAR);
    for (Optional<Area> other : placed) {
      if (other.isPresent() && wide.meets(other.get())) {
        price += roomy.meets(other.get()) ? COVERED : NEAR;
      }
    }
    return price + (curves.get(edge).enters(area) ? 3 : 0) + others(area, edge);
  }

  /** What other curves take of the clearness of a label. */
  private double others(Area area, int edge) {
    Area wide = area.grown(NEAR);
    double own = -1; // distance, once it is needed
    double price = 0;
    for (int other = 0; other < curves.size(); other++) {
      Trail curve = curves.get(other);
      if (other != edge && curve.isWithin(wide)) {
        own = own < 0 ? curves.get(edge).distance(area) : own;
        price +=
            curve.enters(area) ? ON_ANOTHER : curve.distance(area) < own + 2 ? ANOTHERS : BESIDE;
      }
    }
    return price;
  }
}
