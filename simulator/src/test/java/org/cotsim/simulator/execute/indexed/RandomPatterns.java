package org.cotsim.simulator.execute.indexed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.cotsim.simulator.model.Weighting;

/**
 * Models of one head with keys and queries of many signs, read from a position table, and values
 * that are exact flags, so that any other maximal set than the reference's shows in the scores.
 *
 * <p>Patterns are few or many; queries are patterns of keys, near them, or anything, sometimes with
 * weights that leave components out or make them nearly so; now and then a sign is 0, a third
 * value; tokens carry flags that close some keys.
 */
final class RandomPatterns {

  private static final double[] TOLERANCES = {0, 1e-12, 0.5, 1.5};
  private static final int TOKENS = 4;

  private final Random random;
  private final int components;
  private final int length;

  private RandomPatterns(long seed, int length) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.components = 9 + random.nextInt(random.nextBoolean() ? 8 : 56);
    this.length = length;
  }

  static Transformer of(long seed, int length) {
    return new RandomPatterns(seed, length).make();
  }

  /** Columns: one-hot of the token, then the signs of the key and those of the query. */
  private Transformer make() {
    int width = TOKENS + 2 * components;
    List<Token> tokens =
        IntStream.range(0, TOKENS).mapToObj(i -> new Token("t" + i, Token.Role.STEP)).toList();
    Matrix.Builder embedding = Matrix.builder(TOKENS, width);
    Matrix.Builder output = Matrix.builder(TOKENS, width);
    for (int t = 0; t < TOKENS; t++) {
      embedding.add(t, t, 1);
      output.add(t, t, 1);
    }
    return new Transformer(
        new Vocabulary(tokens),
        embedding.build(),
        new PositionEmbedding.Table(table(width)),
        List.of(layer(width)),
        new OutputMap(Affine.linear(output.build()), 0));
  }

  private Matrix table(int width) {
    int patterns = 1 + random.nextInt(random.nextBoolean() ? 10 : length);
    int[][] pool = new int[patterns][];
    for (int p = 0; p < patterns; p++) {
      int changes = random.nextInt(4);
      pool[p] = p == 0 || changes == 0 ? signs() : changed(pool[random.nextInt(p)], changes);
    }
    int third = random.nextInt(3) == 0 ? random.nextInt(length) : -1;
    Matrix.Builder table = Matrix.builder(length, width);
    for (int i = 0; i < length; i++) {
      int[] key = pool[random.nextInt(patterns)].clone();
      if (i == third) {
        key[random.nextInt(components)] = 0;
      }
      int[] query = changed(pool[random.nextInt(patterns)], random.nextInt(3));
      for (int c = 0; c < components; c++) {
        table.add(i, TOKENS + c, key[c]).add(i, TOKENS + components + c, query[c]);
      }
    }
    return table.build();
  }

  private int[] signs() {
    return IntStream.range(0, components).map(c -> random.nextBoolean() ? 1 : -1).toArray();
  }

  private int[] changed(int[] signs, int times) {
    int[] changed = signs.clone();
    for (int i = 0; i < times; i++) {
      changed[random.nextInt(components)] *= -1;
    }
    return changed;
  }

  private Layer layer(int width) {
    Matrix.Builder flags = Matrix.builder(TOKENS + 3, width); // (x, s, -s, -s)
    for (int t = 0; t < TOKENS; t++) {
      flags.add(t, t, 1).add(TOKENS, t, 1).add(TOKENS + 1, t, -1).add(TOKENS + 2, t, -1);
    }
    List<Matrix> norms = new ArrayList<>(List.of(flags.build()));
    for (int c = 0; c < 2 * components; c++) {
      norms.add(Matrix.builder(2, width).add(0, TOKENS + c, 1).add(1, TOKENS + c, -1).build());
    }
    int inputs = TOKENS + 3 + 4 * components;
    Attention attention = new Attention(new Norm.Multi(norms), List.of(head(inputs, width)));
    Affine none = Affine.linear(Matrix.zero(0, width));
    return new Layer(
        attention,
        new FeedForward(new Norm.Standard(), none, Affine.linear(Matrix.zero(width, 0))));
  }

  private Head head(int inputs, int width) {
    int size = components + 1;
    Matrix.Builder query = Matrix.builder(size, inputs);
    Matrix.Builder key = Matrix.builder(size, inputs);
    double[] queryBias = new double[size];
    int flag = random.nextInt(size);
    for (int c = 0; c < components; c++) {
      int at = TOKENS + 3 + 2 * c;
      int row = c < flag ? c : c + 1;
      key.add(row, at, Math.sqrt(2));
      double rare = random.nextBoolean() ? 0 : 1e-13;
      query.add(row, at + 2 * components, random.nextInt(30) == 0 ? rare : Math.sqrt(2));
    }
    queryBias[flag] = 1;
    key.add(flag, random.nextInt(TOKENS), -random.nextInt(5));
    Matrix.Builder value = Matrix.builder(TOKENS, inputs);
    Matrix.Builder output = Matrix.builder(width, TOKENS);
    for (int t = 0; t < TOKENS; t++) {
      value.add(t, t, 2);
      output.add(t, t, 1);
    }
    return new Head(
        new Affine(query.build(), queryBias),
        Affine.linear(key.build()),
        Affine.linear(value.build()),
        output.build(),
        new Weighting.Saturated(TOLERANCES[random.nextInt(TOLERANCES.length)]),
        random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT);
  }
}
