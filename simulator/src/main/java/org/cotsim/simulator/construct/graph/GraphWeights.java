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
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.model.Arithmetic;

/** The weights for graph connectivity: five layers, then the scores. */
final class GraphWeights implements Construction.Weights {

  private static final double REACHED = 9; // more than any other score
  private static final double SURE = 6; // more than a step's, which is at most 2
  private static final double GUESS = 1;

  private final GraphTokens tokens;
  private final ConstructionOptions options;
  private final Extent extent;
  private final LayerNormHash hash;
  private final double vertexGap;
  private final double countGap;

  GraphWeights(GraphTokens tokens, ConstructionOptions options, Extent extent) {
    this.tokens = tokens;
    this.options = options;
    this.extent = extent;
    long largestCount = Math.max(extent.length(), extent.steps()) + 1L; // edges, discoveries
    this.hash =
        options.hash() == ConstructionOptions.Hash.PLAIN
            ? LayerNormHash.plain()
            : LayerNormHash.scaledTo(largestCount);
    this.vertexGap = GraphEmbedding.gap(tokens.vertices());
    this.countGap = hash.gap(largestCount);
  }

  @Override
  public Certificate certificate() {
    RoundingError errors = RoundingError.in(options.arithmetic());
    List<ScoreClaim> claims = new ArrayList<>();
    claims.addAll(EdgeHeads.claims(errors, tokens.ways(), vertexGap, countGap));
    claims.addAll(QueueHeads.claims(errors, vertexGap, countGap));
    double vertex = GraphEmbedding.vertexError(errors);
    double output = 2 * errors.score(vertex, vertex, 4);
    claims.add(new ScoreClaim("output", vertexGap, output, vertexGap / 2));
    return new Certificate(options.arithmetic(), extent.length(), extent.steps(), claims, ranges());
  }

  private List<RangeClaim> ranges() {
    Arithmetic arithmetic = options.arithmetic();
    double sequence = extent.length() + (double) extent.steps() + 2;
    List<RangeClaim> ranges = new ArrayList<>(hash.ranges(arithmetic, 1, sequence));
    ranges.add(RangeClaim.integers(arithmetic, "the number of tokens counted", sequence));
    return ranges;
  }

  @Override
  public Assembly assemble() {
    TransformerAssembler assembler = new TransformerAssembler(tokens.vocabulary());
    GraphEmbedding embedding = new GraphEmbedding(assembler, tokens);
    EdgeHeads edges = new EdgeHeads(assembler, embedding, hash, tokens.ways(), vertexGap, countGap);
    QueueHeads queue = new QueueHeads(assembler, embedding, tokens, hash, vertexGap, countGap);
    Subspace skip =
        assembler.stream()
            .declare("skip", 1, "1 if the next vertex has no edge", Wording.yesOrNo());
    Subspace empty =
        assembler.stream().declare("empty", 1, "1 if the queue is empty", Wording.yesOrNo());

    addLayers(assembler, edges, queue, skip, empty);

    edges.addScores(assembler, tokens);
    assembler.score(GraphTokens.SKIP, skip, 0, SURE);
    assembler.score(tokens.answer(false), empty, 0, SURE);
    assembler.score(tokens.answer(false), embedding.ones(), 0, GUESS);
    assembler.score(tokens.answer(true), queue.reached(), 0, REACHED);
    return options.applyTo(assembler.build(vertexGap / 2), Integer.MAX_VALUE);
  }

  private static void addLayers(
      TransformerAssembler assembler,
      EdgeHeads edges,
      QueueHeads queue,
      Subspace skip,
      Subspace empty) {
    LayerAssembler first = assembler.layer();
    edges.addCounts(first);
    queue.addDiscoveries(first);
    LayerAssembler second = assembler.layer();
    edges.addNext(second);
    queue.addRanks(second);
    queue.addExhausted(second, edges);
    queue.addTurn(assembler.layer());
    queue.addVertex(assembler.layer());
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
