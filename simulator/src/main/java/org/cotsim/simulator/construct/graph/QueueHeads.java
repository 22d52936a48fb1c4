package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
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
  private final LayerNormHash hash;
  private final double vertexGap;
  private final double countGap;
  private final Subspace seen;
  private final Subspace discovers;
  private final Subspace goal;
  private final Subspace reached;
  private final Subspace rank;
  private final Subspace exhausted;
  private final Subspace turn;
  private final Subspace vertex;

  QueueHeads(
      TransformerAssembler assembler,
      GraphEmbedding embedding,
      GraphTokens tokens,
      LayerNormHash hash,
      double vertexGap,
      double countGap) {
    this.embedding = embedding;
    this.stream = assembler.stream();
    this.hash = hash;
    this.vertexGap = vertexGap;
    this.countGap = countGap;
    Wording n = Wording.inverseAfterOne("n");
    seen =
        stream.declare("seen", 1, "1/(1 + n) for n earlier tokens that reach the same vertex", n);
    discovers = flag("discovers", "1 if this token is the first to reach its vertex");
    goal = stream.declare("goal", 2, "t, at every later token", embedding.vertex());
    reached = flag("reached", "1 if t has been reached");
    rank = stream.declare("rank", 1, "1/(1 + n) for n earlier tokens that discover a vertex", n);
    exhausted = flag("exhausted", "1 if this step was the last of its vertex");
    turn =
        stream.declare(
            "turn", 1, "1/(1 + r) for r exhausted vertices so far", Wording.inverseAfterOne("r"));
    vertex =
        stream.declare(
            "vertex",
            3,
            "the vertex whose turn it is; whether there is one",
            values -> values[2] > 0.5 ? embedding.vertex().of(values) : "none");
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
            input.read(embedding.wanted()).all(),
            goal,
            Mask.STRICT);
    GraphScores scores = new GraphScores(input);
    scores.match(input.read(embedding.to()).all(), input.read(embedding.to()).all());
    scores.tieWithStart(start, reaching(input).plus(start));
    scores.addTo(
        layer,
        new Note("seen", "counts the earlier tokens that reach the same vertex"),
        List.of(start),
        seen,
        vertexGap / 2,
        Mask.STRICT);
    layer.feedForwardNote("discovers", "a step that reaches a vertex not seen before");
    SublayerInput after = layer.feedForward();
    LinearForm unseen = // 1 or -1
        after.read(stream.at(seen, 0).minus(embedding.one().times(0.75))).at(0);
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
    scores.match(input.read(goal).all(), input.read(embedding.to()).all());
    scores.orStart(start, reaching(input), 1, vertexGap);
    scores.addTo(
        layer,
        new Note("reached", "looks for a token that reaches t"),
        List.of(not(start)),
        reached,
        vertexGap / 4,
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
    scores.match(number(input, turn), number(input, rank));
    scores.orStart(start, flag(input, discovers), 1, countGap);
    LinearForm idle = not(needsVertex(input));
    scores.match(List.of(idle), List.of(start.plus(-1).times(4)));
    List<LinearForm> value = new ArrayList<>(input.read(embedding.to()).all());
    value.add(not(start));
    scores.addTo(
        layer,
        new Note("vertex", "finds the vertex whose turn it is by (number of discoveries)"),
        value,
        vertex,
        countGap / 4,
        Mask.CAUSAL);
  }

  /** The hash of n from 1/(1 + n); zero at the start token where it sees nothing. */
  private List<LinearForm> number(SublayerInput input, Subspace count) {
    LinearForm y = stream.at(count, 0);
    return hash.of(input, embedding.one().minus(y), y);
  }

  private static LinearForm flag(SublayerInput input, Subspace flag) {
    return input.read(flag).at(0);
  }

  /** 1 at the think token and where a vertex has no edge left, else 0. */
  LinearForm needsVertex(SublayerInput input) {
    return embedding.any(input, Kind.THINK).plus(flag(input, exhausted));
  }

  /**
   * The vertex whose turn it is, as a form over a later sublayer's input; zero if there is none.
   */
  List<LinearForm> vertex(SublayerInput input) {
    return input.read(stream.at(vertex, 0), stream.at(vertex, 1)).all();
  }

  /** 1 if there is a vertex whose turn it is, else 0. */
  LinearForm hasVertex(SublayerInput input) {
    return input.read(stream.at(vertex, 2)).at(0);
  }

  /** 1 if t has been reached, else 0. */
  Subspace reached() {
    return reached;
  }

  /** What the heads rely on. */
  static List<ScoreClaim> claims(RoundingError errors, double vertexGap, double countGap) {
    double vertex = GraphEmbedding.vertexError(errors);
    double copied = 2 * vertex;
    double count = GraphScores.countError(errors);
    double flag = 4 * errors.direction(1); // the kind, the sign, and the flag itself
    return List.of(
        UniformAverage.claim("goal", errors),
        new ScoreClaim("seen", vertexGap, errors.score(vertex, vertex, 3), vertexGap / 2),
        new ScoreClaim("rank", 1, flag, 0.5),
        new ScoreClaim("reached", vertexGap / 2, errors.score(copied, vertex, 4), vertexGap / 4),
        new ScoreClaim("turn", 1, flag, 0.5),
        new ScoreClaim(
            "vertex", countGap / 2, errors.score(count, count, 5) + 6 * flag, countGap / 4));
  }
}
