package org.cotsim.languages.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.generate.CompleteGraphGenerator;
import org.jgrapht.generate.GnpRandomGraphGenerator;
import org.jgrapht.generate.GraphGenerator;
import org.jgrapht.generate.GridGraphGenerator;
import org.jgrapht.generate.LinearGraphGenerator;
import org.jgrapht.generate.PruferTreeGenerator;
import org.jgrapht.generate.RingGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.jgrapht.util.SupplierUtil;

/** One graph of a family while it is drawn, part by part, before anything is shuffled. */
final class Sketch {

  private final int vertices;
  private final boolean directed;
  private final Random random;
  private final List<Edge> edges = new ArrayList<>();
  private int used;

  Sketch(int vertices, boolean directed, Random random) {
    this.vertices = vertices;
    this.directed = directed;
    this.random = random;
  }

  Twins gnp() {
    return append(new GnpRandomGraphGenerator<>(vertices, 1.0 / vertices, random, false), directed)
        .anywhere();
  }

  Twins cutPath() {
    int first = 2 + random.nextInt(vertices - 3);
    return append(new LinearGraphGenerator<>(first), directed)
        .append(new LinearGraphGenerator<>(vertices - first), directed)
        .anywhere();
  }

  Twins path() {
    return append(new LinearGraphGenerator<>(vertices), directed).anywhere();
  }

  Twins twoPaths() {
    int half = vertices / 2;
    return append(new LinearGraphGenerator<>(half), directed)
        .append(new LinearGraphGenerator<>(half), directed)
        .at(0, half - 1, 2 * half - 1);
  }

  Twins twoGrids() {
    return appendGrid(vertices / 2).appendGrid(vertices / 2).anywhere();
  }

  Twins twoTrees() {
    int half = vertices / 2;
    return append(new PruferTreeGenerator<>(half, random), false)
        .append(new PruferTreeGenerator<>(vertices - half, random), false)
        .anywhere();
  }

  Twins rootedTree() {
    Graph<Integer, DefaultEdge> tree = graph(new PruferTreeGenerator<>(vertices, random), false);
    BreadthFirstIterator<Integer, DefaultEdge> fromRoot = new BreadthFirstIterator<>(tree, 0);
    while (fromRoot.hasNext()) {
      int vertex = fromRoot.next();
      if (vertex != 0) {
        edges.add(new Edge(fromRoot.getParent(vertex), vertex));
      }
    }
    return anywhere();
  }

  Twins twoCycles() {
    int half = vertices / 2;
    return append(new RingGraphGenerator<>(half), directed)
        .append(new RingGraphGenerator<>(vertices - half), directed)
        .anywhere();
  }

  /**
   * Cliques A, B, C, D of m vertices, bridges A-B and C-D; s in A, t in B or in D, no bridge's end.
   */
  Twins cliques() {
    int m = vertices / 4;
    for (int i = 0; i < 4; i++) {
      append(new CompleteGraphGenerator<>(m), directed);
    }
    edges.add(new Edge(m - 1, m));
    edges.add(new Edge(3 * m - 1, 3 * m));
    return at(0, 2 * m - 1, 4 * m - 1);
  }

  /** Two copies of a layered graph, about as many layers as there are vertices in a layer. */
  Twins layers() {
    int half = vertices / 2;
    int width = (int) Math.sqrt(half);
    int last = (half / width - 1) * width;
    for (int v = 0; v < last; v++) {
      int nextLayer = (v / width + 1) * width;
      int first = random.nextInt(width);
      int second = (first + 1 + random.nextInt(width - 1)) % width;
      for (int choice : List.of(first, second)) {
        edges.add(new Edge(v, nextLayer + choice));
        edges.add(new Edge(half + v, half + nextLayer + choice));
      }
    }
    int t = 0;
    for (int v = 0; v < last; v = t) {
      t = descend(v);
    }
    return at(0, t, half + t);
  }

  /** A random vertex in the next layer that has an edge from v. */
  private int descend(int v) {
    List<Edge> out = edges.stream().filter(edge -> edge.source() == v).toList();
    return out.get(random.nextInt(out.size())).target();
  }

  private Sketch appendGrid(int size) {
    int rows = (int) Math.sqrt(size);
    return append(new GridGraphGenerator<>(rows, size / rows), false);
  }

  /** Adds what the generator makes, its vertices numbered after those already used. */
  private Sketch append(
      GraphGenerator<Integer, DefaultEdge, Integer> generator, boolean directedPart) {
    Graph<Integer, DefaultEdge> part = graph(generator, directedPart);
    for (DefaultEdge edge : part.edgeSet()) {
      edges.add(new Edge(used + part.getEdgeSource(edge), used + part.getEdgeTarget(edge)));
    }
    used += part.vertexSet().size();
    return this;
  }

  private static Graph<Integer, DefaultEdge> graph(
      GraphGenerator<Integer, DefaultEdge, Integer> generator, boolean directed) {
    Graph<Integer, DefaultEdge> result =
        (directed
                ? GraphTypeBuilder.<Integer, DefaultEdge>directed()
                : GraphTypeBuilder.<Integer, DefaultEdge>undirected())
            .vertexSupplier(SupplierUtil.createIntegerSupplier())
            .edgeSupplier(SupplierUtil.createDefaultEdgeSupplier())
            .buildGraph();
    generator.generateGraph(result);
    return result;
  }

  private Twins anywhere() {
    return Twins.choose(vertices, edges, directed, random);
  }

  private Twins at(int source, int reachable, int unreachable) {
    return new Twins(vertices, edges, source, reachable, unreachable);
  }
}
