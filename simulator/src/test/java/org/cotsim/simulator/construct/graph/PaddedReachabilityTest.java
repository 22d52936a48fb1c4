package org.cotsim.simulator.construct.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.languages.graph.AllGraphs;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.oracle.ConnectivityOracle;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reachability by squaring, with pairs and triples as padding and with rows. */
class PaddedReachabilityTest {

  private static final ConstructionOptions OPTIONS = ConstructionOptions.defaults();

  /** The two constructions. */
  enum Way {
    PADDING,
    SQUARING;

    PaddedReachability complete(int vertices, boolean directed) {
      return complete(vertices, directed, OPTIONS);
    }

    PaddedReachability complete(int vertices, boolean directed, ConstructionOptions options) {
      return this == PADDING
          ? PaddingConstruction.complete(vertices, directed, options)
          : SquaringConstruction.complete(vertices, directed, options);
    }

    PaddedReachability of(EdgeList graph) {
      return this == PADDING
          ? PaddingConstruction.of(graph, OPTIONS)
          : SquaringConstruction.of(graph, OPTIONS);
    }

    static PaddedReachability withLoops(PaddedReachability usual, int loops) {
      return usual.with(OptionalInt.of(loops), OptionalInt.empty());
    }

    static PaddedReachability withPadding(PaddedReachability usual, int padding) {
      return usual.with(OptionalInt.empty(), OptionalInt.of(padding));
    }
  }

  private static ConstructedDecoder<ConnectivityInstance> compiled(
      PaddedReachability construction, int slots) {
    try {
      return construction.compile(new Extent(slots + 2, 0));
    } catch (NotCertifiedException e) {
      throw new AssertionError(e);
    }
  }

  private static Outcome decode(
      ConstructedDecoder<ConnectivityInstance> decoder,
      ConnectivityInstance instance,
      Executor executor) {
    return new Decoder(decoder.model(), executor).decode(decoder.prompt(instance), 0).outcome();
  }

  private static void check(
      PaddedReachability construction,
      ConstructedDecoder<ConnectivityInstance> decoder,
      ConnectivityInstance instance) {
    assertThat(decode(decoder, instance, new ReferenceExecutor()))
        .as("%s, label %s", instance, instance.label())
        .isEqualTo(answered(construction, ConnectivityOracle.reachable(instance)));
  }

  private static Outcome answered(PaddedReachability construction, boolean reachable) {
    return new Outcome.Answered(0, construction.tokens().answer(reachable));
  }

  @ParameterizedTest
  @CsvSource({
    "PADDING,1,true", "PADDING,2,true", "PADDING,3,true", "PADDING,3,false",
    "SQUARING,1,true", "SQUARING,2,true", "SQUARING,3,true", "SQUARING,3,false",
    "SQUARING,4,false"
  })
  void everySmallGraphIsDecided(Way way, int vertices, boolean directed) {
    PaddedReachability construction = way.complete(vertices, directed);
    ConstructedDecoder<ConnectivityInstance> decoder =
        compiled(construction, vertices * (vertices - 1));
    AllGraphs.graphs(vertices, directed)
        .flatMap(AllGraphs::questions)
        .forEach(question -> check(construction, decoder, question));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void smallerGraphsLoopsAndParallelEdgesAreDecided(Way way) {
    for (boolean directed : List.of(true, false)) {
      PaddedReachability construction = way.complete(5, directed);
      ConstructedDecoder<ConnectivityInstance> decoder = compiled(construction, 11);
      for (int seed = 0; seed < 40; seed++) {
        check(construction, decoder, multigraph(directed, new Random(seed), "seed " + seed));
      }
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
  @CsvSource({"PADDING,8", "SQUARING,8", "SQUARING,17"})
  void everyFamilyIsDecided(Way way, int vertices) {
    for (GraphFamily family : GraphFamily.values()) {
      for (boolean directed : List.of(true, false)) {
        ConnectivityInstance instance = family.generate(vertices, directed, 1);
        PaddedReachability construction = way.of(instance.graph());
        ConstructedDecoder<ConnectivityInstance> decoder =
            compiled(construction, instance.edges().size());
        assertThat(decode(decoder, instance, new IndexedExecutor()))
            .as("%s, %s, seed 1", way, family)
            .isEqualTo(answered(construction, ConnectivityOracle.reachable(instance)));
      }
    }
  }

  private static ConnectivityInstance path(int vertices, boolean directed) {
    List<Edge> edges = IntStream.range(1, vertices).mapToObj(v -> new Edge(v - 1, v)).toList();
    List<String> names = IntStream.range(0, vertices).mapToObj(Integer::toString).toList();
    return new ConnectivityInstance(new EdgeList(names, edges, directed), 0, vertices - 1, "path");
  }

  /** A path of 2^k + 1 edges needs k + 1 loops. */
  @ParameterizedTest
  @CsvSource({"PADDING,3", "PADDING,4", "PADDING,6", "SQUARING,3", "SQUARING,6", "SQUARING,34"})
  void oneLoopOrOneBlankLessIsNotEnough(Way way, int vertices) {
    PaddedReachability enough = way.of(path(vertices, true).graph());
    ConnectivityInstance path = path(vertices, true);
    int loops = enough.loops();
    assertThat(1 << loops).isGreaterThanOrEqualTo(vertices - 1).isLessThan(2 * (vertices - 1));
    int blanks = (int) enough.padding();
    assertThat(accepts(enough, path)).isTrue();
    assertThat(accepts(Way.withLoops(enough, loops + 1), path)).isTrue();
    assertThat(accepts(Way.withPadding(enough, blanks + 1), path)).isTrue();
    assertThat(accepts(Way.withLoops(enough, loops - 1), path)).isFalse();
    assertThat(accepts(Way.withPadding(enough, blanks - 1), path)).isFalse();
    assertThat(accepts(Way.withPadding(enough, 0), path)).isFalse();
    assertThat(accepts(Way.withLoops(enough, 0), path)).isFalse();
  }

  private static boolean accepts(PaddedReachability construction, ConnectivityInstance path) {
    ConstructedDecoder<ConnectivityInstance> decoder = compiled(construction, path.edges().size());
    Outcome outcome = decode(decoder, path, new IndexedExecutor());
    assertThat(outcome).isEqualTo(decode(decoder, path, new ReferenceExecutor()));
    return outcome.equals(answered(construction, true));
  }

  /** With fewer loops the answer is whether there is a path of at most 2^loops edges. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void fewerLoopsAnswerForShorterPaths(Way way) {
    int vertices = way == Way.PADDING ? 5 : 11;
    PaddedReachability enough = way.of(path(vertices, true).graph());
    for (int loops = 0; loops <= enough.loops(); loops++) {
      PaddedReachability fewer = Way.withLoops(enough, loops);
      ConstructedDecoder<ConnectivityInstance> decoder = compiled(fewer, vertices - 1);
      for (int t = 0; t < vertices; t++) {
        ConnectivityInstance to =
            new ConnectivityInstance(path(vertices, true).graph(), 0, t, "path");
        assertThat(decode(decoder, to, new ReferenceExecutor()))
            .isEqualTo(answered(fewer, t <= 1 << loops));
      }
    }
  }

  /** Whatever the padding, there is an answer, and yes is never said wrongly. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void anyPaddingGivesAnAnswer(Way way) {
    ConnectivityInstance path = path(4, false);
    ConnectivityInstance apart =
        new ConnectivityInstance(
            new EdgeList(path.names(), path.edges().subList(0, 2), false), 0, 3, "apart");
    PaddedReachability enough = way.complete(4, false);
    for (int blanks = 0; blanks <= enough.padding(); blanks += 3) {
      PaddedReachability fewer = Way.withPadding(enough, blanks);
      ConstructedDecoder<ConnectivityInstance> decoder = compiled(fewer, 3);
      assertThat(decode(decoder, path, new ReferenceExecutor()))
          .isInstanceOf(Outcome.Answered.class);
      assertThat(decode(decoder, apart, new ReferenceExecutor())).isEqualTo(answered(fewer, false));
    }
  }

  /** Block l holds exactly the paths of length at most 2^l, from loop l on, and nothing before. */
  @ParameterizedTest
  @EnumSource(Way.class)
  void blocksFillLoopByLoop(Way way) {
    int vertices = way == Way.PADDING ? 5 : 9;
    for (int seed = 0; seed < 3; seed++) {
      blocksFillLoopByLoop(way, random(vertices, new Random(seed), "seed " + seed));
    }
    blocksFillLoopByLoop(way, path(vertices, true));
  }

  private static ConnectivityInstance random(int vertices, Random random, String label) {
    List<Edge> edges =
        IntStream.range(0, vertices + 1)
            .mapToObj(e -> new Edge(random.nextInt(vertices), random.nextInt(vertices)))
            .toList();
    List<String> names = IntStream.range(0, vertices).mapToObj(Integer::toString).toList();
    return new ConnectivityInstance(
        new EdgeList(names, edges, random.nextBoolean()), 0, vertices - 1, label);
  }

  private static void blocksFillLoopByLoop(Way way, ConnectivityInstance instance) {
    int vertices = instance.names().size();
    PaddedReachability construction = way.of(instance.graph());
    ConstructedDecoder<ConnectivityInstance> decoder =
        compiled(construction, instance.edges().size());
    for (int loop = 0; loop <= construction.loops(); loop++) {
      List<boolean[][]> blocks =
          Blocks.after(construction, decoder, instance, loop); // [block][from][to]
      for (int block = 0; block < blocks.size(); block++) {
        boolean[][] expected =
            block <= loop ? within(instance, 1 << block) : new boolean[vertices][vertices];
        assertThat(blocks.get(block))
            .as("%s, %s, loop %d, block %d", way, instance.label(), loop, block)
            .isEqualTo(expected);
      }
    }
  }

  /** Which vertices are joined by a path of so many edges or fewer, by JGraphT. */
  private static boolean[][] within(ConnectivityInstance instance, int length) {
    int n = instance.names().size();
    boolean[][] joined = new boolean[n][n];
    for (int s = 0; s < n; s++) {
      for (int t = 0; t < n; t++) {
        OptionalInt distance =
            ConnectivityOracle.distance(new ConnectivityInstance(instance.graph(), s, t, ""));
        joined[s][t] = distance.isPresent() && distance.getAsInt() <= length;
      }
    }
    return joined;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theLoopHasItsWeightsOnceAndPaddingIsTheSameForEveryInput(Way way) {
    PaddedReachability construction = way.complete(6, true);
    assertThat(construction.loops()).isEqualTo(3);
    ConstructedDecoder<ConnectivityInstance> decoder = compiled(construction, 9);
    Transformer model = decoder.model();
    assertThat(model.layers()).hasSize(8);
    assertThat(model.distinctLayers()).hasSize(4);
    long padding = way == Way.PADDING ? 36 + 3 * (216 + 36) : 6 * 4;
    assertThat(construction.padding()).isEqualTo(padding);
    List<int[]> blanks =
        Stream.of(path(6, true), path(2, true))
            .map(decoder::prompt)
            .map(prompt -> Arrays.stream(prompt).map(t -> isBlank(model, t) ? 1 : 0).toArray())
            .toList();
    assertThat(Arrays.stream(blanks.get(0)).sum()).isEqualTo((int) padding);
    assertThat(blanks.get(0)).isEqualTo(blanks.get(1));
  }

  private static boolean isBlank(Transformer model, int token) {
    return model.vocabulary().token(token).equals(new Token("_", Token.Role.PADDING));
  }

  @Test
  void theWidthOfPaddingDoesNotDependOnTheGraph() {
    for (int vertices : List.of(1, 2, 7, 20)) {
      Transformer model = compiled(Way.PADDING.complete(vertices, true), 3).model();
      assertThat(model.width()).as("%d vertices", vertices).isEqualTo(32);
      assertThat(model.hidden()).isLessThanOrEqualTo(11);
    }
  }

  @Test
  void theWidthOfSquaringIsAsClaimed() {
    for (int vertices : List.of(1, 2, 7, 40)) {
      PaddedReachability construction = Way.SQUARING.complete(vertices, true);
      int claimed = 4 * vertices + 2 * construction.loops() + 12;
      assertThat(compiled(construction, 3).model().width()).isEqualTo(claimed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PADDING,12,BINARY32",
    "PADDING,12,BINARY64",
    "SQUARING,128,BINARY32",
    "SQUARING,128,BINARY64"
  })
  void theSizesAreCertified(Way way, int vertices, String name) {
    Arithmetic arithmetic = name.equals("BINARY32") ? Arithmetic.BINARY32 : Arithmetic.BINARY64;
    assertThat(
            way.complete(vertices, true, OPTIONS.withArithmetic(arithmetic))
                .certificate(new Extent(1000, 0))
                .holds())
        .isTrue();
  }

  @Test
  void tooManyBlanksAreRefused() {
    assertThatThrownBy(() -> Way.PADDING.complete(100, true).compile(new Extent(10, 0)))
        .isInstanceOf(NotCertifiedException.class)
        .hasMessageContaining(
            "the number of blanks, 7080000, is more than the 262144 that can be had");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aLongerInputIsRefused(Way way) {
    ConstructedDecoder<ConnectivityInstance> decoder = compiled(way.complete(4, true), 2);
    assertThatThrownBy(() -> decoder.prompt(path(4, true)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the model is compiled for inputs of up to 4 tokens, not 5");
    assertThatThrownBy(() -> decoder.prompt(path(5, true)))
        .hasMessageContaining("up to 4 vertices that are directed");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void optionsThatItDoesNotHaveAreRefused(Way way) {
    refuses(way, OPTIONS.withMask(Mask.STRICT), "the mask cannot be chosen");
    refuses(way, OPTIONS.withSoftmax(9), "saturated attention only");
    refuses(way, OPTIONS.withHash(ConstructionOptions.Hash.PLAIN), "--hash and --positions do not");
    refuses(
        way,
        OPTIONS.withPositions(ConstructionOptions.Positions.EMBEDDED),
        "--hash and --positions do not");
    refuses(way, OPTIONS.withNorms(ConstructionOptions.Norms.STANDARD), "standard pre-norm");
    refuses(way, OPTIONS.withNorms(ConstructionOptions.Norms.PROJECTED), "choose the norm multi");
  }

  private static void refuses(Way way, ConstructionOptions options, String why) {
    assertThatThrownBy(() -> way.complete(3, true, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  static Subspace subspace(ConstructedDecoder<?> decoder, String name) {
    return decoder.blueprint().subspaces().stream()
        .filter(subspace -> subspace.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
