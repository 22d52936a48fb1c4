package org.cotsim.benchmarks.jmh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
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
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Is decoding many words side by side faster per token than one after the other?
 *
 * <p>Time per intermediate token, the prompt included, for words of length 256 with chains of 257
 * tokens: the baseline decodes a few words one by one, the other one all 1 024 in batches.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class BatchedDecoding {

  private static final int WORD = 256;
  private static final int CHAIN = WORD + 1;
  private static final int BATCH = 1024;
  private static final int SAMPLE = 16;

  private Transformer model;
  private int[][] prompts; // [batch][word + 2]

  /** Makes the model and the words. */
  @Setup
  public void prepare() {
    Random random = new Random(20240507);
    model = model(random);
    prompts = new int[BATCH][];
    Arrays.setAll(
        prompts,
        b -> {
          int[] prompt = random.ints(WORD + 2, 1, 3).toArray(); // the two input symbols
          prompt[0] = 0; // $
          prompt[WORD + 1] = 3; // #
          return prompt;
        });
  }

  /** The words one after the other. */
  @Benchmark
  @OperationsPerInvocation(SAMPLE * CHAIN)
  public long referenceOneByOne() {
    long sum = 0;
    for (int b = 0; b < SAMPLE; b++) {
      sum += decode(new ReferenceExecutor(), Arrays.copyOfRange(prompts, b, b + 1));
    }
    return sum;
  }

  /** All words, in batches of the size that the executor prefers. */
  @Benchmark
  @OperationsPerInvocation(BATCH * CHAIN)
  public long nd4jBatch() {
    Executor executor = new Nd4jExecutor();
    int size = executor.preferredBatch(model, WORD + 2 + CHAIN);
    long sum = 0;
    for (int from = 0; from < BATCH; from += size) {
      sum += decode(executor, Arrays.copyOfRange(prompts, from, Math.min(BATCH, from + size)));
    }
    return sum;
  }

  private long decode(Executor executor, int[][] words) {
    TokenSet all = model.vocabulary().all();
    int[] choices = new int[words.length];
    long sum = 0;
    try (Session session = executor.open(model, words.length, WORD + 2 + CHAIN)) {
      session.appendAll(words);
      for (int step = 0; step < CHAIN; step++) {
        session.choose(all, choices);
        sum += Arrays.stream(choices).sum();
        session.append(choices);
      }
      return sum;
    }
  }

  /** A stand-in as large as the construction for parity, which always emits the same token. */
  private static Transformer model(Random random) {
    int width = 30;
    List<Layer> layers = new ArrayList<>();
    for (int l = 0; l < 2; l++) {
      List<Head> heads = Stream.generate(() -> head(random, width)).limit(3).toList();
      FeedForward feedForward =
          new FeedForward(
              new Norm.Standard(), affine(random, 10, width, 0.1), affine(random, width, 10, 0.1));
      layers.add(new Layer(new Attention(new Norm.Standard(), heads), feedForward));
    }
    List<Token> tokens = new ArrayList<>(List.of(new Token("$", Token.Role.START)));
    tokens.add(new Token("0", Token.Role.INPUT));
    tokens.add(new Token("1", Token.Role.INPUT));
    tokens.add(new Token("#", Token.Role.THINK));
    tokens.add(new Token("even", Token.Role.STEP));
    tokens.add(new Token("odd", Token.Role.STEP));
    tokens.add(new Token("reject", Token.Role.ANSWER));
    tokens.add(new Token("accept", Token.Role.ANSWER));
    return new Transformer(
        new Vocabulary(tokens),
        affine(random, 8, width, 0.3).matrix(),
        new PositionEmbedding.None(),
        layers,
        new OutputMap(
            new Affine(affine(random, 8, width, 0.3).matrix(), 0, 0, 0, 0, 1e4, 0, 0, 0), 1e-9));
  }

  private static Head head(Random random, int width) {
    return new Head(
        affine(random, 4, width, 0.1),
        affine(random, 4, width, 0.1),
        affine(random, 3, width, 0.1),
        affine(random, width, 3, 0.1).matrix(),
        new Weighting.Saturated(1e-9),
        Mask.CAUSAL);
  }

  private static Affine affine(Random random, int rows, int columns, double density) {
    Matrix.Builder builder = Matrix.builder(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        if (random.nextDouble() < density) {
          builder.add(row, column, random.nextInt(5) - 2);
        }
      }
    }
    return Affine.linear(builder.build());
  }
}
