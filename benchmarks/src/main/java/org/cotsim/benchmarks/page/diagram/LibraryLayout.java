package org.cotsim.benchmarks.page.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.input.Point;
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
  private static final double STRAYED = 0.95;
  private static final double FAULT = 0.5;
  private static final int COMPARED = 48; // edges up to which both are drawn

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
      return ElkLayout.layered(diagram, true);
    }
    if (diagram.edges().size() > COMPARED || !diagram.arrows()) {
      return ElkLayout.stressed(diagram);
    }
    return List.of(
            ElkLayout.layered(diagram, true),
            ElkLayout.layered(diagram, false),
            ElkLayout.stressed(diagram))
        .stream()
        .max(Comparator.comparingDouble(places -> quality(diagram, places)))
        .orElseThrow();
  }

  /** Whether edges have no labels. */
  static boolean isGraph(Diagram diagram) {
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
        * Math.pow(STRAYED, drawing.strayed())
        * Math.pow(FAULT, Math.min(9, drawing.faults()));
  }
}
