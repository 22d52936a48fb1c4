package org.cotsim.simulator.construct.graph;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.Edge;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;

/**
 * What each token of a graph says by itself: its kind, and the vertices it names.
 *
 * <p>Vertices are points of a {@link Circle}.
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
  private final Circle circle;
  private final Wording vertex;
  private final Subspace kind;
  private final Subspace one;
  private final Subspace[] ends = new Subspace[2]; // of an input edge, by the way it is examined
  private final Subspace from;
  private final Subspace to;
  private final Subspace wanted;

  GraphEmbedding(TransformerAssembler assembler, GraphTokens tokens) {
    this.assembler = assembler;
    this.tokens = tokens;
    ResidualStream stream = assembler.stream();
    circle = new Circle(tokens.vertices());
    vertex = circle.wording(tokens.names());
    kind = stream.declareOneHot("kind", kindLabels(), "one-hot of what the token is");
    one = stream.declare("one", 1, "the number 1, except at the start token");
    ends[0] = stream.declare("left", 2, "first vertex of an input edge", vertex);
    ends[1] = stream.declare("right", 2, "second vertex of an input edge", vertex);
    from = stream.declare("from", 2, "the vertex whose edge the step examines", vertex);
    to = stream.declare("to", 2, "the vertex that the step reaches; at the token of s, s", vertex);
    wanted = stream.declare("wanted", 2, "t, at the token of t", vertex);
    embed(GraphTokens.START, Kind.START);
    embed(GraphTokens.THINK, Kind.THINK);
    embed(GraphTokens.SKIP, Kind.SKIP);
    for (int vertex = 0; vertex < tokens.vertices(); vertex++) {
      embed(tokens.source(vertex), Kind.SOURCE);
      embed(tokens.source(vertex), to, vertex);
      embed(tokens.target(vertex), Kind.TARGET);
      embed(tokens.target(vertex), wanted, vertex);
    }
    IntStream.range(0, tokens.pairs().size()).forEach(this::embedPair);
  }

  private static List<String> kindLabels() {
    return KINDS.stream().map(is -> is.name().toLowerCase(Locale.ROOT)).toList();
  }

  private void embedPair(int pair) {
    Edge edge = tokens.pairs().get(pair);
    embed(tokens.edge(pair), Kind.EDGE);
    embed(tokens.edge(pair), ends[0], edge.source());
    embed(tokens.edge(pair), ends[1], edge.target());
    for (int way = 0; way < tokens.ways(); way++) {
      embed(tokens.step(pair, way), step(way));
      embed(tokens.step(pair, way), from, way == 0 ? edge.source() : edge.target());
      embed(tokens.step(pair, way), to, way == 0 ? edge.target() : edge.source());
    }
  }

  private void embed(int token, Kind is) {
    assembler.embed(token, kind, KINDS.indexOf(is), 1);
    if (is != Kind.START) {
      assembler.embed(token, one, 0, 1);
    }
  }

  private void embed(int token, Subspace subspace, int vertex) {
    circle.embed(assembler, token, subspace, vertex);
  }

  /** How a person reads the two coordinates of a vertex. */
  Wording vertex() {
    return vertex;
  }

  /** First coordinate of a vertex. */
  double cosine(int vertex) {
    return circle.cosine(vertex);
  }

  /** Second coordinate of a vertex. */
  double sine(int vertex) {
    return circle.sine(vertex);
  }

  /** One minus the largest product of two different vertices. */
  static double gap(int vertices) {
    return new Circle(vertices).gap();
  }

  /** The rounding error of a vertex as a head reads it. */
  static double vertexError(RoundingError errors) {
    return Circle.error(errors);
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

  /** 1 at the start token, else 0, as a form over the residual stream. */
  LinearForm start() {
    return assembler.stream().at(kind, KINDS.indexOf(Kind.START));
  }

  /** 1 everywhere but at the start token, where it is 0, as a form over the residual stream. */
  LinearForm one() {
    return assembler.stream().at(one, 0);
  }

  /** {@link #one()} as a subspace, for scores. */
  Subspace ones() {
    return one;
  }

  /** The vertex from which an input edge is examined in one way. */
  Subspace end(int way) {
    return ends[way];
  }

  Subspace from() {
    return from;
  }

  Subspace to() {
    return to;
  }

  Subspace wanted() {
    return wanted;
  }
}
