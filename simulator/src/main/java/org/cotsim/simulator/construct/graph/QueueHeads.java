package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.graph.GraphCode.Count;
import org.cotsim.simulator.construct.graph.GraphCode.Name;
import org.cotsim.simulator.construct.graph.GraphEmbedding.Kind;
import org.cotsim.simulator.model.Mask;

/**
 * The queue of a breadth-first search: its r-th entry is the vertex that the r-th discovering token
 * reaches, counted from 0, and the token of s is the first of them.
 *
 * <p>A step discovers a vertex that no token before it reaches. The number of exhausted vertices so
 * far is the entry whose turn it is.
 */
final class QueueHeads {

  private final GraphEmbedding embedding;
  private final ResidualStream stream;
  private final GraphCode code;
  private final Subspace seen;
  private final Subspace discovers;
  private final Subspace goal;
  private final Subspace reached;
  private final Subspace rank;
  private final Subspace exhausted;
  private final Subspace turn;
  private final Subspace vertex;
  private final Count number; // of a discovery
  private final Count wanted; // of the discovery whose turn it is

  QueueHeads(TransformerAssembler assembler, GraphEmbedding embedding, GraphTokens tokens) {
    this.embedding = embedding;
    this.stream = assembler.stream();
    this.code = embedding.code();
    Wording n = Wording.inverseAfterOne("n");
    seen =
        stream.declare("seen", 1, "1/(1 + n) for n earlier tokens that reach the same vertex", n);
    discovers = flag("discovers", "1 if this token is the first to reach its vertex");
    goal = stream.declare("goal", code.width(), "t, at every later token", code.wording());
    reached = flag("reached", "1 if t has been reached");
    rank = stream.declare("rank", 1, "1/(1 + n) for n earlier tokens that discover a vertex", n);
    exhausted = flag("exhausted", "1 if this step was the last of its vertex");
    turn =
        stream.declare(
            "turn", 1, "1/(1 + r) for r exhausted vertices so far", Wording.inverseAfterOne("r"));
    vertex =
        stream.declare(
            "vertex",
            code.width() + 1,
            "the vertex whose turn it is; whether there is one",
            values -> values[code.width()] > 0.5 ? code.wording().of(values) : Phrase.of("none"));
    number = code.vertices("the number of discoveries", stream.at(rank, 0));
    wanted = code.vertices("the vertices exhausted", stream.at(turn, 0));
    for (int v = 0; v < tokens.vertices(); v++) {
      assembler.embed(tokens.source(v), discovers, 0, 1);
    }
  }

  private Subspace flag(String name, String meaning) {
    return stream.declare(name, 1, meaning, Wording.yesOrNo());
  }

  /** Adds the heads that copy t and count how often a vertex was reached before. */
  void addDiscoveries(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    LinearForm start = embedding.any(input, Kind.START);
    new UniformAverage(List.of(input.constant(1)), List.of(embedding.any(input, Kind.TARGET)))
        .addTo(
            layer,
            new Note("goal", "copies t"),
            code.vertexOrZero(input, Name.WANTED),
            goal,
            Mask.STRICT);
    GraphScores scores = new GraphScores(input);
    scores.match(code.vertex(input, Name.TO), code.vertex(input, Name.TO));
    scores.tieWithStart(start, reaching(input).plus(start), code.vertexEqual());
    scores.addTo(
        layer,
        new Note("seen", "counts the earlier tokens that reach the same vertex"),
        List.of(start),
        seen,
        code.vertexGap() / 2,
        Mask.STRICT);
    layer.feedForwardNote("discovers", "a step that reaches a vertex not seen before");
    SublayerInput after = layer.feedForward();
    LinearForm unseen = // 1 or -1
        after.readSign(stream.at(seen, 0).minus(embedding.one().times(0.75))).at(0);
    LinearForm step = embedding.any(after, Kind.FORWARD, Kind.BACKWARD);
    layer.write(layer.unit(unseen.plus(step.times(2)).plus(-2)), 1, discovers, 0);
  }

  private LinearForm reaching(SublayerInput input) {
    return embedding.any(input, Kind.SOURCE, Kind.FORWARD, Kind.BACKWARD);
  }

  /** Adds the heads that number the discoveries and see whether t is among them. */
  void addRanks(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    LinearForm start = embedding.any(input, Kind.START);
    addCounter(layer, "rank", "counts the earlier discoveries", discovers, rank, Mask.STRICT);
    GraphScores scores = new GraphScores(input);
    scores.match(code.copied(input, goal, embedding.one()), code.vertex(input, Name.TO));
    scores.orStart(start, reaching(input), code.vertexEqual(), code.vertexGap());
    scores.addTo(
        layer,
        new Note("reached", "looks for a token that reaches t"),
        List.of(not(start)),
        reached,
        code.vertexGap() / 4,
        Mask.CAUSAL);
  }

  /** Averages "is start" over the start token and the flagged ones. */
  private void addCounter(
      LayerAssembler layer, String name, String words, Subspace flag, Subspace target, Mask mask) {
    SublayerInput input = layer.attention();
    LinearForm start = embedding.any(input, Kind.START);
    new UniformAverage(List.of(input.constant(1)), List.of(start.plus(flag(input, flag))))
        .addTo(layer, new Note(name, words), List.of(start), target, mask);
  }

  /** Adds the hidden unit for a vertex that has no edge left, once the next edge was looked for. */
  void addExhausted(LayerAssembler layer, EdgeHeads edges) {
    layer.feedForwardNote("exhausted", "a step, but its vertex has no edge left");
    SublayerInput input = layer.feedForward();
    LinearForm step = embedding.any(input, Kind.FORWARD, Kind.BACKWARD, Kind.SKIP);
    layer.write(Gate.open(layer, List.of(step, not(edges.found(input)))), 1, exhausted, 0);
  }

  /** 1 minus a flag. */
  static LinearForm not(LinearForm flag) {
    return flag.times(-1).plus(1);
  }

  /** Adds the head that counts the exhausted vertices. */
  void addTurn(LayerAssembler layer) {
    addCounter(layer, "turn", "counts the vertices exhausted so far", exhausted, turn, Mask.CAUSAL);
  }

  /** Adds the head that finds the vertex whose turn it is, where a new one is needed. */
  void addVertex(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    LinearForm start = embedding.any(input, Kind.START);
    GraphScores scores = new GraphScores(input);
    scores.match(wanted.read(input), number.read(input));
    scores.orStart(start, flag(input, discovers), code.verticesEqual(), code.countGap());
    LinearForm idle = not(needsVertex(input));
    scores.match(List.of(idle), List.of(start.plus(-1).times(4 * code.verticesEqual())));
    List<LinearForm> value = new ArrayList<>(code.vertex(input, Name.TO));
    value.add(not(start));
    scores.addTo(
        layer,
        new Note("vertex", "finds the vertex whose turn it is by (number of discoveries)"),
        value,
        vertex,
        code.countGap() / 4,
        Mask.CAUSAL);
  }

  /** What must be ready before {@link #addVertex}. */
  List<Count> numbers() {
    return List.of(number, wanted);
  }

  private LinearForm flag(SublayerInput input, Subspace flag) {
    return input.readSign(stream.at(flag, 0)).at(0);
  }

  /** 1 at the think token and where a vertex has no edge left, else 0. */
  LinearForm needsVertex(SublayerInput input) {
    return embedding.any(input, Kind.THINK).plus(flag(input, exhausted));
  }

  /**
   * The vertex whose turn it is, as a form over a later sublayer's input; zero if there is none.
   */
  List<LinearForm> vertex(SublayerInput input) {
    return code.copied(input, vertex, stream.at(vertex, code.width()));
  }

  /** 1 if there is a vertex whose turn it is, else 0. */
  LinearForm hasVertex(SublayerInput input) {
    return input.readSign(stream.at(vertex, code.width())).at(0);
  }

  /** 1 if t has been reached, else 0. */
  Subspace reached() {
    return reached;
  }

  /** What the heads rely on. */
  static List<ScoreClaim> claims(GraphCode code, RoundingError errors) {
    return List.of(
        UniformAverage.claim("goal", errors),
        code.sameVertex("seen", errors),
        UniformAverage.claim("rank", errors),
        code.copiedVertex("reached", errors),
        UniformAverage.claim("turn", errors),
        code.sameNumber("vertex", errors));
  }
}
