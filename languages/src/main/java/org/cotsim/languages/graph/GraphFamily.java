package org.cotsim.languages.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Families of connectivity questions for sweeps, where the degrees tell nothing about the answer.
 *
 * <p>For one family, size and seed, the connected instance and the other one are twins: the same
 * graph, the same s, and two different t with the same in-degree and out-degree. Neither t is s or
 * a neighbour of s. So both classes have the same distribution of graphs, of s, and of the degrees
 * of t, whatever the seeds. Vertex numbers, edge order and the direction in which an undirected
 * edge is written are shuffled by the seed.
 */
public enum GraphFamily {
  /** G(n, p) at the threshold p = 1/n where the giant component appears (Erdos, Renyi 1960). */
  GNP(false),
  /** Directed G(n, p) at p = 1/n, the threshold of the giant strong component. */
  GNP_DIRECTED(true),
  /** One path, cut at a random place; s and t anywhere. */
  PATH(false),
  /** One directed path; t lies after s, or before it. */
  PATH_DIRECTED(true),
  /**
   * Two paths of the same length; s is an end, t the other end of the same path or of the other.
   */
  TWO_PATHS(false),
  /** Two directed paths of the same length; s starts one, t ends the same or the other. */
  TWO_PATHS_DIRECTED(true),
  /** Two grids, as square as fits. */
  GRID(false),
  /** Two grids with edges to the right and down; t lies right of and below s, or anywhere else. */
  GRID_DIRECTED(true),
  /** Two uniformly random trees. */
  TREE(false),
  /** One uniformly random tree, edges away from the root; t is a descendant of s, or not. */
  TREE_DIRECTED(true),
  /** Two cycles. */
  CYCLE(false),
  /** Two directed cycles. */
  CYCLE_DIRECTED(true),
  /** Four cliques joined in pairs by a bridge; s and t in joined cliques, or not. */
  CLIQUES(false),
  /** As {@link #CLIQUES}, each bridge leading away from the clique of s or its twin. */
  CLIQUES_DIRECTED(true),
  /** Two layered graphs with two edges to the next layer; s in the first layer, t in the last. */
  LAYERED_DAG(true);

  /** The fewest vertices with which every family has both answers. */
  public static final int MIN_VERTICES = 8;

  private static final int MAX_DRAWS = 10_000;

  private final boolean directed;

  GraphFamily(boolean directed) {
    this.directed = directed;
  }

  /** Whether the graphs of this family are directed. */
  public boolean directed() {
    return directed;
  }

  /**
   * Endless instances, a connected one and its twin in turn, the same for the same arguments; lazy.
   *
   * @param vertices at least {@link #MIN_VERTICES}
   */
  public Stream<ConnectivityInstance> twins(int vertices, long seed) {
    return Stream.generate(new SplittableRandom(seed)::nextLong)
        .flatMap(
            one -> Stream.of(true, false).map(connected -> generate(vertices, connected, one)));
  }

  /**
   * One instance, the same for the same arguments.
   *
   * <p>Where a family needs a number of vertices with divisors, the rest are isolated vertices.
   * Cost: quadratic in the vertices for GNP and GRID (JGraphT's generators), else linear in the
   * graph.
   *
   * @param vertices at least {@link #MIN_VERTICES}
   * @param connected whether t is to be reachable from s
   */
  public ConnectivityInstance generate(int vertices, boolean connected, long seed) {
    if (vertices < MIN_VERTICES) {
      throw new IllegalArgumentException("at least " + MIN_VERTICES + " vertices: " + vertices);
    }
    Random random = new Random(new SplittableRandom(seed).nextLong());
    Twins twins = twins(vertices, random);
    String label =
        "%s n=%d seed=%d %s"
            .formatted(this, vertices, seed, connected ? "connected" : "not connected");
    return shuffled(twins, connected, label, random);
  }

  /** The name on the command line: lower case with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Twins twins(int vertices, Random random) {
    for (int i = 0; i < MAX_DRAWS; i++) {
      Twins drawn = draw(new Sketch(vertices, directed, random));
      if (drawn.found()) {
        return drawn;
      }
    }
    throw new IllegalStateException("no twins in " + MAX_DRAWS + " graphs of family " + this);
  }

  private Twins draw(Sketch sketch) {
    return switch (this) {
      case GNP, GNP_DIRECTED -> sketch.gnp();
      case PATH -> sketch.cutPath();
      case PATH_DIRECTED -> sketch.path();
      case TWO_PATHS, TWO_PATHS_DIRECTED -> sketch.twoPaths();
      case GRID, GRID_DIRECTED -> sketch.twoGrids();
      case TREE -> sketch.twoTrees();
      case TREE_DIRECTED -> sketch.rootedTree();
      case CYCLE, CYCLE_DIRECTED -> sketch.twoCycles();
      case CLIQUES, CLIQUES_DIRECTED -> sketch.cliques();
      case LAYERED_DAG -> sketch.layers();
    };
  }

  private ConnectivityInstance shuffled(
      Twins twins, boolean connected, String label, Random random) {
    List<Integer> number = new ArrayList<>(IntStream.range(0, twins.vertices()).boxed().toList());
    Collections.shuffle(number, random);
    List<Edge> edges = new ArrayList<>();
    for (Edge edge : twins.edges()) {
      int u = number.get(edge.source());
      int v = number.get(edge.target());
      boolean turned = !directed && random.nextBoolean();
      edges.add(turned ? new Edge(v, u) : new Edge(u, v));
    }
    Collections.shuffle(edges, random);
    List<String> names =
        IntStream.range(0, twins.vertices()).mapToObj(vertex -> "v" + vertex).toList();
    return new ConnectivityInstance(
        new EdgeList(names, edges, directed),
        number.get(twins.source()),
        number.get(connected ? twins.reachable() : twins.unreachable()),
        label);
  }
}
