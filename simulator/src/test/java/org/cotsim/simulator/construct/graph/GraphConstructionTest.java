package org.cotsim.simulator.construct.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.languages.graph.AllGraphs;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.oracle.BreadthFirstChain;
import org.cotsim.languages.oracle.ChainCheck;
import org.cotsim.languages.oracle.ConnectivityOracle;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphConstructionTest {

  private static final ConstructionOptions OPTIONS = ConstructionOptions.defaults();
  private static final int SOURCES = Integer.getInteger("cotsim.sources", 1);
  private static final ConstructionOptions FOLDED = OPTIONS.withHash(Hash.FOLDED);

  /** A construction for all graphs of so many vertices, and its model. */
  private record Model(
      GraphConstruction construction, ConstructedDecoder<ConnectivityInstance> decoder) {

    static Model complete(int vertices, boolean directed) {
      return complete(vertices, directed, OPTIONS);
    }

    static Model complete(int vertices, boolean directed, ConstructionOptions options) {
      GraphConstruction construction = GraphConstruction.complete(vertices, directed, options);
      return new Model(construction, compiled(construction, Extent.of(200)));
    }

    void check(ConnectivityInstance instance) {
      compare(construction, decoder, instance);
    }
  }

  private static ConstructedDecoder<ConnectivityInstance> compiled(
      GraphConstruction construction, Extent extent) {
    try {
      return construction.compile(extent);
    } catch (NotCertifiedException e) {
      throw new AssertionError(e);
    }
  }

  private static void compare(
      GraphConstruction construction,
      ConstructedDecoder<ConnectivityInstance> decoder,
      ConnectivityInstance instance) {
    BreadthFirstChain expected = BreadthFirstChain.of(instance);
    Decoding decoding =
        new Decoder(decoder.model(), new ReferenceExecutor())
            .decode(decoder.prompt(instance), instance.stepBound());
    int[] chain =
        expected.steps().stream().mapToInt(s -> construction.tokens().step(instance, s)).toArray();
    String which = instance + " seed label " + instance.label();
    assertThat(decoding.outcome())
        .as(which)
        .isEqualTo(
            new Outcome.Answered(chain.length, construction.tokens().answer(expected.accepted())));
    assertThat(decoding.chain()).as(which).isEqualTo(chain);
    assertThat(expected.accepted()).as(which).isEqualTo(ConnectivityOracle.reachable(instance));
    assertThat(
            ChainCheck.firstViolation(
                instance,
                construction.tokens().chain(instance, decoding.chain()),
                expected.accepted()))
        .as(which)
        .isEmpty();
  }

  /**
   * All directed graphs on up to 4 vertices, all undirected ones on up to 5; all pairs on up to 3
   * vertices, beyond from the first vertices, one unless {@code cotsim.sources} says more: every
   * question is one from the first vertex under other names.
   */
  @ParameterizedTest
  @CsvSource({"1,true", "2,true", "3,true", "4,true", "3,false", "4,false", "5,false"})
  void everySmallGraphIsSearchedBreadthFirst(int vertices, boolean directed) {
    Model model = Model.complete(vertices, directed);
    AllGraphs.graphs(vertices, directed)
        .parallel()
        .flatMap(GraphConstructionTest::questions)
        .forEach(model::check);
  }

  private static Stream<ConnectivityInstance> questions(EdgeList graph) {
    int n = graph.names().size();
    return IntStream.range(0, n <= 3 ? n * n : Math.min(SOURCES, n) * n)
        .mapToObj(pair -> new ConnectivityInstance(graph, pair / n, pair % n, ""));
  }

  @ParameterizedTest
  @CsvSource({"1,true", "2,true", "3,true", "1,false", "2,false", "3,false", "4,false"})
  void everySmallGraphIsSearchedByDigits(int vertices, boolean directed) {
    Model model = Model.complete(vertices, directed, FOLDED);
    AllGraphs.graphs(vertices, directed)
        .parallel()
        .flatMap(GraphConstructionTest::questions)
        .forEach(model::check);
  }

  @Test
  void aSampleOfTheGraphsOnFiveVerticesIsSearchedBreadthFirst() {
    Model model = Model.complete(5, true);
    Random random = new Random(20);
    AllGraphs.graphs(5, true)
        .filter(graph -> random.nextInt(1000) == 0)
        .map(graph -> new ConnectivityInstance(graph, random.nextInt(5), random.nextInt(5), "20"))
        .forEach(model::check);
  }

  @ParameterizedTest
  @EnumSource(GraphFamily.class)
  void everyFamilyIsSearchedBreadthFirst(GraphFamily family) {
    for (int vertices : List.of(8, 13, 30)) {
      for (int seed = 0; seed < 10; seed++) {
        checkWithItsOwnTokens(family.generate(vertices, true, seed), OPTIONS);
        checkWithItsOwnTokens(family.generate(vertices, false, seed), OPTIONS);
      }
      checkWithItsOwnTokens(family.generate(vertices, true, 7), FOLDED);
      checkWithItsOwnTokens(family.generate(vertices, false, 7), FOLDED);
    }
  }

  private static void checkWithItsOwnTokens(
      ConnectivityInstance instance, ConstructionOptions options) {
    GraphConstruction construction = GraphConstruction.of(instance.graph(), options);
    Extent extent = new Extent(instance.edges().size() + 2, instance.stepBound());
    compare(construction, compiled(construction, extent), instance);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void loopsAndParallelEdgesAreExaminedOneByOne(boolean directed) {
    Model model = Model.complete(5, directed);
    Model folded = Model.complete(5, directed, FOLDED);
    for (int seed = 0; seed < 1000; seed++) {
      (seed % 4 == 0 ? folded : model).check(multigraph(directed, new Random(seed), "" + seed));
    }
  }

  private static ConnectivityInstance multigraph(boolean directed, Random random, String label) {
    int vertices = 1 + random.nextInt(5);
    List<Edge> edges = new ArrayList<>();
    for (int e = random.nextInt(12); e > 0; e--) {
      edges.add(new Edge(random.nextInt(vertices), random.nextInt(vertices)));
    }
    List<String> names = IntStream.range(0, vertices).mapToObj(Integer::toString).toList();
    return new ConnectivityInstance(
        new EdgeList(names, edges, directed),
        random.nextInt(vertices),
        random.nextInt(vertices),
        label);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aForcedAnswerSaysWhetherTheTargetWasReachedSoFar(boolean directed) {
    ConnectivityInstance path = path(6, directed);
    int needed = BreadthFirstChain.of(path).steps().size();
    GraphConstruction construction = GraphConstruction.of(path.graph(), OPTIONS);
    ConstructedDecoder<ConnectivityInstance> decoder = compiled(construction, Extent.of(20));
    for (int budget = 0; budget <= needed; budget++) {
      Decoding decoding =
          new Decoder(decoder.model(), new ReferenceExecutor())
              .decode(decoder.prompt(path), budget);
      Outcome expected =
          budget < needed
              ? new Outcome.BudgetSpent(budget, construction.tokens().answer(false))
              : new Outcome.Answered(needed, construction.tokens().answer(true));
      assertThat(decoding.outcome()).as("budget %d", budget).isEqualTo(expected);
    }
  }

  private static ConnectivityInstance path(int vertices, boolean directed) {
    List<Edge> edges = IntStream.range(1, vertices).mapToObj(v -> new Edge(v - 1, v)).toList();
    List<String> names = IntStream.range(0, vertices).mapToObj(Integer::toString).toList();
    return new ConnectivityInstance(new EdgeList(names, edges, directed), 0, vertices - 1, "path");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSizeOfTheModelDoesNotDependOnTheGraph(boolean directed) {
    for (int vertices : List.of(2, 10, 500)) {
      GraphConstruction construction =
          GraphConstruction.of(path(vertices, directed).graph(), OPTIONS);
      Transformer model = compiled(construction, Extent.of(4 * vertices)).model();
      assertThat(List.of(model.width(), model.heads(), model.layers().size(), model.hidden()))
          .as("%d vertices", vertices)
          .isEqualTo(directed ? List.of(39, 10, 5, 4) : List.of(48, 16, 5, 4));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void graphsOfAHundredThousandEdgesAreCertifiedInBinary64(boolean directed) {
    EdgeList graph = path(100_001, directed).graph();
    Extent extent = new Extent(100_002, 300_001);
    assertThat(GraphConstruction.of(graph, OPTIONS).certificate(extent).holds()).isTrue();
    ConstructionOptions single = OPTIONS.withArithmetic(Arithmetic.BINARY32);
    assertThatThrownBy(() -> GraphConstruction.of(graph, single).compile(extent))
        .isInstanceOf(NotCertifiedException.class);
  }

  @Test
  void optionsThatItDoesNotHaveAreRefused() {
    for (ConstructionOptions options :
        List.of(
            OPTIONS.withMask(Mask.STRICT),
            OPTIONS.withPositions(ConstructionOptions.Positions.EMBEDDED))) {
      assertThatThrownBy(() -> GraphConstruction.complete(3, true, options))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(GraphConstruction.problem(options).orElseThrow());
    }
  }

  @Test
  void graphsWithoutTokensAreRefused() {
    GraphConstruction construction = GraphConstruction.of(path(3, true).graph(), OPTIONS);
    ConstructedDecoder<ConnectivityInstance> decoder = compiled(construction, Extent.of(9));
    assertThatThrownBy(() -> decoder.prompt(path(4, true)))
        .hasMessageContaining("up to 3 vertices that are directed");
    assertThatThrownBy(() -> decoder.prompt(path(3, false))).hasMessageContaining("directed");
    EdgeList turned = new EdgeList(List.of("0", "1"), List.of(new Edge(1, 0)), true);
    assertThatThrownBy(() -> decoder.prompt(new ConnectivityInstance(turned, 0, 1, "")))
        .hasMessageContaining("no token for");
  }

  @Test
  void namesThatCouldBeMisreadAreQuoted() {
    EdgeList graph =
        new EdgeList(List.of("a", "a-b", "b-a"), List.of(new Edge(0, 2), new Edge(1, 0)), false);
    assertThat(GraphConstruction.of(graph, OPTIONS).tokens().vocabulary().tokens())
        .extracting(Token::text)
        .contains("a-\"b-a\"", "\"a-b\"-a", "a->\"b-a\"", "a<-\"b-a\"", "s=a", "t=\"a-b\"");
  }
}
