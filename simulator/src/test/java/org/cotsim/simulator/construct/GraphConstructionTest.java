package org.cotsim.simulator.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphConstructionTest {

  private static final ConstructionOptions OPTIONS = ConstructionOptions.defaults();

  /** Models for all graphs of so many vertices, compiled once. */
  private static final class Models {
    private final boolean directed;
    private final Map<Integer, GraphConstruction> constructions = new HashMap<>();
    private final Map<Integer, ConstructedDecoder<ConnectivityInstance>> models = new HashMap<>();

    Models(boolean directed) {
      this.directed = directed;
    }

    void check(ConnectivityInstance instance) {
      int vertices = instance.names().size();
      GraphConstruction construction =
          constructions.computeIfAbsent(
              vertices, v -> GraphConstruction.complete(v, directed, OPTIONS));
      compare(
          construction, models.computeIfAbsent(vertices, v -> compiled(construction)), instance);
    }
  }

  private static ConstructedDecoder<ConnectivityInstance> compiled(GraphConstruction construction) {
    try {
      return construction.compile(Extent.of(1000));
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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everySmallGraphIsSearchedBreadthFirst(boolean directed) {
    Models models = new Models(directed);
    Stream<ConnectivityInstance> all = directed ? AllGraphs.directed(3) : AllGraphs.undirected(4);
    all.forEach(models::check);
  }

  @ParameterizedTest
  @EnumSource(GraphFamily.class)
  void everyFamilyIsSearchedBreadthFirst(GraphFamily family) {
    Models models = new Models(family.directed());
    for (int vertices : List.of(8, 13)) {
      for (int seed = 0; seed < 10; seed++) {
        models.check(family.generate(vertices, true, seed));
        models.check(family.generate(vertices, false, seed));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void loopsAndParallelEdgesAreExaminedOneByOne(boolean directed) {
    Models models = new Models(directed);
    for (int seed = 0; seed < 300; seed++) {
      models.check(multigraph(directed, new Random(seed), "seed " + seed));
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
}
