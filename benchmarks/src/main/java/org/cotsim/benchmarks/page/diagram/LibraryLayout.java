package org.cotsim.benchmarks.page.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.input.Point;
import org.eclipse.elk.alg.force.stress.StressLayoutProvider;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.AbstractLayoutProvider;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/**
 * The layouts of the Eclipse Layout Kernel: in layers (Sugiyama, Tagawa, Toda 1981) where edges
 * lead on, by stress (Gansner, Koren, North 2004) elsewhere, and whichever of both can be shown
 * larger and with fewer crossings; grids as grids, long paths to and fro. What somebody has drawn
 * stays as it is, unless nodes cover each other there.
 */
public final class LibraryLayout implements Layout {

  private static final double ROOM_WIDTH = 460; // of a page's picture
  private static final double ROOM_HEIGHT = 320;
  private static final double CROSSING = 0.97; // what is lost by one
  private static final double FAULT = 0.5;
  private static final int COMPARED = 48; // edges up to which both are drawn
  private static final double ALMOST = 24; // in one row
  private static final double LONGEST = 90; // room for a label between two layers

  static {
    LayoutMetaDataService.getInstance(); // registers how options are copied; none can be set before
  }

  @Override
  public List<Point> places(Diagram diagram) {
    return Drawing.canBeUsed(diagram.drawing())
        ? diagram.drawing()
        : Components.places(diagram, LibraryLayout::connected);
  }

  private static List<Point> connected(Diagram diagram) {
    if (diagram.nodes().size() == 1) {
      return List.of(new Point(0, 0));
    }
    Optional<List<Point>> regular =
        isGraph(diagram)
            ? GridLayout.of(diagram).or(() -> PathLayout.of(diagram))
            : Optional.empty();
    if (regular.isPresent()) {
      return regular.get();
    }
    if (isGraph(diagram) && diagram.arrows() && isAcyclic(diagram)) {
      return layered(diagram, Direction.RIGHT);
    }
    if (diagram.edges().size() > COMPARED || !diagram.arrows()) {
      return stressed(diagram);
    }
    return List.of(
            layered(diagram, Direction.RIGHT), layered(diagram, Direction.DOWN), stressed(diagram))
        .stream()
        .max(Comparator.comparingDouble(places -> quality(diagram, places)))
        .orElseThrow();
  }

  private static boolean isGraph(Diagram diagram) {
    return diagram.edges().stream().allMatch(edge -> edge.label().isEmpty());
  }

  private static boolean isAcyclic(Diagram diagram) {
    DefaultDirectedGraph<Integer, DefaultEdge> graph =
        new DefaultDirectedGraph<>(DefaultEdge.class);
    for (int node = 0; node < diagram.nodes().size(); node++) {
      graph.addVertex(node);
    }
    diagram.edges().forEach(edge -> graph.addEdge(edge.from(), edge.to()));
    return !new CycleDetector<>(graph).detectCycles();
  }

  private static double quality(Diagram diagram, List<Point> places) {
    Drawing drawing = Drawing.of(diagram, places);
    Area area = drawing.area();
    double scale = Math.min(1, Math.min(ROOM_WIDTH / area.width(), ROOM_HEIGHT / area.height()));
    return scale
        * Math.pow(CROSSING, drawing.crossings())
        * Math.pow(FAULT, Math.min(9, drawing.faults()));
  }

  private static List<Point> layered(Diagram diagram, Direction direction) {
    double label =
        diagram.edges().stream().mapToDouble(edge -> Sizes.width(edge.label())).max().orElse(0);
    double height =
        diagram.edges().stream().mapToDouble(edge -> edge.label().size()).max().orElse(0)
            * Sizes.LINE;
    boolean right = direction == Direction.RIGHT;
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.DIRECTION, direction);
    graph.setProperty(
        LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS,
        40 + Math.min(LONGEST, right ? label : height));
    graph.setProperty(
        CoreOptions.SPACING_NODE_NODE, 40 + Math.min(LONGEST, right ? height : label));
    return inRows(places(diagram, graph, new LayeredLayoutProvider()), right);
  }

  /** Nodes that are almost in one row stand in one row; the layers do not change. */
  private static List<Point> inRows(List<Point> places, boolean right) {
    double[] across = places.stream().mapToDouble(p -> right ? p.y() : p.x()).sorted().toArray();
    Map<Double, Double> rows = new HashMap<>();
    int first = 0;
    for (int i = 0; i < across.length; i++) {
      if (across[i] - across[first] > ALMOST) {
        first = i;
      }
      rows.put(across[i], across[first]);
    }
    return places.stream()
        .map(p -> right ? new Point(p.x(), rows.get(p.y())) : new Point(rows.get(p.x()), p.y()))
        .toList();
  }

  /** Turned so that the longer extent lies level, with the middle at 0. */
  private static List<Point> level(List<Point> places) {
    double x = places.stream().mapToDouble(Point::x).average().orElse(0);
    double y = places.stream().mapToDouble(Point::y).average().orElse(0);
    double wide = places.stream().mapToDouble(p -> (p.x() - x) * (p.x() - x)).sum();
    double high = places.stream().mapToDouble(p -> (p.y() - y) * (p.y() - y)).sum();
    double both = places.stream().mapToDouble(p -> (p.x() - x) * (p.y() - y)).sum();
    double angle = Math.atan2(2 * both, wide - high) / 2;
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return places.stream()
        .map(p -> new Point((p.x() - x) * c + (p.y() - y) * s, (p.y() - y) * c - (p.x() - x) * s))
        .toList();
  }

  /** Places around their middle, with the first node where something begins on the left of it. */
  private static List<Point> startAtLeft(Diagram diagram, List<Point> places) {
    for (int node = 0; node < places.size(); node++) {
      if (diagram.nodes().get(node).classes().contains(Diagram.INITIAL)) {
        double sign = places.get(node).x() > 0 ? -1 : 1;
        return places.stream().map(p -> new Point(sign * p.x(), sign * p.y())).toList();
      }
    }
    return places;
  }

  private static List<Point> stressed(Diagram diagram) {
    return startAtLeft(
        diagram, level(places(diagram, ElkGraphUtil.createGraph(), new StressLayoutProvider())));
  }

  private static List<Point> places(
      Diagram diagram, ElkNode graph, AbstractLayoutProvider algorithm) {
    double size = 2 * Sizes.of(diagram).radius();
    List<ElkNode> nodes = new ArrayList<>();
    for (Diagram.Node node : diagram.nodes()) {
      ElkNode made = ElkGraphUtil.createNode(graph);
      made.setDimensions(size, size);
      if (diagram.arrows() && node.classes().contains(Diagram.INITIAL) && !isGraph(diagram)) {
        made.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
      }
      nodes.add(made);
    }
    for (Diagram.Edge edge : diagram.edges()) {
      if (!edge.isLoop()) {
        ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
      }
    }
    algorithm.layout(graph, new NullElkProgressMonitor());
    return nodes.stream().map(node -> new Point(node.getX(), node.getY())).toList();
  }
}
