package org.cotsim.benchmarks.page.diagram;

import java.util.Set;

/**
 * What stands out in a picture on its own: where something happens now, and where it has happened.
 *
 * @param now the nodes
 * @param before the nodes
 * @param edgesNow by their ends; of an undirected graph in either order
 * @param edgesBefore by their ends
 */
public record Marks(
    Set<Integer> now, Set<Integer> before, Set<Ends> edgesNow, Set<Ends> edgesBefore) {

  /** The ends of an edge. */
  public record Ends(int from, int to) {}

  static final String INK = "#1d2129";
  static final String SOFT = "#5b6370";
  static final String PALE = "#a3a9b4";
  static final String ACCENT = "#0b5cad";
  static final String MONOSPACED = "DejaVu Sans Mono, Consolas, monospace";

  /** Copies the sets. */
  public Marks {
    now = Set.copyOf(now);
    before = Set.copyOf(before);
    edgesNow = Set.copyOf(edgesNow);
    edgesBefore = Set.copyOf(edgesBefore);
  }

  /** How something is drawn. */
  enum State {
    PLAIN("#ffffff", INK),
    BEFORE("#e3eefa", INK),
    ON(ACCENT, "#ffffff");

    private final String fill;
    private final String text;

    State(String fill, String text) {
      this.fill = fill;
      this.text = text;
    }

    String fill() {
      return fill;
    }

    String text() {
      return text;
    }
  }

  State ofNode(int node) {
    return now.contains(node) ? State.ON : before.contains(node) ? State.BEFORE : State.PLAIN;
  }

  State ofEdge(Diagram.Edge edge) {
    Ends ends = new Ends(edge.from(), edge.to());
    Ends turned = new Ends(edge.to(), edge.from());
    if (edgesNow.contains(ends)) {
      return State.ON;
    }
    return edgesBefore.contains(ends) || edgesBefore.contains(turned) ? State.BEFORE : State.PLAIN;
  }
}
