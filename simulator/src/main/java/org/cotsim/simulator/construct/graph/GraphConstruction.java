package org.cotsim.simulator.construct.graph;

import java.util.Optional;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;

/**
 * Decides whether t is reachable from s by a breadth-first search that examines one edge per
 * intermediate token.
 *
 * <p>The prompt is {@code $ s t edges #}, the chain names the edge examined at each step, in the
 * order of the queue and, for one vertex, of the input; a vertex without edges costs one {@code
 * skip}. The model accepts as soon as a step reaches t and rejects when the queue is empty; under a
 * smaller budget the forced answer is whether t has been reached so far. Self-loops, parallel edges
 * and s = t are allowed.
 *
 * <p>At most V + E steps, where an undirected edge counts twice. Directed: 5 layers, 10 heads,
 * width 39, 4 hidden units; undirected: 5 layers, 16 heads, width 48; whatever the size of the
 * graph. With the hash folded, for V vertices and E edges: about (2 log2(V) + log2(E)) / 4 + 3
 * layers more, and a width that grows like these logarithms. Only the vocabulary grows further, see
 * {@link GraphTokens}. Source: the linear number of steps is this project's; Merrill and Sabharwal
 * 2024 derive O(V^2) steps through a Turing machine.
 */
public final class GraphConstruction implements Construction<ConnectivityInstance> {

  private final GraphTokens tokens;
  private final ConstructionOptions options;

  private GraphConstruction(GraphTokens tokens, ConstructionOptions options) {
    this.tokens = tokens;
    this.options = options;
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
  }

  /** The construction with tokens for the edges of one graph. */
  public static GraphConstruction of(EdgeList graph, ConstructionOptions options) {
    return of(GraphTokens.of(graph), options);
  }

  /** The construction with these tokens. */
  public static GraphConstruction of(GraphTokens tokens, ConstructionOptions options) {
    return new GraphConstruction(tokens, options);
  }

  /**
   * The construction for every graph of so many vertices or fewer; its vocabulary is of size
   * O(V^2).
   */
  public static GraphConstruction complete(
      int vertices, boolean directed, ConstructionOptions options) {
    return of(GraphTokens.complete(vertices, directed), options);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    if (options.mask().isPresent()) {
      return Optional.of("graph connectivity has heads of both masks; the mask cannot be chosen");
    }
    if (options.normProblem().isPresent() || options.softmaxProblem().isPresent()) {
      return options.normProblem().or(options::softmaxProblem);
    }
    if (options.norms() == ConstructionOptions.Norms.PROJECTED) {
      return Optional.of(
          "graph connectivity tells 0 from other numbers by their sign, which projected pre-norm"
              + " rounds; choose the norm multi");
    }
    if (options.hash() == ConstructionOptions.Hash.DIGITS) {
      return Optional.of(
          "graph connectivity compares counts, which have no digits; choose another hash");
    }
    return options.positions() == ConstructionOptions.Positions.EMBEDDED
        ? Optional.of("graph connectivity counts by attention; there is no embedded variant")
        : options.foldedProblem();
  }

  @Override
  public ConstructionOptions options() {
    return options;
  }

  @Override
  public String steps() {
    return tokens.directed() ? "at most V + E" : "at most V + 2 E";
  }

  @Override
  public Certificate certificate(Extent extent) {
    return new GraphWeights(tokens, options, extent).certificate();
  }

  @Override
  public ConstructedDecoder<ConnectivityInstance> compile(Extent extent)
      throws NotCertifiedException {
    return decoder(new GraphWeights(tokens, options, extent), tokens::prompt);
  }

  /** The tokens, to compare a chain with that of a search. */
  public GraphTokens tokens() {
    return tokens;
  }
}
