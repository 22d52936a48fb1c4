package org.cotsim.simulator.execute.indexed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.graph.GraphConstruction;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.cotsim.simulator.model.Weighting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads whose keys hold points that tokens have: token by token as the reference executor. */
class TokenKeysTest {

  private static final int MODELS = Integer.getInteger("cotsim.models", 400) / 16;
  private static final long SEED = Long.getLong("cotsim.seed", 1);
  private static final int LENGTH = 150;
  private static final int VERTICES = 90;
  private static final int DIGITS = 24;
  private static final int DYNAMIC = 7; // after three flags and two points
  private static final int FOUND = 9;
  private static final int WIDTH = 13;
  private static final double[] TOLERANCES = {1e-9, 1e-6, 0.01, 0.5};

  @ParameterizedTest
  @CsvSource({"true, SCALED", "false, SCALED", "true, FOLDED", "false, FOLDED"})
  void searchesRandomGraphs(boolean directed, Hash hash) throws Exception {
    Random random = new Random(SEED);
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      edges.add(new Edge(random.nextInt(VERTICES), random.nextInt(VERTICES)));
    }
    search(edges, directed, hash);
  }

  @ParameterizedTest
  @CsvSource({"true, SCALED", "false, SCALED", "true, FOLDED"})
  void searchesHubsThatHaveMoreKeysThanAListIsGoodFor(boolean directed, Hash hash)
      throws Exception {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      edges.add(i < VERTICES ? new Edge(i, (i + 1) % VERTICES) : new Edge(0, i % VERTICES));
    }
    Collections.shuffle(edges, new Random(SEED));
    search(edges, directed, hash);
  }

  private static void search(List<Edge> edges, boolean directed, Hash hash) throws Exception {
    List<String> names = IntStream.range(0, VERTICES).mapToObj(v -> "v" + v).toList();
    EdgeList graph = new EdgeList(names, edges, directed);
    ConnectivityInstance input = new ConnectivityInstance(graph, 1, VERTICES - 1, "graph");
    int steps = VERTICES + 2 * edges.size();
    ConstructedDecoder<ConnectivityInstance> decoder =
        GraphConstruction.of(graph, ConstructionOptions.defaults().withHash(hash))
            .compile(new Extent(edges.size() + 3, steps));
    assertThat(IndexedExecutor.plan(decoder.model()).toString())
        .contains(hash == Hash.FOLDED ? "digits that tokens have" : "points that tokens have");
    int[] prompt = decoder.prompt(input);
    compare(decoder.model(), prompt, prompt.length + steps, new Random(SEED), 0, "graph");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsTheSameMaximalPositionsAsTheReference(boolean digits) {
    int known = 0;
    for (long seed = SEED; seed < SEED + MODELS; seed++) {
      Random random = new Random(seed);
      Transformer model = digits ? digits(random) : model(random);
      String plan = IndexedExecutor.plan(model).toString();
      known +=
          plan.contains(digits ? "digits that tokens have" : "points that tokens have") ? 1 : 0;
      compare(model, new int[] {0}, LENGTH, random, 0.5, "seed " + seed);
    }
    assertThat(known).isGreaterThan(MODELS / 4);
  }

  /** Appends a prompt, then what was chosen or, sometimes, some token. */
  private static void compare(
      Transformer model, int[] prompt, int length, Random random, double other, String which) {
    TokenSet all = model.vocabulary().all();
    int[] expected = new int[1];
    int[] actual = new int[1];
    try (Session reference = new ReferenceExecutor().open(model, 1, length);
        Session indexed = new IndexedExecutor().open(model, 1, length)) {
      for (int i = 0; i < length; i++) {
        boolean any = random.nextDouble() < other || expected[0] < 0;
        int follow = any ? random.nextInt(all.size()) : expected[0];
        int[] token = {i < prompt.length ? prompt[i] : follow};
        reference.append(token);
        indexed.append(token);
        reference.choose(all, expected);
        indexed.choose(all, actual);
        assertThat(actual).as("%s, position %d", which, i).isEqualTo(expected);
        if (i % 10 == 0) {
          assertThat(indexed.scores(0))
              .as("%s, position %d", which, i)
              .usingComparatorWithPrecision(1e-12)
              .containsExactly(reference.scores(0));
        }
        if (i >= prompt.length - 1 && other == 0 && ends(model, expected[0])) {
          return;
        }
      }
    }
  }

  private static boolean ends(Transformer model, int choice) {
    return choice < 0 || model.vocabulary().withRole(Token.Role.ANSWER).contains(choice);
  }

  /** Counts tokens with the same point, and finds points by these counts. */
  private static Transformer model(Random random) {
    int size = 200 + random.nextInt(300);
    int points = random.nextBoolean() ? 70 + random.nextInt(10) : 1000;
    Matrix.Builder embedding = Matrix.builder(size, WIDTH);
    Matrix.Builder output = Matrix.builder(size, WIDTH);
    for (int token = 0; token < size; token++) {
      int kind = Math.min(2, random.nextInt(12));
      embedding.add(token, kind, 1);
      for (int half = 0; half < 2 && kind > 0; half++) {
        double angle = 0.1 + 2 * Math.PI * random.nextInt(points) / points; // no zeros
        for (int c = 0; c < 2; c++) {
          double x = c == 0 ? Math.cos(angle) : Math.sin(angle);
          embedding.add(token, 3 + 2 * half + c, x);
          if (kind == 2) {
            output.add(token, FOUND + 2 * half + c, x);
          }
        }
      }
      if (kind < 2) {
        output.add(token, random.nextInt(WIDTH), random.nextInt(3));
      }
    }
    Attention counts = new Attention(norms(), List.of(count(random, 0), count(random, 1)));
    Attention looks = new Attention(norms(), List.of(lookUp(random)));
    return new Transformer(
        vocabulary(size),
        embedding.build(),
        new PositionEmbedding.None(),
        List.of(new Layer(counts, nothing()), new Layer(looks, nothing())),
        new OutputMap(Affine.linear(output.build()), random.nextBoolean() ? 1e-6 : 0.01));
  }

  /** Counts tokens with the same digits, and finds tokens by digits and these counts. */
  private static Transformer digits(Random random) {
    int size = 200 + random.nextInt(300);
    int width = 3 + DIGITS + 3; // flags, digits, a count, two digits found
    Matrix.Builder embedding = Matrix.builder(size, width);
    Matrix.Builder output = Matrix.builder(size, width);
    for (int token = 0; token < size; token++) {
      int kind = Math.min(2, random.nextInt(12));
      embedding.add(token, kind, 1);
      int code = random.nextInt(150) * 0x9E3779B9; // several tokens have the same digits
      for (int d = 0; d < DIGITS && kind > 0; d++) {
        embedding.add(token, 3 + d, (code >>> d & 1) == 1 ? 1 : -1);
      }
      for (int c = 0; c < 3; c++) {
        output.add(token, 3 + DIGITS + c, random.nextInt(9) - 4);
      }
    }
    List<Matrix> norms = new ArrayList<>();
    norms.add(Matrix.builder(3, width).add(0, 0, 1).add(1, 1, 1).add(2, 2, 1).build());
    for (int d = 0; d < DIGITS + 1; d++) {
      Matrix.Builder pair = Matrix.builder(2, width).add(0, 3 + d, 1).add(1, 3 + d, -1);
      norms.add((d < DIGITS ? pair : pair.add(0, 0, -0.3)).build());
    }
    Norm norm = new Norm.Multi(norms);
    int inputs = 3 + 2 * (DIGITS + 1);
    Matrix count = Matrix.builder(1, inputs).add(0, random.nextInt(3), 1).build();
    Matrix found = Matrix.builder(2, inputs).add(0, 5, 1).add(1, 7, 1).build();
    Head counts = digitHead(random, inputs, DIGITS, count, width, 3 + DIGITS);
    Head looks = digitHead(random, inputs, DIGITS + 1, found, width, 4 + DIGITS);
    FeedForward nothing =
        new FeedForward(
            new Norm.Standard(),
            Affine.linear(Matrix.zero(0, width)),
            Affine.linear(Matrix.zero(width, 0)));
    return new Transformer(
        vocabulary(size),
        embedding.build(),
        new PositionEmbedding.None(),
        List.of(
            new Layer(new Attention(norm, List.of(counts)), nothing),
            new Layer(new Attention(norm, List.of(looks)), nothing)),
        new OutputMap(Affine.linear(output.build()), 1e-6));
  }

  private static Head digitHead(
      Random random, int inputs, int digits, Matrix value, int width, int target) {
    Matrix.Builder query = Matrix.builder(digits + 1, inputs);
    Matrix.Builder key = Matrix.builder(digits + 1, inputs);
    double sign = random.nextInt(3) == 0 ? -1 : 1; // opposite digits are never there
    for (int d = 0; d < digits; d++) {
      query.add(d, 3 + 2 * d, d == 0 ? sign : 1);
      key.add(d, 3 + 2 * d, random.nextInt(6) == 0 ? 0.5 : 1);
    }
    key.add(digits, random.nextInt(3), random.nextInt(3));
    Matrix.Builder out = Matrix.builder(width, value.rows());
    for (int c = 0; c < value.rows(); c++) {
      out.add(target + c, c, 1);
    }
    double[] bias = new double[digits + 1];
    bias[digits] = 1;
    return new Head(
        new Affine(query.build(), bias),
        Affine.linear(key.build()),
        Affine.linear(value),
        out.build(),
        new Weighting.Saturated(TOLERANCES[random.nextInt(TOLERANCES.length)]),
        random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT);
  }

  private static Vocabulary vocabulary(int size) {
    return new Vocabulary(
        IntStream.range(0, size)
            .mapToObj(t -> new Token("t" + t, t == 0 ? Token.Role.ANSWER : Token.Role.STEP))
            .toList());
  }

  /** Flags, points and counts, each normalised for itself: 0 to 2, 3 to 6, 7 to 10, 11 to 14. */
  private static Norm norms() {
    Matrix flags = Matrix.builder(3, WIDTH).add(0, 0, 1).add(1, 1, 1).add(2, 2, 1).build();
    return new Norm.Multi(List.of(flags, pair(3), pair(5), pair(DYNAMIC)));
  }

  private static Matrix pair(int column) {
    Matrix.Builder pair = Matrix.builder(4, WIDTH);
    for (int c = 0; c < 2; c++) {
      pair.add(2 * c, column + c, 1).add(2 * c + 1, column + c, -1);
    }
    return pair.build();
  }

  /** The mean of a flag over tokens near the own first or second point. */
  private static Head count(Random random, int target) {
    int first = 3 + 4 * random.nextInt(2);
    Matrix.Builder query = Matrix.builder(3, 15).add(0, first, 1).add(1, first + 2, 1);
    Matrix.Builder key = Matrix.builder(3, 15).add(0, 3, 1).add(1, 5, 1);
    key.add(2, 1, random.nextInt(2));
    return new Head(
        new Affine(query.build(), new double[] {0, 0, 1}),
        Affine.linear(key.build()),
        Affine.linear(Matrix.builder(1, 15).add(0, random.nextInt(3), 1).build()),
        Matrix.builder(WIDTH, 1).add(DYNAMIC + target, 0, 1).build(),
        new Weighting.Saturated(TOLERANCES[random.nextInt(TOLERANCES.length)]),
        random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT);
  }

  /** Finds both points of a token whose first one is near, and whose counts are alike. */
  private static Head lookUp(Random random) {
    double turn = random.nextInt(3) * 0.1;
    int compared = random.nextInt(3); // counts
    Matrix.Builder query = Matrix.builder(2 + compared, 15);
    query.add(0, 3, Math.cos(turn)).add(0, 5, -Math.sin(turn));
    query.add(1, 3, Math.sin(turn)).add(1, 5, Math.cos(turn));
    Matrix.Builder key = Matrix.builder(2 + compared, 15).add(0, 3, 1).add(1, 5, 1);
    for (int c = 0; c < compared; c++) {
      query.add(2 + c, 11 + 2 * c, 1);
      key.add(2 + c, 11 + 2 * c, 0.5 + random.nextInt(2));
    }
    Matrix.Builder value = Matrix.builder(4, 15);
    Matrix.Builder out = Matrix.builder(WIDTH, 4);
    for (int c = 0; c < 4; c++) {
      value.add(c, 3 + 2 * c, 1);
      out.add(FOUND + c, c, 1);
    }
    return new Head(
        Affine.linear(query.build()),
        Affine.linear(key.build()),
        Affine.linear(value.build()),
        out.build(),
        new Weighting.Saturated(TOLERANCES[random.nextInt(TOLERANCES.length)]),
        random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT);
  }

  private static FeedForward nothing() {
    return new FeedForward(
        new Norm.Standard(),
        Affine.linear(Matrix.zero(0, WIDTH)),
        Affine.linear(Matrix.zero(WIDTH, 0)));
  }
}
