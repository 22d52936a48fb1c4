package org.cotsim.benchmarks.page.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The curves of a diagram whose nodes stand: each the best of some that bend more or less, past
 * other nodes and across few other curves. Edges in both directions bend away from each other.
 */
final class Router {

  private static final double[] BENDS = {0, 0.16, -0.16, 0.3, -0.3, 0.48, -0.48, 0.7, -0.7};
  private static final double[] RETURNING = {0.16, 0.27, 0.4, 0.55, 0.75};
  private static final int DIRECTIONS = 16;
  private static final double LOOP = 2.7; // of the radius
  private static final double GAP = 7; // between a curve and a node that it passes
  private static final double BESIDE = 0.3; // for each point beside another curve
  private static final double HIT = 40;
  private static final double UNUSUAL = 0.6;
  private static final int CAREFUL = 150; // with more edges, all of them are as they come

  private final Diagram diagram;
  private final List<Spot> places;
  private final double radius;
  private final List<Trail> drawn = new ArrayList<>(); // the curves so far
  private int hits;

  Router(Diagram diagram, List<Spot> places, double radius) {
    this.diagram = diagram;
    this.places = places;
    this.radius = radius;
  }

  /** The curves by edge, and behind them that which leads to the first node, if arrows do. */
  List<Curve> curves() {
    diagram.edges().stream()
        .filter(edge -> !edge.isLoop())
        .forEach(edge -> drawn.add(Trail.of(line(edge, 0))));
    List<Integer> starts = starts();
    List<Curve> last = starts.stream().map(n -> chosen(n, this::startFrom, Math.PI)).toList();
    Map<Integer, Curve> loops = new HashMap<>();
    for (Diagram.Edge edge : diagram.edges()) {
      if (edge.isLoop()) {
        loops.put(edge.from(), chosen(edge.from(), this::loop, -Math.PI / 2));
      }
    }
    drawn.clear(); // lines were straight so far
    hits = 0;
    last.forEach(curve -> drawn.add(Trail.of(curve)));
    loops.values().forEach(curve -> drawn.add(Trail.of(curve)));
    List<Curve> curves = new ArrayList<>();
    for (Diagram.Edge edge : diagram.edges()) {
      curves.add(edge.isLoop() ? loops.get(edge.from()) : chosen(edge));
    }
    curves.addAll(last);
    return curves;
  }

  /** How often a curve could not but pass through a node. */
  int hits() {
    return hits;
  }

  private List<Integer> starts() {
    return IntStream.range(0, diagram.arrows() ? places.size() : 0)
        .filter(node -> diagram.nodes().get(node).classes().contains(Diagram.INITIAL))
        .boxed()
        .toList();
  }

  private Curve chosen(Diagram.Edge edge) {
    boolean inReturn = diagram.edges().stream().anyMatch(edge::isReverseOf);
    double[] bends = inReturn && diagram.arrows() ? RETURNING : BENDS;
    if (diagram.edges().size() > CAREFUL) {
      return line(edge, bends[0]);
    }
    return best(
        DoubleStream.of(bends)
            .mapToObj(bend -> new Choice(line(edge, bend), 2.5 * Math.abs(bend)))
            .toList(),
        edge.from(),
        edge.to());
  }

  private Curve line(Diagram.Edge edge, double bend) {
    Spot from = places.get(edge.from());
    Spot to = places.get(edge.to());
    Spot middle = from.plus(to).times(0.5).plus(to.minus(from).turned().times(bend));
    return Curve.quadratic(
        from.towards(middle, radius),
        middle,
        to.towards(middle, radius + (diagram.arrows() ? 2 : 0)));
  }

  /** Something of a node in one of several directions, rather in the usual one. */
  private interface InDirection {
    Curve of(int node, double angle);
  }

  private Curve chosen(int node, InDirection made, double usual) {
    return best(
        IntStream.range(0, DIRECTIONS)
            .mapToDouble(i -> usual + 2 * Math.PI * i / DIRECTIONS)
            .mapToObj(
                angle ->
                    new Choice(
                        made.of(node, angle), UNUSUAL * Math.sin(Math.abs(angle - usual) / 2)))
            .toList(),
        node,
        node);
  }

  private Curve loop(int node, double angle) {
    Spot at = places.get(node);
    return new Curve(
        at.at(angle - 0.45, radius),
        at.at(angle - 0.5, LOOP * radius),
        at.at(angle + 0.5, LOOP * radius),
        at.at(angle + 0.45, radius + 2));
  }

  private Curve startFrom(int node, double angle) {
    Spot at = places.get(node);
    return Curve.line(at.at(angle, radius + 28), at.at(angle, radius + 2));
  }

  private record Choice(Curve curve, double price) {}

  private Curve best(List<Choice> choices, int from, int to) {
    Choice best = choices.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (Choice choice : choices) {
      double price = choice.price + (choice.price < least ? price(choice.curve, from, to) : least);
      if (price < least) {
        least = price;
        best = choice;
      }
    }
    Trail trail = Trail.of(best.curve);
    hits += isThroughNode(trail, from, to) ? 1 : 0;
    drawn.add(trail);
    return best.curve;
  }

  private double price(Curve curve, int from, int to) {
    Trail trail = Trail.of(curve);
    double price = isThroughNode(trail, from, to) ? HIT : 0;
    for (Trail other : drawn) {
      price += trail.crosses(other) ? 1 : 0;
      price += BESIDE * trail.beside(other, GAP);
    }
    return price;
  }

  private boolean isThroughNode(Trail trail, int from, int to) {
    for (int node = 0; node < places.size(); node++) {
      if (node != from && node != to && trail.isNearer(places.get(node), radius + GAP)) {
        return true;
      }
    }
    return false;
  }
}
