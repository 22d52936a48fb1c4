package org.cotsim.simulator.construct.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.AllGraphs;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.oracle.ConnectivityOracle;
import org.cotsim.languages.oracle.SearchLevels;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.reference.ObservedExecutor;
import org.cotsim.simulator.execute.reference.Observer;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer, every number of thoughts and every set that is thought of, by an own search. */
class ThoughtConstructionTest {

  private static final ConstructionOptions OPTIONS = ConstructionOptions.defaults();

  /** A construction, its model and the arithmetic that it is meant for. */
  private record Model(
      ThoughtConstruction construction, ConstructedDecoder<ConnectivityInstance> decoder) {

    static Model of(ThoughtConstruction construction, int edges) {
      try {
        int vertices = construction.tokens().vertices();
        return new Model(construction, construction.compile(new Extent(edges + 2, vertices)));
      } catch (NotCertifiedException e) {
        throw new AssertionError(e);
      }
    }

    static Model complete(int vertices, boolean directed) {
      return of(ThoughtConstruction.complete(vertices, directed, OPTIONS), 100);
    }

    static Model of(EdgeList graph, Arithmetic arithmetic) {
      return of(
          ThoughtConstruction.of(graph, OPTIONS.withArithmetic(arithmetic)), graph.edges().size());
    }

    /** Compares the answer, the number of thoughts and the set of each with a search. */
    void check(ConnectivityInstance instance) {
      SearchLevels expected = SearchLevels.of(instance);
      Sets sets = new Sets(subspace("next"));
      Decoding decoding = decode(instance, instance.names().size(), sets);
      int answer = construction.tokens().answer(expected.reachable());
      assertThat(decoding.outcome())
          .as("%s", instance)
          .isEqualTo(new Outcome.Answered(expected.rounds(), answer));
      assertThat(IntStream.of(decoding.chain())).containsOnly(chain(expected.rounds()));
      assertThat(expected.reachable()).isEqualTo(ConnectivityOracle.reachable(instance));
      int prompt = decoder.prompt(instance).length;
      for (int thought = 0; thought <= expected.rounds(); thought++) {
        assertThat(sets.seen.get(prompt - 1 + thought))
            .as("%s, thought %d", instance, thought)
            .isEqualTo(expected.reachedAfter(thought + 1));
      }
    }

    private Integer[] chain(int thoughts) {
      return Collections.nCopies(thoughts, ThoughtConstruction.thought()).toArray(Integer[]::new);
    }

    Decoding decode(ConnectivityInstance instance, int budget, Observer observer) {
      Arithmetic arithmetic = construction.options().arithmetic();
      return new Decoder(decoder.model(), new ObservedExecutor(arithmetic, observer))
          .decode(decoder.prompt(instance), budget);
    }

    private Subspace subspace(String name) {
      return decoder.blueprint().subspaces().stream()
          .filter(subspace -> subspace.name().equals(name))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The set that a subspace holds at the end of every position; it must be one. */
  private static final class Sets implements Observer {
    private final Subspace subspace;
    private final List<BitSet> seen = new ArrayList<>();
    private double[] last = new double[0];
    private int sublayers;

    Sets(Subspace subspace) {
      this.subspace = subspace;
    }

    @Override
    public void embedded(int token, double[] stream) {
      sublayers = 0;
    }

    @Override
    public void attended(int layer, int head, double[] weights, int visible, double total) {}

    @Override
    public void added(double[] stream) {
      last = stream;
      if (++sublayers == 4) {
        seen.add(set());
      }
    }

    private BitSet set() {
      BitSet set = new BitSet();
      for (int i = 0; i < subspace.width(); i++) {
        double value = last[subspace.index(i)];
        assertThat(value == 0 || value == 1).as("%s", value).isTrue();
        set.set(i, value == 1);
      }
      return set;
    }
  }

  @ParameterizedTest
  @CsvSource({"1,true", "2,true", "3,true", "1,false", "2,false", "3,false", "4,false"})
  void everySmallGraphIsThoughtThrough(int vertices, boolean directed) {
    Model model = Model.complete(vertices, directed);
    AllGraphs.graphs(vertices, directed).flatMap(AllGraphs::questions).forEach(model::check);
  }

  @ParameterizedTest
  @EnumSource(GraphFamily.class)
  void everyFamilyIsThoughtThrough(GraphFamily family) {
    for (Arithmetic arithmetic : Arithmetic.values()) {
      for (int vertices : List.of(8, 13, 30)) {
        for (int seed = 0; seed < 2; seed++) {
          for (boolean connected : List.of(true, false)) {
            ConnectivityInstance instance = family.generate(vertices, connected, seed);
            Model.of(instance.graph(), arithmetic).check(instance);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void loopsParallelEdgesAndIsolatedVerticesMakeNoDifference(boolean directed) {
    Model model = Model.complete(6, directed);
    for (int seed = 0; seed < 500; seed++) {
      model.check(multigraph(directed, new Random(seed), "seed " + seed));
    }
  }

  private static ConnectivityInstance multigraph(boolean directed, Random random, String label) {
    int vertices = 1 + random.nextInt(6);
    List<Edge> edges = new ArrayList<>();
    for (int e = random.nextInt(12); e > 0; e--) {
      edges.add(new Edge(random.nextInt(vertices), random.nextInt(vertices)));
    }
    EdgeList graph = new EdgeList(names(vertices), edges, directed);
    return new ConnectivityInstance(
        graph, random.nextInt(vertices), random.nextInt(vertices), label);
  }

  private static List<String> names(int vertices) {
    return IntStream.range(0, vertices).mapToObj(Integer::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneThoughtLessIsNotEnough(boolean directed) {
    ConnectivityInstance path = path(6, directed);
    Model model = Model.of(path.graph(), Arithmetic.BINARY64);
    for (int budget = 0; budget <= 5; budget++) {
      Outcome expected =
          budget < 5
              ? new Outcome.BudgetSpent(budget, model.construction().tokens().answer(false))
              : new Outcome.Answered(5, model.construction().tokens().answer(true));
      assertThat(model.decode(path, budget, Observer.NONE).outcome())
          .as("budget %d", budget)
          .isEqualTo(expected);
    }
  }

  private static ConnectivityInstance path(int vertices, boolean directed) {
    List<Edge> edges = IntStream.range(1, vertices).mapToObj(v -> new Edge(v - 1, v)).toList();
    EdgeList graph = new EdgeList(names(vertices), edges, directed);
    return new ConnectivityInstance(graph, 0, vertices - 1, "path");
  }

  /** A star of E edges gives each end the least share; one edge more is not certified. */
  @ParameterizedTest
  @CsvSource({
    "binary16, 8, 2045, NEAREST",
    "bfloat16, 16, 253, NEAREST",
    "binary32, 8, 1500, NEAREST",
    "bits:10, 16, 1021, NEAREST",
    "binary32, 16, 500, TRUNCATE",
    "bits:13, 4, 300, TRUNCATE",
    "bits:60, 8, 200, NEAREST"
  })
  void starsAtTheLimitOfTheArithmeticAreRight(
      String name, int vertices, int edges, Arithmetic.Rounding rounding) {
    Arithmetic named = Arithmetic.named(name).orElseThrow();
    Arithmetic arithmetic = rounding == Arithmetic.Rounding.NEAREST ? named : named.truncating();
    List<Edge> star = new ArrayList<>();
    for (int e = 0; e < edges - 1; e++) {
      star.add(new Edge(0, 1 + e % (vertices - 3)));
    }
    star.add(new Edge(0, vertices - 2)); // once, so its share is 1/E
    EdgeList graph = new EdgeList(names(vertices), star, true);
    Model model = Model.of(graph, arithmetic);
    model.check(new ConnectivityInstance(graph, 0, vertices - 2, "the last edge"));
    model.check(new ConnectivityInstance(graph, 0, vertices - 1, "no edge"));
  }

  @ParameterizedTest
  @CsvSource({"binary16, 2047", "bfloat16, 255", "binary32, 16777215"})
  void theEdgesThatShareAWeightAreCounted(String name, int most) {
    ConstructionOptions options = OPTIONS.withArithmetic(Arithmetic.named(name).orElseThrow());
    ThoughtConstruction construction = ThoughtConstruction.complete(8, true, options);
    assertThat(construction.largestCertified()).isEqualTo(most);
    assertThatThrownBy(() -> construction.compile(Extent.of(most + 1)))
        .isInstanceOf(NotCertifiedException.class)
        .hasMessageContaining("the number of edges that share a weight");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSizeOfTheModelGrowsWithTheVerticesOnly(boolean directed) {
    for (int vertices : List.of(2, 10, 200)) {
      Transformer model =
          Model.of(path(vertices, directed).graph(), Arithmetic.BINARY64).decoder().model();
      assertThat(List.of(model.width(), model.heads(), model.layers().size(), model.hidden()))
          .as("%d vertices", vertices)
          .isEqualTo(List.of(5 * vertices + 8, directed ? 3 : 4, 2, vertices));
    }
  }

  @Test
  void optionsThatItDoesNotHaveAreRefused() {
    refuses(OPTIONS.withMask(Mask.STRICT), "a thought sees itself; the mask cannot be chosen");
    refuses(OPTIONS.withNorms(Norms.STANDARD), OPTIONS.withNorms(Norms.STANDARD).normProblem());
    refuses(OPTIONS.withSoftmax(100), OPTIONS.withSoftmax(100).softmaxProblem());
    refuses(
        OPTIONS.withNorms(Norms.PROJECTED),
        "thoughts are cleaned by a norm for each vertex, which projected pre-norm would turn into"
            + " as many layers; choose the norm multi");
    String counts =
        "thoughts compare no counts and no positions; --hash and --positions do not apply";
    refuses(OPTIONS.withPositions(Positions.EMBEDDED), counts);
    refuses(OPTIONS.withHash(Hash.PLAIN), counts);
  }

  private static void refuses(ConstructionOptions options, java.util.Optional<String> sentence) {
    refuses(options, sentence.orElseThrow());
  }

  private static void refuses(ConstructionOptions options, String sentence) {
    assertThatThrownBy(() -> ThoughtConstruction.complete(3, true, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
