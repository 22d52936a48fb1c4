package org.cotsim.benchmarks.page.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** The two layouts of the Eclipse Layout Kernel; the only class that loads it. */
final class ElkLayout {

  private static final double ALMOST = 24; // in one row
  private static final double LONGEST = 90; // room for a label between two layers

  static {
    LayoutMetaDataService.getInstance(); // registers how options are copied; none can be set before
  }

  private ElkLayout() {}

  /**
   * In layers.
   *
   * @param right whether the layers follow each other to the right; otherwise downwards
   */
  static List<Point> layered(Diagram diagram, boolean right) {
    double label =
        diagram.edges().stream().mapToDouble(edge -> Sizes.width(edge.label())).max().orElse(0);
    double height =
        diagram.edges().stream().mapToDouble(edge -> edge.label().size()).max().orElse(0)
            * Sizes.LINE;
    ElkNode graph = ElkGraphUtil.createGraph();
    graph.setProperty(CoreOptions.DIRECTION, right ? Direction.RIGHT : Direction.DOWN);
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

  /** By stress, turned level. */
  static List<Point> stressed(Diagram diagram) {
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
      if (diagram.arrows()
          && node.classes().contains(Diagram.INITIAL)
          && !LibraryLayout.isGraph(diagram)) {
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
