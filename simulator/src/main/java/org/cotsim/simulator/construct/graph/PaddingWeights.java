package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.Edge;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.graph.PaddedKinds.Kind;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;

/**
 * The weights for reachability by padding at constant width: one layer for the edges, two that are
 * repeated, one for the answer.
 *
 * <p>A block is empty until the loop of its number, and after it every loop adds the same once
 * more. Flags are read by their sign, so nothing has to be taken off.
 */
final class PaddingWeights implements Construction.Weights {

  private static final double SURE = 1;
  private static final double GUESS = 0.5;
  private static final double OUTPUT_TOLERANCE = 0.25;
  private static final int HALVES = 3; // the conditions of the widest gate
  private static final int COLUMNS = 12; // at most, of a row of the position table

  /** What a blank stands for. */
  private enum Place {
    EDGE,
    PAIR,
    TRIPLE
  }

  private static final List<Place> PLACES = List.of(Place.values());

  private final PaddedTokens tokens;
  private final PaddingLayout layout;
  private final long padding;
  private final Extent extent;
  private final Arithmetic arithmetic;
  private final Circle vertices;
  private final Circle blocks;
  private final double gap; // of a look-up by two vertices and a block

  private TransformerAssembler assembler;
  private ResidualStream stream;
  private PaddedKinds kinds;
  private final Subspace[] ends = new Subspace[2];
  private Subspace place;
  private Subspace from;
  private Subspace over;
  private Subspace to;
  private Subspace block;
  private Subspace before;
  private Subspace[] edges;
  private Subspace path;
  private Subspace firstHalf;
  private Subspace secondHalf;
  private Subspace both;
  private Subspace middle;
  private Subspace answer;

  PaddingWeights(
      PaddedTokens tokens,
      PaddingLayout layout,
      long padding,
      Extent extent,
      Arithmetic arithmetic) {
    this.tokens = tokens;
    this.layout = layout;
    this.padding = padding;
    this.extent = extent;
    this.arithmetic = arithmetic;
    this.vertices = new Circle(tokens.vertices());
    this.blocks = new Circle(layout.loops() + 1);
    this.gap = Math.min(vertices.gap(), blocks.gap());
  }

  @Override
  public Certificate certificate() {
    RoundingError errors = RoundingError.in(arithmetic);
    double number = 2 * Circle.error(errors); // that of the think token is copied
    double flag = errors.direction(1);
    double pair = 2 * errors.score(2 * number, 2 * number, 6);
    double triple = 3 * errors.score(3 * number, 3 * number, 8);
    double edgeGap = vertices.gap();
    List<ScoreClaim> claims =
        List.of(
            new ScoreClaim("edge", edgeGap / 2, pair, edgeGap / 4),
            UniformAverage.claim("source", errors),
            UniformAverage.claim("target", errors),
            new ScoreClaim("first half", gap / 2, triple, gap / 4),
            new ScoreClaim("second half", gap / 2, triple, gap / 4),
            new ScoreClaim("both halves", 1, HALVES * flag, 0.5),
            new ScoreClaim("some middle", gap / 2, triple + 6 * flag, gap / 4),
            new ScoreClaim("answer", gap / 2, triple, gap / 4),
            new ScoreClaim("output", GUESS, flag + errors.operations(2), OUTPUT_TOLERANCE));
    return new Certificate(arithmetic, extent.length(), 0, claims, ranges());
  }

  private List<RangeClaim> ranges() {
    return PaddedKinds.ranges(arithmetic, extent, padding, COLUMNS);
  }

  @Override
  public Assembly assemble() {
    assembler = new TransformerAssembler(tokens.vocabulary());
    stream = assembler.stream();
    kinds = new PaddedKinds(assembler, tokens);
    declareInput();
    declareFindings();
    embedEdges();
    embedPositions();
    addEdges(assembler.layer());
    if (layout.loops() > 0) {
      LayerAssembler halves = assembler.layer();
      addHalves(halves);
      LayerAssembler middles = assembler.layer();
      addMiddle(middles);
      for (int loop = 1; loop < layout.loops(); loop++) {
        assembler.repeat(halves);
        assembler.repeat(middles);
      }
    }
    addAnswer(assembler.layer());
    assembler.score(tokens.graph().answer(true), answer, 0, SURE);
    assembler.score(tokens.graph().answer(false), kinds.one(), 0, GUESS);
    return assembler.build(OUTPUT_TOLERANCE);
  }

  private void declareInput() {
    Wording vertex = vertices.wording(tokens.graph().names());
    Wording number =
        blocks.wording(IntStream.rangeClosed(0, layout.loops()).mapToObj(b -> "" + b).toList());
    ends[0] = stream.declare("left", 2, "first vertex of an edge; s, at its token", vertex);
    ends[1] = stream.declare("right", 2, "second vertex of an edge; t, at its token", vertex);
    place =
        stream.declareOneHot(
            "place",
            List.of(
                Phrase.of("a pair that asks for an edge"),
                Phrase.of("a pair"),
                Phrase.of("a triple")),
            "what a blank stands for");
    from = stream.declare("from", 2, "where a path begins; at the think token, s", vertex);
    over = stream.declare("over", 2, "the vertex of a triple that the path goes over", vertex);
    to = stream.declare("to", 2, "where a path ends; at the think token, t", vertex);
    block = stream.declare("block", 2, "the block; at the think token, the last", number);
    before = stream.declare("before", 2, "the block before", number);
  }

  private void declareFindings() {
    edges = new Subspace[tokens.graph().ways()];
    for (int way = 0; way < edges.length; way++) {
      String name = way == 0 ? "edge" : "edge back";
      edges[way] = flag(name, "more than 0 if there is such an edge");
    }
    path = flag("path", "more than 0 if there is a path of length at most 2^block");
    firstHalf = flag("first half", "more than 0 if there is a path to the middle");
    secondHalf = flag("second half", "more than 0 if there is a path from the middle");
    both = flag("both halves", "more than 0 if there are both");
    middle = flag("some middle", "more than 0 if some triple has both");
    answer = flag("answer", "1 if there is a path from s to t");
  }

  private Subspace flag(String name, String meaning) {
    return stream.declare(name, 1, meaning, Wording.yesOrNo());
  }

  private void embedEdges() {
    GraphTokens graph = tokens.graph();
    for (int v = 0; v < tokens.vertices(); v++) {
      vertices.embed(assembler, graph.source(v), ends[0], v);
      vertices.embed(assembler, graph.target(v), ends[1], v);
    }
    for (int pair = 0; pair < tokens.pairs().size(); pair++) {
      Edge edge = tokens.pairs().get(pair);
      vertices.embed(assembler, graph.edge(pair), ends[0], edge.source());
      vertices.embed(assembler, graph.edge(pair), ends[1], edge.target());
    }
  }

  private void embedPositions() {
    int first = PaddedTokens.FIRST_SLOT + PaddedReachability.slots(extent);
    for (int blank = 0; blank < padding; blank++) {
      int position = first + blank;
      layout.place(blank).ifPresent(is -> embedPosition(position, is));
    }
    int think = Math.toIntExact(first + padding);
    blocks.embedPosition(assembler, think, block, layout.lastComplete(padding));
  }

  private void embedPosition(int position, PaddingLayout.Place is) {
    Place kind = is.triple() ? Place.TRIPLE : is.block() == 0 ? Place.EDGE : Place.PAIR;
    assembler.embedPosition(position, place, PLACES.indexOf(kind), 1);
    vertices.embedPosition(assembler, position, from, is.from());
    vertices.embedPosition(assembler, position, to, is.to());
    blocks.embedPosition(assembler, position, block, is.block());
    if (is.triple()) {
      vertices.embedPosition(assembler, position, over, is.over());
      blocks.embedPosition(assembler, position, before, is.block() - 1);
    }
    if (is.block() == 0 && is.from() == is.to()) {
      assembler.embedPosition(position, path, 0, 1);
    }
  }

  private LinearForm is(SublayerInput input, Place... places) {
    SublayerInput.Reading reading = input.readOneHot(place);
    LinearForm sum = input.constant(0);
    for (Place one : places) {
      sum = sum.plus(reading.at(PLACES.indexOf(one)));
    }
    return sum;
  }

  /** 1 where a flag is more than 0, else 0. */
  private static LinearForm yes(SublayerInput input, Subspace flag) {
    return input.read(flag).at(0);
  }

  private static List<LinearForm> numbers(SublayerInput input, Subspace... numbers) {
    List<LinearForm> all = new ArrayList<>();
    for (Subspace number : numbers) {
      all.addAll(input.read(number).all());
    }
    return all;
  }

  /** Adds the heads that look for an edge between the vertices of a pair, and copy s and t. */
  private void addEdges(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    for (int way = 0; way < edges.length; way++) {
      GraphScores scores = new GraphScores(input);
      scores.match(numbers(input, from, to), numbers(input, ends[way], ends[1 - way]));
      scores.orStart(kinds.any(input, Kind.START), kinds.any(input, Kind.EDGE), 2, vertices.gap());
      scores.addTo(
          layer,
          new Note(edges[way].name(), "a pair asks whether there is an edge between its vertices"),
          List.of(kinds.notStart(input)),
          edges[way],
          vertices.gap() / 4,
          Mask.CAUSAL);
    }
    kinds.copyToThink(layer, "source", Kind.SOURCE, numbers(input, ends[0]), from);
    kinds.copyToThink(layer, "target", Kind.TARGET, numbers(input, ends[1]), to);
    layer.feedForwardNote("path", "a pair that found its edge has a path of length 1");
    SublayerInput after = layer.feedForward();
    for (Subspace edge : edges) {
      LinearForm asks = is(after, Place.EDGE);
      layer.write(Gate.open(layer, List.of(asks, yes(after, edge))), 1, path, 0);
    }
  }

  /** Adds the heads by which a triple looks up its two pairs in the block before. */
  private void addHalves(LayerAssembler layer) {
    addHalf(
        layer,
        firstHalf,
        "a triple looks up (from, over) in the block before; copies its path",
        from,
        over);
    addHalf(
        layer,
        secondHalf,
        "a triple looks up (over, to) in the block before; copies its path",
        over,
        to);
    layer.feedForwardNote("both halves", "a triple whose pairs both have a path");
    SublayerInput after = layer.feedForward();
    LinearForm triple = is(after, Place.TRIPLE);
    LinearForm first = yes(after, firstHalf);
    LinearForm second = yes(after, secondHalf);
    layer.write(Gate.open(layer, List.of(triple, first, second)), 1, both, 0);
  }

  private void addHalf(
      LayerAssembler layer, Subspace half, String does, Subspace begins, Subspace ends) {
    SublayerInput input = layer.attention();
    addLookUp(
        layer,
        new Note(half.name(), does),
        numbers(input, begins, ends, before),
        is(input, Place.EDGE, Place.PAIR),
        yes(input, path),
        half);
  }

  /** Adds the head by which a pair asks for a triple of its own with both halves. */
  private void addMiddle(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    addLookUp(
        layer,
        new Note(
            middle.name(),
            "a pair asks whether some triple of its own in its block has both halves"),
        numbers(input, from, to, block),
        yes(input, both),
        kinds.notStart(input),
        middle);
    layer.feedForwardNote("path", "a pair that found a middle has a path, of twice the length");
    SublayerInput after = layer.feedForward();
    LinearForm pair = is(after, Place.PAIR);
    layer.write(Gate.open(layer, List.of(pair, yes(after, middle))), 1, path, 0);
  }

  /** Adds the head by which the think token looks up the pair of s and t. */
  private void addAnswer(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    addLookUp(
        layer,
        new Note(answer.name(), "the think token looks up (s, t) in the last block"),
        numbers(input, from, to, block),
        is(input, Place.EDGE, Place.PAIR),
        yes(input, path),
        answer);
  }

  /** Looks up two vertices and a block; where nothing fits the start token is found. */
  private void addLookUp(
      LayerAssembler layer,
      Note note,
      List<LinearForm> query,
      LinearForm selectable,
      LinearForm value,
      Subspace target) {
    SublayerInput input = layer.attention();
    GraphScores scores = new GraphScores(input);
    scores.match(query, numbers(input, from, to, block));
    scores.orStart(kinds.any(input, Kind.START), selectable, 3, gap);
    scores.addTo(layer, note, List.of(value), target, gap / 4, Mask.CAUSAL);
  }
}
