package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.ChainStep.Direction;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Token.Role;
import org.cotsim.simulator.model.Vocabulary;

/**
 * The tokens of graph connectivity: s and t, the edges, a step token per edge and way, answers.
 *
 * <p>A token names an edge by its ends, so parallel edges share their tokens, which occur as often
 * as the edge does. The step {@code u->v} examines the directed edge {@code u->v}, or the
 * undirected edge {@code u-v} from u; the step {@code u<-v} examines {@code u-v} from v. So there
 * are 5 + 2 V tokens and 2 (directed) or 3 (undirected) for each pair of ends that an edge may
 * have. Where a chain consists of one token again and again, that one takes the place of all steps:
 * there are 5 + 2 V tokens and one for each pair.
 */
public final class GraphTokens {

  static final int START = 0;
  static final int THINK = 1;
  static final int SKIP = 4;
  static final int ONLY_STEP = 4;
  private static final int ACCEPT = 2;
  private static final int REJECT = 3;
  private static final int FIRST_VERTEX = 5;
  private static final List<Direction> WAYS = List.of(Direction.FORWARD, Direction.BACKWARD);
  private static final Token PASS = new Token("skip", Role.STEP);
  private static final String PLAIN = "_.:+"; // beside letters and numbers

  private final List<String> names;
  private final boolean directed;
  private final Optional<Token> only; // in the place of all steps
  private final List<Edge> pairs; // distinct
  private final Map<Edge, Integer> pairNumbers = new HashMap<>();
  private final Vocabulary vocabulary;

  private GraphTokens(
      List<String> names, boolean directed, List<Edge> edges, Optional<Token> only) {
    this.names = List.copyOf(names);
    this.directed = directed;
    this.only = only;
    this.pairs = edges.stream().distinct().toList();
    pairs.forEach(pair -> pairNumbers.put(pair, pairNumbers.size()));
    this.vocabulary = new Vocabulary(tokens());
  }

  /** The tokens for the edges of one graph, each of which may be given any number of times. */
  public static GraphTokens of(EdgeList graph) {
    return of(graph, Optional.empty());
  }

  /**
   * The same.
   *
   * @param only a token that stands in the place of all steps
   */
  static GraphTokens of(EdgeList graph, Optional<Token> only) {
    return new GraphTokens(graph.names(), graph.directed(), graph.edges(), only);
  }

  /** The tokens for all graphs whose vertices are numbered below a bound. */
  public static GraphTokens complete(int vertices, boolean directed) {
    return complete(vertices, directed, Optional.empty());
  }

  /**
   * The same.
   *
   * @param only a token that stands in the place of all steps
   */
  static GraphTokens complete(int vertices, boolean directed, Optional<Token> only) {
    List<Edge> edges = new ArrayList<>();
    for (int u = 0; u < vertices; u++) {
      for (int v = 0; v < vertices; v++) {
        edges.add(new Edge(u, v));
      }
    }
    return new GraphTokens(
        IntStream.range(0, vertices).mapToObj(Integer::toString).toList(), directed, edges, only);
  }

  private List<Token> tokens() {
    List<String> shown = names.stream().map(GraphTokens::quoted).toList();
    List<Token> tokens = new ArrayList<>();
    tokens.add(new Token("$", Role.START));
    tokens.add(new Token("#", Role.THINK));
    tokens.add(new Token("accept", Role.ANSWER));
    tokens.add(new Token("reject", Role.ANSWER));
    tokens.add(only.orElse(PASS));
    shown.forEach(name -> tokens.add(new Token("s=" + name, Role.INPUT)));
    shown.forEach(name -> tokens.add(new Token("t=" + name, Role.INPUT)));
    addEdges(tokens, shown, directed ? "->" : "-", Role.INPUT);
    if (only.isEmpty()) {
      addEdges(tokens, shown, "->", Role.STEP);
    }
    if (only.isEmpty() && !directed) {
      addEdges(tokens, shown, "<-", Role.STEP);
    }
    return tokens;
  }

  private void addEdges(List<Token> tokens, List<String> shown, String between, Role role) {
    for (Edge pair : pairs) {
      tokens.add(new Token(shown.get(pair.source()) + between + shown.get(pair.target()), role));
    }
  }

  /** A name as it stands in a token; quoted if it could be taken for something else. */
  private static String quoted(String name) {
    return !name.isEmpty() && name.codePoints().allMatch(GraphTokens::isPlain)
        ? name
        : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean isPlain(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER
        || PLAIN.indexOf(c) >= 0;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The names of the vertices. */
  List<String> names() {
    return names;
  }

  /** The number of vertices that tokens can name. */
  public int vertices() {
    return names.size();
  }

  /** Whether edges are examined from their source only. */
  public boolean directed() {
    return directed;
  }

  /** The pairs of ends that an edge may have. */
  List<Edge> pairs() {
    return pairs;
  }

  /** The number of ways in which an edge is examined: 1 if directed, else 2. */
  int ways() {
    return directed ? 1 : 2;
  }

  int source(int vertex) {
    return FIRST_VERTEX + vertex;
  }

  int target(int vertex) {
    return FIRST_VERTEX + vertices() + vertex;
  }

  /** The input token of a pair of ends, given by its number. */
  int edge(int pair) {
    return FIRST_VERTEX + 2 * vertices() + pair;
  }

  /** The token of the step that examines a pair in one way: 0 forward, 1 backward. */
  int step(int pair, int way) {
    return edge(pair) + (1 + way) * pairs.size();
  }

  /** The token of a step in an instance's chain. */
  public int step(ConnectivityInstance instance, ChainStep step) {
    return step instanceof ChainStep.Examine examine
        ? step(pair(instance.edges().get(examine.edge())), WAYS.indexOf(examine.direction()))
        : SKIP;
  }

  /** The answer token. */
  public int answer(boolean reachable) {
    return reachable ? ACCEPT : REJECT;
  }

  /** {@code $ s t edges #}. */
  int[] prompt(ConnectivityInstance instance) {
    if (instance.directed() != directed || instance.names().size() > vertices()) {
      throw new IllegalArgumentException(
          "the model is for graphs of up to "
              + vertices()
              + " vertices that are "
              + (directed ? "directed" : "undirected"));
    }
    IntStream edges = instance.edges().stream().mapToInt(edge -> edge(pair(edge)));
    IntStream head = IntStream.of(START, source(instance.source()), target(instance.target()));
    return IntStream.concat(IntStream.concat(head, edges), IntStream.of(THINK)).toArray();
  }

  private int pair(Edge edge) {
    Integer number = pairNumbers.get(edge);
    if (number == null) {
      throw new IllegalArgumentException("no token for " + edge);
    }
    return number;
  }

  /**
   * What the step tokens of a chain say about an instance.
   *
   * <p>The k-th occurrence of a token stands for the k-th edge with these ends; if there are fewer,
   * for an edge that the instance does not have.
   *
   * @throws IllegalArgumentException if one of them is no step token
   */
  public List<ChainStep> chain(ConnectivityInstance instance, int[] chain) {
    Map<Edge, List<Integer>> parallel = new HashMap<>();
    for (int i = 0; i < instance.edges().size(); i++) {
      parallel.computeIfAbsent(instance.edges().get(i), pair -> new ArrayList<>()).add(i);
    }
    Map<Integer, Integer> occurrences = new HashMap<>();
    List<ChainStep> steps = new ArrayList<>();
    for (int token : chain) {
      int occurrence = occurrences.merge(token, 1, Integer::sum) - 1;
      steps.add(step(token, occurrence, parallel, instance.edges().size()));
    }
    return steps;
  }

  private ChainStep step(
      int token, int occurrence, Map<Edge, List<Integer>> parallel, int missing) {
    if (token == SKIP) {
      return ChainStep.skip();
    }
    int pair = token - step(0, 0);
    if (pair < 0 || pair >= ways() * pairs.size()) {
      throw new IllegalArgumentException(vocabulary.token(token) + " is no step");
    }
    List<Integer> edges = parallel.getOrDefault(pairs.get(pair % pairs.size()), List.of());
    int edge = occurrence < edges.size() ? edges.get(occurrence) : missing;
    return new ChainStep.Examine(edge, WAYS.get(pair / pairs.size()));
  }
}
