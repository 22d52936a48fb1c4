package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The tokens of reachability with padding: those of {@link GraphTokens} that a prompt is made of,
 * under the same numbers, and one blank; no steps.
 *
 * <p>A prompt is {@code $ s t edges none ... none _ ... _ #}: as many slots as the longest input
 * has edges, those without an edge saying so, then the blanks. So every blank has the same position
 * whatever the input.
 */
final class PaddedTokens {

  static final int BLANK = GraphTokens.ONLY_STEP;

  /** The position of the first slot. */
  static final int FIRST_SLOT = 3;

  private static final Optional<Token> INSTEAD = Optional.of(new Token("_", Role.PADDING));

  private final GraphTokens graph;
  private final Vocabulary vocabulary;

  /** The tokens for the edges of one graph. */
  static PaddedTokens of(EdgeList graph) {
    return new PaddedTokens(GraphTokens.of(graph, INSTEAD));
  }

  /** The tokens for all graphs whose vertices are numbered below a bound. */
  static PaddedTokens complete(int vertices, boolean directed) {
    return new PaddedTokens(GraphTokens.complete(vertices, directed, INSTEAD));
  }

  private PaddedTokens(GraphTokens graph) {
    this.graph = graph;
    List<Token> tokens = new ArrayList<>(graph.vocabulary().tokens());
    tokens.add(new Token("none", Role.INPUT));
    this.vocabulary = new Vocabulary(tokens);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Those with the same numbers that a search has. */
  GraphTokens graph() {
    return graph;
  }

  int vertices() {
    return graph.vertices();
  }

  List<Edge> pairs() {
    return graph.pairs();
  }

  /** The token of a slot without an edge. */
  int none() {
    return graph.edge(graph.pairs().size());
  }

  /** The prompt of a question; longer if there are more edges than slots. */
  int[] prompt(ConnectivityInstance instance, int slots, int blanks) {
    int[] unpadded = graph.prompt(instance);
    int[] edges = Arrays.copyOf(unpadded, unpadded.length - 1);
    IntStream empty = fill(none(), Math.max(0, slots - instance.edges().size()));
    IntStream input = IntStream.concat(Arrays.stream(edges), empty);
    IntStream padding = IntStream.concat(fill(BLANK, blanks), IntStream.of(GraphTokens.THINK));
    return IntStream.concat(input, padding).toArray();
  }

  private static IntStream fill(int token, int count) {
    return IntStream.generate(() -> token).limit(count);
  }
}
