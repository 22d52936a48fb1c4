package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.Edge;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.Phrase;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.graph.PaddedKinds.Kind;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;

/**
 * The weights for reachability by squaring at width O(V): one layer for the edges, two that are
 * repeated, one for the answer.
 *
 * <p>A block is empty until the loop of its number, and after it every loop adds the same once
 * more. Rows are read by their direction, so nothing has to be taken off.
 */
final class SquaringWeights implements Construction.Weights {

  private static final double SURE = 1;
  private static final double GUESS = 0.5;
  private static final int COLUMNS = 5; // at most, of a row of the position table

  private final PaddedTokens tokens;
  private final int vertices;
  private final int loops;
  private final long padding;
  private final Extent extent;
  private final SquaringClaims claims;

  private TransformerAssembler assembler;
  private ResidualStream stream;
  private PaddedKinds kinds;
  private Subspace vertex;
  private Subspace row;
  private Subspace fetched;
  private Subspace mixed;
  private Subspace block;
  private Subspace before;
  private Subspace first;
  private Subspace answer;

  SquaringWeights(
      PaddedTokens tokens, int loops, long padding, Extent extent, Arithmetic arithmetic) {
    this.tokens = tokens;
    this.vertices = tokens.vertices();
    this.loops = loops;
    this.padding = padding;
    this.extent = extent;
    this.claims =
        new SquaringClaims(
            vertices,
            loops,
            Math.max(1, PaddedReachability.slots(extent)),
            tokens.graph().ways(),
            arithmetic);
  }

  @Override
  public Certificate certificate() {
    return new Certificate(
        claims.arithmetic(),
        extent.length(),
        0,
        claims.all(),
        PaddedKinds.ranges(claims.arithmetic(), extent, padding, COLUMNS));
  }

  @Override
  public Assembly assemble() {
    assembler = new TransformerAssembler(tokens.vocabulary());
    stream = assembler.stream();
    kinds = new PaddedKinds(assembler, tokens);
    declare();
    embedTokens();
    embedPositions();
    addEdges(assembler.layer());
    if (loops > 0) {
      LayerAssembler own = assembler.layer();
      addOwnRow(own);
      LayerAssembler square = assembler.layer();
      addRowsReached(square);
      for (int loop = 1; loop < loops; loop++) {
        assembler.repeat(own);
        assembler.repeat(square);
      }
    }
    addAnswer(assembler.layer());
    assembler.score(tokens.graph().answer(true), answer, 0, SURE);
    assembler.score(tokens.graph().answer(false), kinds.one(), 0, GUESS);
    return assembler.build(SquaringClaims.OUTPUT_TOLERANCE);
  }

  private void declare() {
    List<String> names = tokens.graph().names();
    List<String> blocks = IntStream.rangeClosed(0, loops).mapToObj(b -> "" + b).toList();
    Wording set = set(names);
    vertex =
        stream.declareOneHot(
            "vertex",
            names,
            "the vertex of a blank; the first of an edge; s, at its token and the end");
    row =
        stream.declare(
            "row",
            vertices,
            "the vertices reached by paths of length at most 2^block; the second vertex of an edge;"
                + " t, at its token and the end",
            set);
    fetched =
        stream.declare("fetched", vertices, "the same of the block before; in block 0, edges", set);
    mixed = stream.declare("mixed", vertices, "the mean of the rows of what is reached", set);
    block = stream.declareOneHot("block", blocks, "the block; at the think token, the last");
    before = stream.declareOneHot("before", blocks, "the block before");
    first = stream.declare("first", 1, "1 in block 0", Wording.yesOrNo());
    answer = stream.declare("answer", 1, "1 if t is reached from s", Wording.yesOrNo());
  }

  /** The names of the vertices whose coordinates are not zero. */
  private static Wording set(List<String> names) {
    return values -> {
      List<String> members =
          IntStream.range(0, values.length)
              .filter(v -> Math.abs(values[v]) > Wording.NOISE)
              .mapToObj(names::get)
              .toList();
      return members.isEmpty() ? Wording.NOTHING : Phrase.name(members);
    };
  }

  private void embedTokens() {
    GraphTokens graph = tokens.graph();
    for (int v = 0; v < vertices; v++) {
      assembler.embed(graph.source(v), vertex, v, 1);
      assembler.embed(graph.target(v), row, v, 1);
    }
    for (int pair = 0; pair < tokens.pairs().size(); pair++) {
      Edge edge = tokens.pairs().get(pair);
      assembler.embed(graph.edge(pair), vertex, edge.source(), 1);
      assembler.embed(graph.edge(pair), row, edge.target(), 1);
    }
  }

  /** A vertex reaches itself: block 0 starts with that. */
  private void embedPositions() {
    int begin = PaddedTokens.FIRST_SLOT + PaddedReachability.slots(extent);
    long meant = Math.min(padding, (loops + 1L) * vertices);
    for (int blank = 0; blank < meant; blank++) {
      int v = blank % vertices;
      int number = blank / vertices;
      assembler.embedPosition(begin + blank, vertex, v, 1);
      assembler.embedPosition(begin + blank, block, number, 1);
      if (number == 0) {
        assembler.embedPosition(begin + blank, first, 0, 1);
        assembler.embedPosition(begin + blank, fetched, v, 1);
      } else {
        assembler.embedPosition(begin + blank, before, number - 1, 1);
      }
    }
    int last = (int) Math.max(0, meant / vertices - 1); // the last complete block
    assembler.embedPosition(Math.toIntExact(begin + padding), block, last, 1);
  }

  /** Adds the heads that collect the edges of a vertex, and copy s and t. */
  private void addEdges(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    List<LinearForm> own = input.readOneHot(vertex).all();
    List<LinearForm> other = input.readOneHot(row).all();
    addCollector(layer, "edges", own, other);
    if (!tokens.graph().directed()) {
      addCollector(layer, "edges back", other, own);
    }
    kinds.copyToThink(layer, "source", Kind.SOURCE, own, vertex);
    kinds.copyToThink(layer, "target", Kind.TARGET, other, row);
    addFlags(layer, fetched, claims.leastEdge());
  }

  private void addCollector(
      LayerAssembler layer, String name, List<LinearForm> key, List<LinearForm> value) {
    SublayerInput input = layer.attention();
    List<LinearForm> query = with(input.readOneHot(vertex).all(), input.read(first).at(0));
    GraphScores scores = new GraphScores(input);
    scores.match(query, with(key, kinds.any(input, Kind.EDGE)));
    addTo(
        layer,
        scores,
        new Note(
            name, "a blank of block 0 averages over the other ends of the edges of its vertex"),
        1.5,
        value,
        fetched,
        SquaringClaims.UNIT_GAP,
        Mask.CAUSAL);
  }

  private static List<LinearForm> with(List<LinearForm> forms, LinearForm last) {
    List<LinearForm> all = new ArrayList<>(forms);
    all.add(last);
    return all;
  }

  /** Adds the head by which a blank fetches its row of the block before. */
  private void addOwnRow(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    GraphScores scores = new GraphScores(input);
    List<LinearForm> own = input.readOneHot(vertex).all();
    scores.match(own, own);
    scores.match(input.readOneHot(before).all(), input.readOneHot(block).all());
    addTo(
        layer,
        scores,
        new Note("own row", "a blank fetches the row of its vertex in the block before"),
        1.5,
        input.read(row).all(),
        fetched,
        SquaringClaims.UNIT_GAP,
        Mask.CAUSAL);
  }

  /** Adds the head by which a blank averages the rows of all the vertices in its own row. */
  private void addRowsReached(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    GraphScores scores = new GraphScores(input);
    scores.match(input.read(fetched).all(), input.readOneHot(vertex).all());
    scores.match(twice(input.readOneHot(before).all()), input.readOneHot(block).all());
    addTo(
        layer,
        scores,
        new Note(
            "rows reached",
            "a blank averages the rows of all the vertices in the row that it has fetched, which"
                + " score alike, in the block before"),
        2 + claims.rowGap(),
        input.read(row).all(),
        mixed,
        claims.rowGap(),
        Mask.CAUSAL);
    addFlags(layer, mixed, claims.leastShare());
  }

  private static List<LinearForm> twice(List<LinearForm> forms) {
    return forms.stream().map(form -> form.times(2)).toList();
  }

  /** Adds the head by which the think token asks whether t is in the row of s. */
  private void addAnswer(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    GraphScores scores = new GraphScores(input);
    List<LinearForm> own = input.readOneHot(vertex).all();
    List<LinearForm> blocks = input.readOneHot(block).all();
    scores.match(own, own);
    scores.match(blocks, blocks);
    scores.match(input.readOneHot(row).all(), input.read(row).all());
    addTo(
        layer,
        scores,
        new Note("answer", "the think token asks whether t is in the row of s in the last block"),
        2 + claims.rowGap(),
        List.of(kinds.notStart(input)),
        answer,
        claims.rowGap(),
        Mask.STRICT);
  }

  /** Adds a head that finds the start token where nothing scores more than it does. */
  private void addTo(
      LayerAssembler layer,
      GraphScores scores,
      Note note,
      double startScore,
      List<LinearForm> value,
      Subspace target,
      double gap,
      Mask mask) {
    scores.term(kinds.any(layer.attention(), Kind.START).times(startScore));
    scores.addTo(layer, note, value, target, gap / 2, mask);
  }

  /**
   * Adds a flag to the row for each share that is more than 0: of a direction whose coordinates are
   * 0 or at least so much, x becomes relu(2 x / least - 1/2) - relu(2 x / least - 3/2).
   */
  private void addFlags(LayerAssembler layer, Subspace shares, double least) {
    layer.feedForwardNote("row", "every share that is more than 0 becomes a flag");
    List<LinearForm> direction = layer.feedForward().read(shares).all();
    for (int v = 0; v < vertices; v++) {
      LinearForm scaled = direction.get(v).times(2 / least);
      layer.write(layer.unit(scaled.plus(-0.5)), 1, row, v);
      layer.write(layer.unit(scaled.plus(-1.5)), -1, row, v);
    }
  }
}
