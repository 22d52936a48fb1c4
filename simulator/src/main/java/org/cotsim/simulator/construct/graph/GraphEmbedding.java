package org.cotsim.simulator.construct.graph;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.Edge;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.graph.GraphCode.Name;

/**
 * What each token of a graph says by itself: its kind, and the vertices it names.
 *
 * <p>The ends of an input edge are points of {@link VertexCircles}, by which step tokens are
 * scored; by what heads compare vertices is up to a {@link GraphCode}.
 */
final class GraphEmbedding {

  /** What a token is. */
  enum Kind {
    START,
    SOURCE,
    TARGET,
    EDGE,
    THINK,
    FORWARD,
    BACKWARD,
    SKIP
  }

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final GraphTokens tokens;
  private final TransformerAssembler assembler;
  private final VertexCircles circles;
  private final GraphCode code;
  private final Wording vertex;
  private final Subspace kind;
  private final Subspace one;
  private final Subspace[] ends = new Subspace[2]; // of an input edge, by the way it is examined

  GraphEmbedding(
      TransformerAssembler assembler, GraphTokens tokens, VertexCircles circles, GraphCode code) {
    this.assembler = assembler;
    this.tokens = tokens;
    this.circles = circles;
    this.code = code;
    ResidualStream stream = assembler.stream();
    vertex = circles.wording(tokens.names());
    kind = stream.declareOneHot("kind", kindLabels(), "one-hot of what the token is");
    one = stream.declare("one", 1, "the number 1, except at the start token");
    int width = circles.width();
    ends[0] = stream.declare("left", width, "first vertex of an input edge", vertex);
    ends[1] = stream.declare("right", width, "second vertex of an input edge", vertex);
    code.declare(assembler, this);
    embed(GraphTokens.START, Kind.START);
    embed(GraphTokens.THINK, Kind.THINK);
    embed(GraphTokens.SKIP, Kind.SKIP);
    for (int vertex = 0; vertex < tokens.vertices(); vertex++) {
      embed(tokens.source(vertex), Kind.SOURCE);
      code.embed(tokens.source(vertex), Name.TO, vertex);
      embed(tokens.target(vertex), Kind.TARGET);
      code.embed(tokens.target(vertex), Name.WANTED, vertex);
    }
    IntStream.range(0, tokens.pairs().size()).forEach(this::embedPair);
  }

  private static List<Phrase> kindLabels() {
    return KINDS.stream().map(is -> Phrase.of(is.name().toLowerCase(Locale.ROOT))).toList();
  }

  private void embedPair(int pair) {
    Edge edge = tokens.pairs().get(pair);
    embed(tokens.edge(pair), Kind.EDGE);
    embed(tokens.edge(pair), ends[0], edge.source());
    embed(tokens.edge(pair), ends[1], edge.target());
    code.embed(tokens.edge(pair), Name.LEFT, edge.source());
    code.embed(tokens.edge(pair), Name.RIGHT, edge.target());
    for (int way = 0; way < tokens.ways(); way++) {
      embed(tokens.step(pair, way), step(way));
      code.embed(tokens.step(pair, way), Name.FROM, way == 0 ? edge.source() : edge.target());
      code.embed(tokens.step(pair, way), Name.TO, way == 0 ? edge.target() : edge.source());
    }
  }

  private void embed(int token, Kind is) {
    assembler.embed(token, kind, KINDS.indexOf(is), 1);
    if (is != Kind.START) {
      assembler.embed(token, one, 0, 1);
    }
  }

  /** Lets a token hold the point of a vertex. */
  void embed(int token, Subspace subspace, int vertex) {
    double[] point = circles.point(vertex);
    for (int c = 0; c < point.length; c++) {
      assembler.embed(token, subspace, c, point[c]);
    }
  }

  /** How a person reads the point of a vertex. */
  Wording vertex() {
    return vertex;
  }

  /** The names of the vertices. */
  List<String> names() {
    return tokens.names();
  }

  /** How heads compare vertices. */
  GraphCode code() {
    return code;
  }

  /** The points of the vertices. */
  VertexCircles circles() {
    return circles;
  }

  /** The kind of the steps that examine an edge in one way. */
  static Kind step(int way) {
    return way == 0 ? Kind.FORWARD : Kind.BACKWARD;
  }

  /** 1 where the token is of one of these kinds, else 0, as a form over a sublayer's input. */
  LinearForm any(SublayerInput input, Kind... kinds) {
    SublayerInput.Reading reading = input.readOneHot(kind);
    LinearForm sum = input.constant(0);
    for (Kind is : kinds) {
      sum = sum.plus(reading.at(KINDS.indexOf(is)));
    }
    return sum;
  }

  /** 1 where the token is of one of these kinds, else 0, as a form over the residual stream. */
  LinearForm are(List<Kind> kinds) {
    return kinds.stream()
        .map(is -> assembler.stream().at(kind, KINDS.indexOf(is)))
        .reduce(LinearForm::plus)
        .orElseThrow();
  }

  /** 1 at the start token, else 0, as a form over the residual stream. */
  LinearForm start() {
    return are(List.of(Kind.START));
  }

  /** 1 everywhere but at the start token, where it is 0, as a form over the residual stream. */
  LinearForm one() {
    return assembler.stream().at(one, 0);
  }

  /** {@link #one()} as a subspace, for scores. */
  Subspace ones() {
    return one;
  }

  /** The point of the vertex from which an input edge is examined in one way. */
  Subspace end(int way) {
    return ends[way];
  }
}
