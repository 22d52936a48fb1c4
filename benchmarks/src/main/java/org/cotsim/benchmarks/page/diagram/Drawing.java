package org.cotsim.benchmarks.page.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.input.Point;

/**
 * A diagram with everything in its place: nodes as the layout has them, as near to each other as
 * the labels between them allow.
 *
 * @param places of the nodes
 * @param curves of the edges, and behind them that of the start, if there is one
 * @param labels by edge
 * @param faults how many curves and labels cover something nevertheless
 * @param strayed how many labels could seem to belong to another edge
 */
record Drawing(
    List<Spot> places,
    List<Curve> curves,
    List<Optional<Area>> labels,
    Sizes sizes,
    int faults,
    int strayed) {

  private static final double NEAR = 34; // between the rims of the nearest nodes, at first
  private static final double CLOSE = 9; // if nothing is written between them
  private static final double WIDER = 1.13;
  private static final int TRIES = 18;
  private static final int CLEARER = 4; // tries for labels that cover nothing but are not clear
  private static final int FEW_TRIES = 2; // where no label asks for more
  private static final double MARGIN = 5;
  private static final Spot ABOVE = new Spot(0, -20); // the name of a node that is too small for it
  private static final double WIDE_NAME = 48;
  private static final double HIGH_NAME = 26;
  private static final double TOO_CLOSE = 0.012; // of the whole, and the drawing is none

  /** Whether there is a drawing, and no two nodes stand on each other in it. */
  static boolean canBeUsed(List<Point> places) {
    List<Spot> spots = spots(places);
    return !spots.isEmpty() && (spots.size() == 1 || nearest(spots) > TOO_CLOSE * extent(spots));
  }

  private static List<Spot> spots(List<Point> places) {
    return places.stream().map(place -> new Spot(place.x(), place.y())).toList();
  }

  /** The drawing with these nodes in these places to each other. */
  static Drawing of(Diagram diagram, List<Point> places) {
    Sizes sizes = Sizes.of(diagram);
    List<Spot> spots = spots(places);
    double near = 2 * sizes.radius() + (sizes.named() ? NEAR : CLOSE);
    double scale = near / Math.max(nearest(spots), extent(spots) * 1e-3);
    Drawing best = at(diagram, spots, scale, sizes);
    int tries = diagram.edges().size() <= Labels.LABELLED ? TRIES : FEW_TRIES;
    for (int i = 0; i < tries && (best.faults > 0 || (best.strayed > 0 && i < CLEARER)); i++) {
      scale *= WIDER;
      Drawing wider = at(diagram, spots, scale, sizes);
      best = wider.isBetterThan(best) ? wider : best;
    }
    return best;
  }

  private boolean isBetterThan(Drawing other) {
    return faults < other.faults || (faults == other.faults && strayed < other.strayed);
  }

  private static Drawing at(Diagram diagram, List<Spot> spots, double scale, Sizes sizes) {
    List<Spot> places = spots.stream().map(spot -> spot.times(scale)).toList();
    Router router = new Router(diagram, places, sizes.radius());
    List<Curve> curves = router.curves();
    Labels labels = new Labels(diagram, places, curves, sizes.radius());
    return new Drawing(
        places, curves, labels.areas(), sizes, router.hits() + labels.covered(), labels.strayed());
  }

  static double nearest(List<Spot> spots) {
    double nearest = Double.MAX_VALUE;
    for (int i = 0; i < spots.size(); i++) {
      for (int j = 0; j < i; j++) {
        nearest = Math.min(nearest, spots.get(i).distance(spots.get(j)));
      }
    }
    return spots.size() < 2 ? 1 : nearest;
  }

  private static double extent(List<Spot> spots) {
    Area area = Area.of(spots.stream().map(spot -> Area.around(spot, 0, 0)).toList());
    return Math.max(1e-6, Math.max(area.width(), area.height()));
  }

  /** The room that everything takes. */
  Area area() {
    List<Area> all = new ArrayList<>();
    places.forEach(at -> all.add(Area.around(at, 2 * sizes.radius(), 2 * sizes.radius())));
    if (!sizes.named()) {
      places.forEach(at -> all.add(Area.around(at.plus(ABOVE), WIDE_NAME, HIGH_NAME)));
    }
    curves.forEach(curve -> curve.points().forEach(point -> all.add(Area.around(point, 2, 2))));
    labels.stream().flatMap(Optional::stream).forEach(all::add);
    return Area.of(all).grown(MARGIN);
  }

  /** How many pairs of edges cross. */
  int crossings() {
    List<Trail> trails = curves.stream().map(Trail::of).toList();
    int crossings = 0;
    for (int i = 0; i < trails.size(); i++) {
      for (int j = 0; j < i; j++) {
        crossings += trails.get(i).crosses(trails.get(j)) ? 1 : 0;
      }
    }
    return crossings;
  }
}
