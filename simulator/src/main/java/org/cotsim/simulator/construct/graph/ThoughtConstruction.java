package org.cotsim.simulator.construct.graph;

import java.util.List;
import java.util.Optional;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;

/**
 * Decides whether t is reachable from s by continuous thoughts, each of which is the set of the
 * vertices reached so far.
 *
 * <p>The prompt is {@code $ s t edges #}. A thought is a 0/1 vector with a coordinate for each
 * vertex; all edges that leave the set score the same and share the weight of one head, and every
 * vertex that gets a share joins the set. The model accepts when t is in the set and rejects when
 * the set has not grown, so it thinks as often as s is edges away from t, or from the farthest
 * vertex that it reaches: V - 1 times at most. Under a smaller budget the forced answer is whether
 * t is in the set so far. Self-loops, parallel edges and s = t are allowed.
 *
 * <p>Cost: 2 layers, 3 heads (4 for undirected graphs), V hidden units, width 5 V + 8, about 30 V
 * non-zeros and the vocabulary. Width V is needed: a set of vertices is V bits. Source: Zhu et al.
 * 2025 (arXiv 2505.12514), who normalise the set; that an answer is exact in any arithmetic that
 * counts the edges is this project's.
 */
public final class ThoughtConstruction implements Construction<ConnectivityInstance> {

  private static final Optional<Token> THOUGHT = Optional.of(new Token("~", Role.THOUGHT));

  /** The subspace of the set that a thought begins with, a coordinate for each vertex. */
  public static final String REACHED = "reached";

  /** The subspace of the ends of the edges that leave the set, each with its share. */
  public static final String FOUND = "found";

  /** The subspace of the set that is fed back. */
  public static final String NEXT = "next";

  /** The heads that take all edges that leave the set: along edges, and against them. */
  public static final List<String> LEAVE = List.of("leave", "leave backward");

  private final GraphTokens tokens;
  private final ConstructionOptions options;

  private ThoughtConstruction(GraphTokens tokens, ConstructionOptions options) {
    this.tokens = tokens;
    this.options = options;
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
  }

  /** The construction with tokens for the edges of one graph. */
  public static ThoughtConstruction of(EdgeList graph, ConstructionOptions options) {
    return new ThoughtConstruction(GraphTokens.of(graph, THOUGHT), options);
  }

  /**
   * The construction for every graph of so many vertices or fewer; its vocabulary is of size
   * O(V^2).
   */
  public static ThoughtConstruction complete(
      int vertices, boolean directed, ConstructionOptions options) {
    return new ThoughtConstruction(GraphTokens.complete(vertices, directed, THOUGHT), options);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    if (options.mask().isPresent()) {
      return Optional.of("a thought sees itself; the mask cannot be chosen");
    }
    if (options.normProblem().isPresent() || options.softmaxProblem().isPresent()) {
      return options.normProblem().or(options::softmaxProblem);
    }
    if (options.norms() == Norms.PROJECTED) {
      return Optional.of(
          "thoughts are cleaned by a norm for each vertex, which projected pre-norm would turn into"
              + " as many layers; choose the norm multi");
    }
    return options.hash() != Hash.SCALED || options.positions() != Positions.NONE
        ? Optional.of(
            "thoughts compare no counts and no positions; --hash and --positions do not apply")
        : Optional.empty();
  }

  @Override
  public ConstructionOptions options() {
    return options;
  }

  @Override
  public String steps() {
    return "the distance of t from s, or of the farthest vertex that s reaches; at most V - 1";
  }

  @Override
  public Certificate certificate(Extent extent) {
    return new ThoughtWeights(tokens, options, extent).certificate();
  }

  @Override
  public ConstructedDecoder<ConnectivityInstance> compile(Extent extent)
      throws NotCertifiedException {
    return decoder(new ThoughtWeights(tokens, options, extent), tokens::prompt);
  }

  /** The token of a thought, the same for every graph. */
  public static int thought() {
    return GraphTokens.ONLY_STEP;
  }

  /** The tokens, a thought being the only step. */
  public GraphTokens tokens() {
    return tokens;
  }
}
