package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotsim.languages.graph.Edge;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint.Note;
import org.cotsim.simulator.assemble.Certificate;
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
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Arithmetic.Rounding;
import org.cotsim.simulator.model.Mask;

/**
 * The weights of thoughts: the first layer starts with s, the second one takes all edges at once.
 *
 * <p>No error is carried from thought to thought. A vertex joins the set by the sign of a number
 * that is at least half of 1/E away from 0, and the sign is read as 1 or -1 and fed back as 1 or 0,
 * whatever the rounding of that number was.
 */
final class ThoughtWeights implements Construction.Weights {

  private static final double START = 0.5; // less than an edge that leaves the set, more than none
  private static final double GAP = 0.5;
  private static final double SURE = 0.5; // to reject, less than for one more vertex
  private static final double FLAG = 8; // roundings of a sign
  private static final double LONGEST = Integer.MAX_VALUE / 4.0;

  private enum Kind {
    START,
    SOURCE,
    TARGET,
    EDGE,
    THINK,
    THOUGHT
  }

  private static final List<Kind> KINDS = List.of(Kind.values());

  private final GraphTokens tokens;
  private final ConstructionOptions options;
  private final Extent extent;
  private final int vertices;
  private final double edges; // the most
  private final double scale; // of what a sign is read of, so that no square leaves the range

  private TransformerAssembler assembler;
  private ResidualStream stream;
  private Subspace kind;
  private Subspace one;
  private Subspace first;
  private Subspace second;
  private Subspace reached;
  private Subspace found;
  private Subspace goal;
  private Subspace next;

  ThoughtWeights(GraphTokens tokens, ConstructionOptions options, Extent extent) {
    this.tokens = tokens;
    this.options = options;
    this.extent = extent;
    this.vertices = tokens.vertices();
    this.edges = Math.max(1, extent.length());
    this.scale = Math.scalb(1.0, Math.getExponent(Math.sqrt(edges)));
  }

  @Override
  public Certificate certificate() {
    RoundingError errors = RoundingError.in(options.arithmetic());
    double score = 0;
    double sum = 0;
    if (options.arithmetic().rounding() == Rounding.TRUNCATE) {
      score = errors.score(setError(errors), 0, vertices + 1);
      sum = vertices * (2 * errors.operations(FLAG) + errors.operations(2.0 * vertices));
    }
    List<ScoreClaim> claims = new ArrayList<>();
    claims.add(UniformAverage.claim("begin", errors));
    for (int way = 0; way < tokens.ways(); way++) {
      claims.add(new ScoreClaim(ThoughtConstruction.LEAVE.get(way), GAP, score, GAP / 2));
    }
    claims.add(new ScoreClaim("goal", GAP, score, GAP / 2));
    claims.add(new ScoreClaim("join, in shares of 1/E", 1, errors.operations(8), 0.5));
    claims.add(new ScoreClaim("output", SURE, sum, SURE / 2));
    return new Certificate(options.arithmetic(), extent.length(), extent.steps(), claims, ranges());
  }

  /**
   * The error of the set as a query. Where rounding is to nearest there is none: all sums are those
   * of 1 and -1, and their squares sum to a power of two. Where an arithmetic truncates, a flag is
   * off by 8 roundings at most, twice that as 1 or -1; the mean of M of them is off by M more,
   * their norm by half of M and by what they are off.
   */
  private double setError(RoundingError errors) {
    double read = 2.0 * SublayerInput.padded(vertices);
    return errors.operations(1.5 * read + 6 * FLAG);
  }

  private List<RangeClaim> ranges() {
    Arithmetic arithmetic = options.arithmetic();
    double least = scale / (2 * edges);
    return List.of(
        RangeClaim.integers(arithmetic, "the number of edges that share a weight", edges + 1),
        RangeClaim.integers(
            arithmetic, "the vertices, as 1 or -1 twice", 2.0 * SublayerInput.padded(vertices)),
        RangeClaim.overflow(arithmetic, "the squares of a share", 36 * scale * scale),
        RangeClaim.underflow(arithmetic, "one over the square of a share", 1 / (least * least)),
        new RangeClaim(
            "the tokens of a sequence", extent.length() + (double) extent.steps() + 2, LONGEST));
  }

  @Override
  public Assembly assemble() {
    assembler = new TransformerAssembler(tokens.vocabulary());
    stream = assembler.stream();
    declare();
    embed();
    addBeginning(assembler.layer());
    LayerAssembler layer = assembler.layer();
    addEdges(layer);
    addUnion(layer);
    assembler.feedBack(next, reached);
    addScores();
    return options.applyTo(assembler.build(SURE / 2), Integer.MAX_VALUE);
  }

  private void declare() {
    List<String> names = tokens.names();
    Wording set = Wording.set(names);
    kind =
        stream.declareOneHot(
            "kind",
            KINDS.stream().map(is -> Phrase.of(is.name().toLowerCase(Locale.ROOT))).toList(),
            "one-hot of what the token is");
    one = stream.declare("one", 1, "the number 1, to compare shares with");
    first = stream.declareOneHot("first", names, "s, t, or the first vertex of an edge");
    second = stream.declareOneHot("second", names, "the second vertex of an edge");
    reached =
        stream.declare(
            ThoughtConstruction.REACHED,
            vertices,
            "1 for every vertex reached so far; a thought begins so",
            set);
    found =
        stream.declareOneHot(
            ThoughtConstruction.FOUND,
            names,
            "the ends of the edges that leave the set, each with its share");
    goal = stream.declare("goal", 1, "1 if t is in the set", Wording.yesOrNo());
    next =
        stream.declare(
            ThoughtConstruction.NEXT,
            vertices,
            "1 for every vertex reached by then, fed back to the next thought",
            set);
  }

  private void embed() {
    embed(GraphTokens.START, Kind.START);
    embed(GraphTokens.THINK, Kind.THINK);
    embed(GraphTokens.ONLY_STEP, Kind.THOUGHT);
    for (int vertex = 0; vertex < vertices; vertex++) {
      embed(tokens.source(vertex), Kind.SOURCE);
      assembler.embed(tokens.source(vertex), first, vertex, 1);
      embed(tokens.target(vertex), Kind.TARGET);
      assembler.embed(tokens.target(vertex), first, vertex, 1);
    }
    for (int pair = 0; pair < tokens.pairs().size(); pair++) {
      Edge edge = tokens.pairs().get(pair);
      embed(tokens.edge(pair), Kind.EDGE);
      assembler.embed(tokens.edge(pair), first, edge.source(), 1);
      assembler.embed(tokens.edge(pair), second, edge.target(), 1);
    }
  }

  private void embed(int token, Kind is) {
    assembler.embed(token, kind, KINDS.indexOf(is), 1);
    assembler.embed(token, one, 0, 1);
  }

  private LinearForm is(SublayerInput input, Kind which) {
    return input.readOneHot(kind).at(KINDS.indexOf(which));
  }

  private void addBeginning(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    LinearForm think = is(input, Kind.THINK);
    new UniformAverage(
            List.of(think, think.times(-1).plus(1)),
            List.of(is(input, Kind.SOURCE), is(input, Kind.START)))
        .addTo(
            layer,
            new Note("begin", "before the first thought: finds s, the only vertex reached"),
            input.readOneHot(first).all(),
            reached,
            Mask.CAUSAL);
  }

  private void addEdges(LayerAssembler layer) {
    SublayerInput input = layer.attention();
    for (int way = 0; way < tokens.ways(); way++) {
      Subspace from = way == 0 ? first : second;
      Subspace to = way == 0 ? second : first;
      addLookUp(
          layer,
          new Note(
              ThoughtConstruction.LEAVE.get(way),
              Phrase.of(
                  "finds all edges whose {end} vertex is in the set; averages their other ends",
                  "end",
                  Phrase.of(from.name()))),
          input.readOneHot(from).all(),
          Kind.EDGE,
          input.readOneHot(to).all(),
          found);
    }
    addLookUp(
        layer,
        new Note("goal", "finds t, if it is in the set"),
        input.readOneHot(first).all(),
        Kind.TARGET,
        List.of(is(input, Kind.TARGET)),
        goal);
  }

  /**
   * Adds a head that finds the tokens of a kind whose vertex is in the set, which score 1; the
   * start token scores 1/2, a vertex outside of the set 0, what is of another kind less than 0.
   */
  private void addLookUp(
      LayerAssembler layer,
      Note note,
      List<LinearForm> vertex,
      Kind selected,
      List<LinearForm> value,
      Subspace target) {
    SublayerInput input = layer.attention();
    List<LinearForm> query = new ArrayList<>(set(input));
    List<LinearForm> key = new ArrayList<>(vertex);
    query.add(input.constant(1));
    LinearForm start = is(input, Kind.START).times(2 + START);
    key.add(is(input, selected).times(2).plus(start).plus(-2));
    layer.head(note, query, key, value, target, GAP / 2, Mask.CAUSAL);
  }

  /** The set, 1 or 0 for each vertex, read as signs so that its size does not matter. */
  private List<LinearForm> set(SublayerInput input) {
    List<LinearForm> signs = new ArrayList<>();
    for (int vertex = 0; vertex < vertices; vertex++) {
      signs.add(stream.at(reached, vertex).times(2).minus(stream.at(one, 0)));
    }
    return input.readSigns(signs, stream.at(one, 0)).all().stream()
        .map(sign -> sign.times(0.5).plus(0.5))
        .toList();
  }

  private void addUnion(LayerAssembler layer) {
    layer.feedForwardNote("join", "every vertex that is reached or has a share joins the set");
    SublayerInput input = layer.feedForward();
    LinearForm half = stream.at(one, 0).times(scale / (2 * edges));
    for (int vertex = 0; vertex < vertices; vertex++) {
      LinearForm share = stream.at(reached, vertex).plus(stream.at(found, vertex));
      int unit = layer.unit(input.readSign(share.times(scale).minus(half)).at(0));
      layer.write(unit, 1, next, vertex);
    }
  }

  /** Thinks on for as many points as vertices have joined; accepts for more than that. */
  private void addScores() {
    for (int vertex = 0; vertex < vertices; vertex++) {
      assembler.score(GraphTokens.ONLY_STEP, next, vertex, 1);
      assembler.score(GraphTokens.ONLY_STEP, reached, vertex, -1);
    }
    assembler.score(tokens.answer(true), goal, 0, vertices + 1.0);
    assembler.score(tokens.answer(false), one, 0, SURE);
  }
}
