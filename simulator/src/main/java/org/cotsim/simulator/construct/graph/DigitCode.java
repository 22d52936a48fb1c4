package org.cotsim.simulator.construct.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.cotsim.simulator.assemble.FoldedNumber;
import org.cotsim.simulator.assemble.Folding;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.RangeClaim;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.assemble.Wording;
import org.cotsim.simulator.construct.graph.GraphEmbedding.Kind;
import org.cotsim.simulator.model.Arithmetic;

/**
 * Vertices and counts as digits, see {@link FoldedNumber}: equal ones have the same key to the bit,
 * and others score at least 2 less, whatever the size of the graph.
 *
 * <p>A token names a vertex by its number, one coordinate; the first layers fold it, as later ones
 * fold counts. The start token scores 1 less than a match, so that it is found where there is none.
 */
final class DigitCode implements GraphCode {

  private static final int FEWEST_DIGITS = 2; // so that counts alone are no match
  private static final List<Kind> STEPS = List.of(Kind.FORWARD, Kind.BACKWARD);

  private final Folding vertices;
  private final Folding edgeCounts;
  private final Folding vertexCounts;
  private final long largestEdgeCount;
  private final long largestVertexCount;
  private final int ways;
  private final Map<Name, Subspace> numbers = new EnumMap<>(Name.class);
  private final Map<Name, FoldedNumber> folded = new EnumMap<>(Name.class);
  private TransformerAssembler assembler;
  private ResidualStream stream;
  private GraphEmbedding embedding;

  /**
   * A code.
   *
   * @param length the longest input: no vertex has more edges
   */
  DigitCode(GraphTokens tokens, int length, RoundingError errors) {
    this.ways = tokens.ways();
    this.largestEdgeCount = length + 1L;
    this.largestVertexCount = tokens.vertices() + 1L;
    this.vertices = Folding.ofInteger(tokens.vertices() - 1L, FEWEST_DIGITS, errors);
    this.edgeCounts = Folding.ofCount(largestEdgeCount, errors);
    this.vertexCounts = Folding.ofCount(largestVertexCount, errors);
  }

  private record FoldedCount(FoldedNumber number, LinearForm one) implements Count {
    @Override
    public List<LinearForm> read(SublayerInput input) {
      return number.signs(input, one);
    }
  }

  @Override
  public void declare(TransformerAssembler assembler, GraphEmbedding embedding) {
    this.assembler = assembler;
    this.embedding = embedding;
    stream = assembler.stream();
    declare(Name.LEFT, "the first vertex of an input edge, as a number around 0");
    declare(Name.RIGHT, "the second vertex of an input edge, as a number around 0");
    declare(Name.FROM, "the vertex whose edge the step examines, as a number around 0");
    declare(
        Name.TO, "the vertex that the step reaches; s and t at their tokens; as a number around 0");
  }

  private void declare(Name name, String meaning) {
    String called = name.name().toLowerCase(Locale.ROOT);
    Subspace number = stream.declare("number of " + called, 1, meaning);
    numbers.put(name, number);
    FoldedNumber vertex = FoldedNumber.count(called, vertices, assembler);
    LinearForm named = embedding.are(kinds(name));
    vertex.ofInteger(stream.at(number, 0), named);
    folded.put(name, vertex.zeroDigitsAt(embedding.are(others(name))));
  }

  private static Name known(Name name) {
    return name == Name.WANTED ? Name.TO : name;
  }

  /** The kinds of tokens that name a vertex so. */
  private static List<Kind> kinds(Name name) {
    return switch (name) {
      case LEFT, RIGHT -> List.of(Kind.EDGE);
      case FROM -> STEPS;
      case TO, WANTED -> List.of(Kind.SOURCE, Kind.TARGET, Kind.FORWARD, Kind.BACKWARD);
    };
  }

  private static List<Kind> others(Name name) {
    return Arrays.stream(Kind.values()).filter(kind -> !kinds(name).contains(kind)).toList();
  }

  @Override
  public void embed(int token, Name as, int vertex) {
    double number = vertex + 0.5 - vertices.scale();
    assembler.embed(token, numbers.get(known(as)), 0, number);
  }

  @Override
  public LayerAssembler begin() {
    FoldedNumber.fold(assembler, assembler.layer(), List.copyOf(folded.values()));
    return assembler.layer();
  }

  /** Every component takes two values: where no vertex is named, digits that are 0. */
  @Override
  public List<LinearForm> vertex(SublayerInput input, Name as) {
    return folded.get(known(as)).signs(input, embedding.one());
  }

  @Override
  public List<LinearForm> vertexOrZero(SublayerInput input, Name as) {
    Name name = known(as);
    return folded.get(name).signs(input, embedding.are(kinds(name)));
  }

  @Override
  public int width() {
    return vertices.digits();
  }

  @Override
  public Wording wording() {
    return folded.get(Name.TO).wording(embedding.names());
  }

  @Override
  public List<LinearForm> copied(SublayerInput input, Subspace copy, LinearForm named) {
    List<LinearForm> signs = IntStream.range(0, width()).mapToObj(d -> stream.at(copy, d)).toList();
    return input.readSigns(signs, named).all();
  }

  @Override
  public double vertexEqual() {
    return vertices.digits();
  }

  @Override
  public double vertexGap() {
    return Folding.EQUAL;
  }

  @Override
  public Count edges(String name, LinearForm inverse) {
    return count(name, edgeCounts, inverse);
  }

  @Override
  public Count vertices(String name, LinearForm inverse) {
    return count(name, vertexCounts, inverse);
  }

  private Count count(String name, Folding folding, LinearForm inverse) {
    FoldedNumber number = FoldedNumber.count(name, folding, assembler);
    number.of(inverse, embedding.one(), 1).zeroDigitsAt(embedding.start());
    return new FoldedCount(number, embedding.one());
  }

  @Override
  public LayerAssembler prepare(LayerAssembler layer, List<Count> counts) {
    List<FoldedNumber> all = new ArrayList<>();
    counts.forEach(count -> all.add(((FoldedCount) count).number()));
    FoldedNumber.fold(assembler, layer, all);
    return assembler.layer();
  }

  @Override
  public List<LinearForm> none(SublayerInput input) {
    return edgeCounts.signs(0).stream().map(input::constant).toList();
  }

  @Override
  public double edgesEqual() {
    return edgeCounts.digits();
  }

  @Override
  public double verticesEqual() {
    return vertexCounts.digits();
  }

  @Override
  public double countGap() {
    return Folding.EQUAL;
  }

  @Override
  public ScoreClaim sameVertex(String name, RoundingError errors) {
    return Folding.equality(name, Folding.EQUAL, vertices.digits(), errors);
  }

  @Override
  public ScoreClaim copiedVertex(String name, RoundingError errors) {
    return orStart(name, vertices.digits(), errors);
  }

  @Override
  public ScoreClaim sameEdge(String name, RoundingError errors) {
    return orStart(name, vertices.digits() + ways * edgeCounts.digits(), errors);
  }

  @Override
  public ScoreClaim sameNumber(String name, RoundingError errors) {
    return orStart(name, vertexCounts.digits(), errors);
  }

  private static ScoreClaim orStart(String name, int compared, RoundingError errors) {
    return Folding.equality(name, Folding.EQUAL / 2, compared, errors);
  }

  @Override
  public List<ScoreClaim> claims() {
    return List.of(
        vertices.claim("folded vertices"),
        edgeCounts.claim("folded counts of edges"),
        vertexCounts.claim("folded counts of vertices"));
  }

  @Override
  public List<RangeClaim> ranges(Arithmetic arithmetic) {
    List<RangeClaim> ranges = new ArrayList<>();
    ranges.add(RangeClaim.integers(arithmetic, "twice a vertex", 2 * vertices.scale()));
    double digits = vertexEqual() + ways * edgesEqual();
    ranges.add(RangeClaim.integers(arithmetic, "four times all digits", 4 * digits));
    ranges.addAll(vertices.ranges(arithmetic, 1));
    ranges.addAll(edgeCounts.ranges(arithmetic, (double) largestEdgeCount));
    ranges.addAll(vertexCounts.ranges(arithmetic, (double) largestVertexCount));
    return ranges;
  }
}
