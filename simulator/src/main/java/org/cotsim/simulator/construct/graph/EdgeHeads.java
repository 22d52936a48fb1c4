package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.graph.GraphEmbedding.Kind;
import org.cotsim.simulator.model.Mask;

/**
 * Finds the edge of a vertex that comes after those already examined.
 *
 * <p>An edge is examined in one way (directed) or two: forward from its left end, backward from its
 * right one. Each way is found by its vertex x and, for every way, the number of earlier edges that
 * are examined from x in that way; the chain counts the same of its own steps. Exactly one edge and
 * way fits, if x has an edge left. The start token answers if it has none.
 */
final class EdgeHeads {

  private static final List<String> ENDS = List.of("left", "right");

  private final GraphEmbedding embedding;
  private final ResidualStream stream;
  private final LayerNormHash hash;
  private final int ways;
  private final double vertexGap;
  private final double gap; // of a look-up
  private final Subspace[][] before; // [way][other way]
  private final Subspace[] done; // [way]
  private final Subspace[] found; // [way], left and right end, then whether there is such an edge

  EdgeHeads(
      TransformerAssembler assembler,
      GraphEmbedding embedding,
      LayerNormHash hash,
      int ways,
      double vertexGap,
      double countGap) {
    this.embedding = embedding;
    this.stream = assembler.stream();
    this.hash = hash;
    this.ways = ways;
    this.vertexGap = vertexGap;
    this.gap = Math.min(vertexGap, countGap);
    this.before = new Subspace[ways][ways];
    this.done = new Subspace[ways];
    this.found = new Subspace[ways];
    for (int way = 0; way < ways; way++) {
      String name = name(way);
      done[way] =
          stream.declare(
              "done " + name,
              1,
              "1/(1 + d) for d " + name + " steps so far from the same vertex",
              Wording.inverseAfterOne("d"));
      found[way] =
          stream.declare(
              "next " + name,
              5,
              "ends of the edge to examine " + name + " next; whether there is one",
              this::edgeInWords);
      for (int other = 0; other < ways; other++) {
        before[way][other] =
            stream.declare(
                "before " + ends(way, other),
                1,
                "1/(1 + b) for b " + earlier(way, other),
                Wording.inverseAfterOne("b"));
      }
    }
  }

  /** How an edge is examined in this way: forward or backward. */
  private static String name(int way) {
    return GraphEmbedding.step(way).name().toLowerCase(Locale.ROOT);
  }

  private static String ends(int mine, int theirs) {
    return ENDS.get(mine) + "-" + ENDS.get(theirs);
  }

  private static String earlier(int mine, int theirs) {
    return "earlier edges that have this one's "
        + ENDS.get(mine)
        + " end as their "
        + ENDS.get(theirs)
        + " end";
  }

  private String edgeInWords(double[] values) {
    return values[4] > 0.5
        ? embedding.vertex().of(values)
            + " to "
            + embedding.vertex().of(Arrays.copyOfRange(values, 2, 4))
        : "none";
  }

  /** Adds the counting heads: one per way of a step, one per pair of ways of an input edge. */
  void addCounts(LayerAssembler layer) {
    for (int other = 0; other < ways; other++) {
      addCount(
          layer,
          new Note(
              "count steps " + name(other),
              "counts the " + name(other) + " steps so far from the same vertex"),
          embedding.from(),
          embedding.from(),
          GraphEmbedding.step(other),
          done[other],
          Mask.CAUSAL);
      for (int way = 0; way < ways; way++) {
        // an edge is examined forward before it is examined backward, which matters for loops
        Mask mask = other < way ? Mask.CAUSAL : Mask.STRICT;
        addCount(
            layer,
            new Note("count edges " + ends(way, other), "counts the " + earlier(way, other)),
            embedding.end(way),
            embedding.end(other),
            Kind.EDGE,
            before[way][other],
            mask);
      }
    }
  }

  /** The start token's key ties with every equal vertex, so the mean of "is start" is 1/(1 + n). */
  private void addCount(
      LayerAssembler layer,
      Note note,
      Subspace mine,
      Subspace theirs,
      Kind counted,
      Subspace target,
      Mask mask) {
    SublayerInput input = layer.attention();
    GraphScores scores = new GraphScores(input);
    scores.match(input.read(mine).all(), input.read(theirs).all());
    scores.tieWithStart(
        embedding.any(input, Kind.START), embedding.any(input, Kind.START, counted));
    scores.addTo(
        layer, note, List.of(embedding.any(input, Kind.START)), target, vertexGap / 2, mask);
  }

  /** Adds the heads that look for the next edge of the vertex whose edge was just examined. */
  void addNext(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    List<LinearForm> query = new ArrayList<>(input.read(embedding.from()).all());
    for (int other = 0; other < ways; other++) {
      query.addAll(count(input, done[other], embedding.start()));
    }
    String which = "of the same vertex: it has as many before it as are already examined";
    addLookUps(layer, "next edge", which, query);
  }

  /** Adds the heads that look for the first edge of a vertex. */
  void addFirst(LayerAssembler layer, List<LinearForm> vertex) {
    List<LinearForm> query = new ArrayList<>(vertex);
    for (int other = 0; other < ways; other++) {
      query.add(layer.attention().constant(0)); // the hash of 0
      query.add(layer.attention().constant(1));
    }
    String which = "of the vertex whose turn it is: it has none before it";
    addLookUps(layer, "first edge", which, query);
  }

  private void addLookUps(LayerAssembler layer, String name, String which, List<LinearForm> query) {
    SublayerInput input = layer.attention();
    LinearForm start = embedding.any(input, Kind.START);
    for (int way = 0; way < ways; way++) {
      List<LinearForm> key = new ArrayList<>(input.read(embedding.end(way)).all());
      for (int other = 0; other < ways; other++) {
        boolean seesItself = other < way;
        LinearForm own = embedding.start().times(seesItself ? 1 : 0);
        key.addAll(count(input, before[way][other], own));
      }
      GraphScores scores = new GraphScores(input);
      scores.match(query, key);
      scores.orStart(start, embedding.any(input, Kind.EDGE), 1.0 + ways, gap);
      List<LinearForm> value = new ArrayList<>(input.read(embedding.end(0)).all());
      value.addAll(input.read(embedding.end(1)).all());
      value.add(start.times(-1).plus(1));
      scores.addTo(
          layer,
          new Note(
              name + " " + name(way),
              "finds the " + name + ", if it is to be examined " + name(way) + ", " + which),
          value,
          found[way],
          gap / 4,
          Mask.STRICT);
    }
  }

  /**
   * The hash of a count n from 1/(1 + n), zero at the start token.
   *
   * @param own what the start token, which sees nothing else, holds instead of zero
   */
  private List<LinearForm> count(SublayerInput input, Subspace counted, LinearForm own) {
    LinearForm y = stream.at(counted, 0).minus(own);
    return hash.of(input, embedding.one().minus(y), y);
  }

  /** 1 if an edge was found, else 0. */
  LinearForm found(SublayerInput input) {
    LinearForm sum = input.constant(0);
    for (Subspace edge : found) {
      sum = sum.plus(input.read(stream.at(edge, 4)).at(0));
    }
    return sum;
  }

  /** Lets every step token score the product of its ends and those of the edge found. */
  void addScores(TransformerAssembler assembler, GraphTokens tokens) {
    for (int pair = 0; pair < tokens.pairs().size(); pair++) {
      int left = tokens.pairs().get(pair).source();
      int right = tokens.pairs().get(pair).target();
      for (int way = 0; way < ways; way++) {
        int token = tokens.step(pair, way);
        assembler.score(token, found[way], 0, embedding.cosine(left));
        assembler.score(token, found[way], 1, embedding.sine(left));
        assembler.score(token, found[way], 2, embedding.cosine(right));
        assembler.score(token, found[way], 3, embedding.sine(right));
      }
    }
  }

  /** What the heads rely on. */
  static List<ScoreClaim> claims(
      RoundingError errors, int ways, double vertexGap, double countGap) {
    double vertex = GraphEmbedding.vertexError(errors);
    double count = GraphScores.countError(errors);
    double gap = Math.min(vertexGap, countGap);
    double single = errors.score(vertex, vertex, 3);
    double all = vertex + ways * count;
    double noise = (1 + ways) * errors.score(all, all, 4 + 2 * ways);
    return List.of(
        new ScoreClaim("count steps", vertexGap, single, vertexGap / 2),
        new ScoreClaim("count edges", vertexGap, single, vertexGap / 2),
        new ScoreClaim("next edge", gap / 2, noise, gap / 4),
        new ScoreClaim("first edge", gap / 2, noise, gap / 4));
  }
}
