package org.cotsim.simulator.construct.graph;

import java.util.List;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.model.Arithmetic;

/** Vertices as points of one circle, counts by the angle of their layer-norm hash. */
final class AngleCode implements GraphCode {

  private final VertexCircles circle;
  private final LayerNormHash hash;
  private final int ways;
  private final double countGap;
  private final double sequence; // the longest
  private TransformerAssembler assembler;
  private ResidualStream stream;
  private GraphEmbedding embedding;
  private Subspace from;
  private Subspace to;
  private Subspace wanted;

  /**
   * A code.
   *
   * @param circle the points of the vertices
   * @param ways in which an edge can be passed
   * @param largestCount the largest count
   * @param sequence the tokens of the longest sequence
   */
  AngleCode(
      VertexCircles circle, int ways, LayerNormHash hash, long largestCount, double sequence) {
    this.circle = circle;
    this.hash = hash;
    this.ways = ways;
    this.countGap = hash.gap(largestCount);
    this.sequence = sequence;
  }

  @Override
  public void declare(TransformerAssembler assembler, GraphEmbedding embedding) {
    this.assembler = assembler;
    this.embedding = embedding;
    stream = assembler.stream();
    from = declare("from", "the vertex whose edge the step examines");
    to = declare("to", "the vertex that the step reaches; at the token of s, s");
    wanted = declare("wanted", "t, at the token of t");
  }

  private Subspace declare(String name, String meaning) {
    return stream.declare(name, circle.width(), meaning, embedding.vertex());
  }

  @Override
  public void embed(int token, Name as, int vertex) {
    if (as != Name.LEFT && as != Name.RIGHT) { // embedded already
      embedding.embed(token, subspace(as), vertex);
    }
  }

  private Subspace subspace(Name name) {
    return switch (name) {
      case LEFT -> embedding.end(0);
      case RIGHT -> embedding.end(1);
      case FROM -> from;
      case TO -> to;
      case WANTED -> wanted;
    };
  }

  @Override
  public LayerAssembler begin() {
    return assembler.layer();
  }

  @Override
  public List<LinearForm> vertex(SublayerInput input, Name as) {
    return circle.read(stream, input, subspace(as));
  }

  @Override
  public List<LinearForm> vertexOrZero(SublayerInput input, Name as) {
    return vertex(input, as);
  }

  @Override
  public int width() {
    return circle.width();
  }

  @Override
  public Wording wording() {
    return embedding.vertex();
  }

  @Override
  public List<LinearForm> copied(SublayerInput input, Subspace copy, LinearForm named) {
    return circle.read(stream, input, copy);
  }

  @Override
  public double vertexEqual() {
    return 1;
  }

  @Override
  public double vertexGap() {
    return circle.gap();
  }

  @Override
  public Count edges(String name, LinearForm inverse) {
    return input -> hash.of(input, embedding.one().minus(inverse), inverse);
  }

  @Override
  public Count vertices(String name, LinearForm inverse) {
    return edges(name, inverse);
  }

  @Override
  public LayerAssembler prepare(LayerAssembler layer, List<Count> counts) {
    return assembler.layer();
  }

  @Override
  public List<LinearForm> none(SublayerInput input) {
    return List.of(input.constant(0), input.constant(1)); // the hash of 0
  }

  @Override
  public double edgesEqual() {
    return 1;
  }

  @Override
  public double verticesEqual() {
    return 1;
  }

  @Override
  public double countGap() {
    return countGap;
  }

  /** The rounding error of the hash of n, read from 1/(1 + n): 1 - y and y, (3 u + 2 u) / 2. */
  private static double countError(RoundingError errors) {
    return errors.hash(2 * errors.mean(1));
  }

  @Override
  public ScoreClaim sameVertex(String name, RoundingError errors) {
    double vertex = Circle.error(errors);
    return new ScoreClaim(name, vertexGap(), errors.score(vertex, vertex, 3), vertexGap() / 2);
  }

  @Override
  public ScoreClaim copiedVertex(String name, RoundingError errors) {
    double vertex = Circle.error(errors);
    double noise = errors.score(2 * vertex, vertex, 4);
    return new ScoreClaim(name, vertexGap() / 2, noise, vertexGap() / 4);
  }

  @Override
  public ScoreClaim sameEdge(String name, RoundingError errors) {
    double all = Circle.error(errors) + ways * countError(errors);
    double noise = (1 + ways) * errors.score(all, all, 4 + 2 * ways);
    return new ScoreClaim(name, gap() / 2, noise, gap() / 4);
  }

  @Override
  public ScoreClaim sameNumber(String name, RoundingError errors) {
    double count = countError(errors);
    double noise = errors.score(count, count, 5) + 6 * errors.flag();
    return new ScoreClaim(name, countGap / 2, noise, countGap / 4);
  }

  @Override
  public List<ScoreClaim> claims() {
    return List.of();
  }

  @Override
  public List<RangeClaim> ranges(Arithmetic arithmetic) {
    return hash.ranges(arithmetic, 1, sequence);
  }
}
