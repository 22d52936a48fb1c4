package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.assemble.Gate;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;

/** The weights for graph connectivity: five layers, and those that fold, then the scores. */
final class GraphWeights implements Construction.Weights {

  private static final double GUESS = 1;

  private final GraphTokens tokens;
  private final ConstructionOptions options;
  private final Extent extent;
  private final VertexCircles circles;
  private final GraphCode code;

  GraphWeights(GraphTokens tokens, ConstructionOptions options, Extent extent) {
    this.tokens = tokens;
    this.options = options;
    this.extent = extent;
    RoundingError errors = RoundingError.in(options.arithmetic());
    boolean folded = options.hash() == Hash.FOLDED;
    this.circles =
        folded
            ? VertexCircles.fewest(tokens.vertices(), errors)
            : new VertexCircles(tokens.vertices(), 1);
    this.code = folded ? new DigitCode(tokens, extent.length(), errors) : angles();
  }

  private GraphCode angles() {
    long largestCount = Math.max(extent.length(), extent.steps()) + 1L; // edges, discoveries
    LayerNormHash hash =
        options.hash() == Hash.PLAIN ? LayerNormHash.plain() : LayerNormHash.scaledTo(largestCount);
    return new AngleCode(circles, tokens.ways(), hash, largestCount, sequence());
  }

  private double sequence() {
    return extent.length() + (double) extent.steps() + 2;
  }

  /** More than the score of a step, which is at most 2 for each circle. */
  private double sure() {
    return 2.0 * circles.width() + 2;
  }

  /** More than any other score. */
  private double reached() {
    return sure() + 3;
  }

  @Override
  public Certificate certificate() {
    RoundingError errors = RoundingError.in(options.arithmetic());
    List<ScoreClaim> claims = new ArrayList<>(code.claims());
    claims.addAll(EdgeHeads.claims(code, errors));
    claims.addAll(QueueHeads.claims(code, errors));
    claims.add(circles.output(errors));
    return new Certificate(options.arithmetic(), extent.length(), extent.steps(), claims, ranges());
  }

  private List<RangeClaim> ranges() {
    Arithmetic arithmetic = options.arithmetic();
    List<RangeClaim> ranges = new ArrayList<>(code.ranges(arithmetic));
    ranges.add(RangeClaim.integers(arithmetic, "the number of tokens counted", sequence()));
    return ranges;
  }

  @Override
  public Assembly assemble() {
    TransformerAssembler assembler = new TransformerAssembler(tokens.vocabulary());
    GraphEmbedding embedding = new GraphEmbedding(assembler, tokens, circles, code);
    EdgeHeads edges = new EdgeHeads(assembler, embedding, tokens.ways());
    QueueHeads queue = new QueueHeads(assembler, embedding, tokens);
    Subspace skip =
        assembler.stream()
            .declare("skip", 1, "1 if the next vertex has no edge", Wording.yesOrNo());
    Subspace empty =
        assembler.stream().declare("empty", 1, "1 if the queue is empty", Wording.yesOrNo());

    addLayers(assembler, edges, queue, skip, empty);

    edges.addScores(assembler, tokens);
    assembler.score(GraphTokens.SKIP, skip, 0, sure());
    assembler.score(tokens.answer(false), empty, 0, sure());
    assembler.score(tokens.answer(false), embedding.ones(), 0, GUESS);
    assembler.score(tokens.answer(true), queue.reached(), 0, reached());
    return options.applyTo(assembler.build(circles.gap() / 2), Integer.MAX_VALUE);
  }

  private void addLayers(
      TransformerAssembler assembler,
      EdgeHeads edges,
      QueueHeads queue,
      Subspace skip,
      Subspace empty) {
    LayerAssembler first = code.begin();
    edges.addCounts(first);
    queue.addDiscoveries(first);
    LayerAssembler second = code.prepare(first, edges.numbers());
    edges.addNext(second);
    queue.addRanks(second);
    queue.addExhausted(second, edges);
    LayerAssembler third = assembler.layer();
    queue.addTurn(third);
    queue.addVertex(code.prepare(third, queue.numbers()));
    LayerAssembler last = assembler.layer();
    edges.addFirst(last, queue.vertex(last.attention()));
    addEndings(last, edges, queue, skip, empty);
  }

  private static void addEndings(
      LayerAssembler layer, EdgeHeads edges, QueueHeads queue, Subspace skip, Subspace empty) {
    layer.feedForwardNote("endings", "the next vertex has no edge, or there is no next vertex");
    SublayerInput input = layer.feedForward();
    LinearForm vertex = queue.hasVertex(input);
    layer.write(Gate.open(layer, List.of(vertex, QueueHeads.not(edges.found(input)))), 1, skip, 0);
    layer.write(
        Gate.open(layer, List.of(queue.needsVertex(input), QueueHeads.not(vertex))), 1, empty, 0);
  }
}
