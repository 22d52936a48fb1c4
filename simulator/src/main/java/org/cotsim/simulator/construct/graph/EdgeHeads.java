package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.graph.GraphCode.Count;
import org.cotsim.simulator.construct.graph.GraphCode.Name;
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
  private static final List<Name> END_NAMES = List.of(Name.LEFT, Name.RIGHT);

  private final GraphEmbedding embedding;
  private final ResidualStream stream;
  private final GraphCode code;
  private final int ways;
  private final Subspace[][] before; // [way][other way]
  private final Subspace[] done; // [way]
  private final Count[][] earlier; // [way][other way], what is in before
  private final Count[] examined; // [way], what is in done
  private final Subspace[] found; // [way], left and right end, then whether there is such an edge

  EdgeHeads(TransformerAssembler assembler, GraphEmbedding embedding, int ways) {
    this.embedding = embedding;
    this.stream = assembler.stream();
    this.code = embedding.code();
    this.ways = ways;
    this.before = new Subspace[ways][ways];
    this.done = new Subspace[ways];
    this.found = new Subspace[ways];
    this.earlier = new Count[ways][ways];
    this.examined = new Count[ways];
    for (int way = 0; way < ways; way++) {
      String name = name(way);
      done[way] =
          stream.declare(
              "done " + name,
              1,
              Phrase.of(
                  "1/(1 + d) for d {way} steps so far from the same vertex",
                  "way",
                  Phrase.of(name)),
              Wording.inverseAfterOne("d"));
      found[way] =
          stream.declare(
              "next " + name,
              2 * embedding.circles().width() + 1,
              Phrase.of(
                  "ends of the edge to examine {way} next; whether there is one",
                  "way",
                  Phrase.of(name)),
              this::edgeInWords);
      for (int other = 0; other < ways; other++) {
        before[way][other] =
            stream.declare(
                "before " + ends(way, other),
                1,
                Phrase.of(
                    "1/(1 + b) for b earlier edges that have this one's {mine} end as their {theirs} end",
                    "mine",
                    end(way),
                    "theirs",
                    end(other)),
                Wording.inverseAfterOne("b"));
      }
    }
    declareCounts();
  }

  /** The start token sees nothing else; what it holds of itself is no count. */
  private void declareCounts() {
    for (int way = 0; way < ways; way++) {
      examined[way] =
          code.edges("the steps " + name(way), stream.at(done[way], 0).minus(embedding.start()));
      for (int other = 0; other < ways; other++) {
        LinearForm own = embedding.start().times(seesItself(way, other) ? 1 : 0);
        earlier[way][other] =
            code.edges(
                "the edges " + ends(way, other), stream.at(before[way][other], 0).minus(own));
      }
    }
  }

  /** An edge is examined forward before it is examined backward, which matters for loops. */
  private static boolean seesItself(int way, int other) {
    return other < way;
  }

  /** What must be ready before {@link #addNext} and {@link #addFirst}. */
  List<Count> numbers() {
    List<Count> numbers = new ArrayList<>(List.of(examined));
    Arrays.stream(earlier).flatMap(Arrays::stream).forEach(numbers::add);
    return numbers;
  }

  /** How an edge is examined in this way: forward or backward. */
  private static String name(int way) {
    return GraphEmbedding.step(way).name().toLowerCase(Locale.ROOT);
  }

  private static String ends(int mine, int theirs) {
    return ENDS.get(mine) + "-" + ENDS.get(theirs);
  }

  private static Phrase end(int way) {
    return Phrase.of(ENDS.get(way));
  }

  private Phrase edgeInWords(double[] values) {
    int width = embedding.circles().width();
    return values[2 * width] > 0.5
        ? Phrase.of(
            "{from} to {to}",
            "from",
            embedding.vertex().of(values),
            "to",
            embedding.vertex().of(Arrays.copyOfRange(values, width, 2 * width)))
        : Phrase.of("none");
  }

  /** Adds the counting heads: one per way of a step, one per pair of ways of an input edge. */
  void addCounts(LayerAssembler layer) {
    for (int other = 0; other < ways; other++) {
      addCount(
          layer,
          new Note(
              "count steps " + name(other),
              Phrase.of(
                  "counts the {way} steps so far from the same vertex",
                  "way",
                  Phrase.of(name(other)))),
          Name.FROM,
          Name.FROM,
          GraphEmbedding.step(other),
          done[other],
          Mask.CAUSAL);
      for (int way = 0; way < ways; way++) {
        Mask mask = seesItself(way, other) ? Mask.CAUSAL : Mask.STRICT;
        addCount(
            layer,
            new Note(
                "count edges " + ends(way, other),
                Phrase.of(
                    "counts the earlier edges that have this one's {mine} end as their {theirs} end",
                    "mine",
                    end(way),
                    "theirs",
                    end(other))),
            END_NAMES.get(way),
            END_NAMES.get(other),
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
      Name mine,
      Name theirs,
      Kind counted,
      Subspace target,
      Mask mask) {
    SublayerInput input = layer.attention();
    GraphScores scores = new GraphScores(input);
    LinearForm start = embedding.any(input, Kind.START);
    scores.match(code.vertex(input, mine), code.vertex(input, theirs));
    scores.tieWithStart(start, embedding.any(input, Kind.START, counted), code.vertexEqual());
    scores.addTo(layer, note, List.of(start), target, code.vertexGap() / 2, mask);
  }

  /** Adds the heads that look for the next edge of the vertex whose edge was just examined. */
  void addNext(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    List<LinearForm> query = new ArrayList<>(code.vertexOrZero(input, Name.FROM));
    for (Count count : examined) {
      query.addAll(count.read(input));
    }
    String words =
        "finds the next edge, if it is to be examined {way}, of the same vertex: it has as many before it as are already examined";
    addLookUps(layer, "next edge", words, query);
  }

  /** Adds the heads that look for the first edge of a vertex. */
  void addFirst(LayerAssembler layer, List<LinearForm> vertex) {
    List<LinearForm> query = new ArrayList<>(vertex);
    for (int other = 0; other < ways; other++) {
      query.addAll(code.none(layer.attention()));
    }
    String words =
        "finds the first edge, if it is to be examined {way}, of the vertex whose turn it is: it has none before it";
    addLookUps(layer, "first edge", words, query);
  }

  private void addLookUps(LayerAssembler layer, String name, String words, List<LinearForm> query) {
    SublayerInput input = layer.attention();
    LinearForm start = embedding.any(input, Kind.START);
    for (int way = 0; way < ways; way++) {
      List<LinearForm> key = new ArrayList<>(code.vertex(input, END_NAMES.get(way)));
      for (Count count : earlier[way]) {
        key.addAll(count.read(input));
      }
      GraphScores scores = new GraphScores(input);
      scores.match(query, key);
      double perfect = code.vertexEqual() + ways * code.edgesEqual();
      scores.orStart(start, embedding.any(input, Kind.EDGE), perfect, code.gap());
      VertexCircles circles = embedding.circles();
      List<LinearForm> value = new ArrayList<>(circles.read(stream, input, embedding.end(0)));
      value.addAll(circles.read(stream, input, embedding.end(1)));
      value.add(start.times(-1).plus(1));
      scores.addTo(
          layer,
          new Note(name + " " + name(way), Phrase.of(words, "way", Phrase.of(name(way)))),
          value,
          found[way],
          code.gap() / 4,
          Mask.STRICT);
    }
  }

  /** 1 if an edge was found, else 0. */
  LinearForm found(SublayerInput input) {
    LinearForm sum = input.constant(0);
    for (Subspace edge : found) {
      sum = sum.plus(input.readSign(stream.at(edge, edge.width() - 1)).at(0));
    }
    return sum;
  }

  /** Lets every step token score the product of its ends and those of the edge found. */
  void addScores(TransformerAssembler assembler, GraphTokens tokens) {
    for (int pair = 0; pair < tokens.pairs().size(); pair++) {
      double[] left = embedding.circles().point(tokens.pairs().get(pair).source());
      double[] right = embedding.circles().point(tokens.pairs().get(pair).target());
      for (int way = 0; way < ways; way++) {
        int token = tokens.step(pair, way);
        for (int c = 0; c < left.length; c++) {
          assembler.score(token, found[way], c, left[c]);
          assembler.score(token, found[way], left.length + c, right[c]);
        }
      }
    }
  }

  /** What the heads rely on. */
  static List<ScoreClaim> claims(GraphCode code, RoundingError errors) {
    return List.of(
        code.sameVertex("count steps", errors),
        code.sameVertex("count edges", errors),
        code.sameEdge("next edge", errors),
        code.sameEdge("first edge", errors));
  }
}
