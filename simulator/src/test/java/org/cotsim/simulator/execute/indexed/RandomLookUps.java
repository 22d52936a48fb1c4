package org.cotsim.simulator.execute.indexed;

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
 * Models of one head whose keys and queries are read from a position table and whose values are
 * exact flags, so that any other maximal set than the reference's shows in the scores.
 *
 * <p>Keys are unit vectors in one or two planes: in order, at random, in clusters, repeated, all
 * around the circle, moving along it slowly, with and without noise of a few ulps, or of the angle
 * that the tolerance makes, so that many are nearly tied; some are shifted, so that they lie on no
 * circle; tokens carry flags that close some of them.
 */
final class RandomLookUps {

  private static final double[] TOLERANCES = {0, 1e-15, 1e-13, 1e-9, 1e-4, 0.3};
  private static final int TOKENS = 4;

  private final Random random;
  private final int planes;
  private final int length;
  private final double tolerance;
  private final double[] angles; // a pool

  private RandomLookUps(long seed, int length) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.planes = 1 + random.nextInt(2);
    this.length = length;
    this.tolerance = TOLERANCES[random.nextInt(TOLERANCES.length)];
    int pool = 1 + random.nextInt(random.nextBoolean() ? 20 : length);
    double spread =
        switch (random.nextInt(4)) {
          case 0 -> Math.pow(10, -6 * random.nextDouble());
          case 1 -> 2 * Math.PI;
          default -> 1.5;
        };
    double from = random.nextBoolean() ? 0 : 2 * Math.PI * random.nextDouble();
    if (random.nextInt(5) == 0) {
      double step = Math.pow(10, -17 + 15 * random.nextDouble());
      this.angles = IntStream.range(0, length).mapToDouble(i -> from + i * step).toArray();
    } else {
      this.angles = random.doubles(pool, from, from + spread).toArray();
      if (random.nextBoolean()) {
        java.util.Arrays.sort(angles);
      }
    }
  }

  static Transformer of(long seed, int length) {
    return new RandomLookUps(seed, length).make();
  }

  /** Columns: one-hot of the token, then per plane (x, y) of the key and (x, y) of the query. */
  private Transformer make() {
    int width = TOKENS + 4 * planes;
    Vocabulary vocabulary =
        new Vocabulary(
            IntStream.range(0, TOKENS).mapToObj(i -> new Token("t" + i, Token.Role.STEP)).toList());
    Matrix.Builder embedding = Matrix.builder(TOKENS, width);
    Matrix.Builder output = Matrix.builder(TOKENS, width);
    for (int t = 0; t < TOKENS; t++) {
      embedding.add(t, t, 1);
      output.add(t, t, 1);
    }
    return new Transformer(
        vocabulary,
        embedding.build(),
        new PositionEmbedding.Table(table(width)),
        List.of(layer(width)),
        new OutputMap(Affine.linear(output.build()), 0));
  }

  private Matrix table(int width) {
    boolean inOrder = random.nextBoolean();
    double[] noises = {0, 0, 4e-16, 4e-16, Math.sqrt(2 * tolerance)};
    double noise = noises[random.nextInt(noises.length)];
    Matrix.Builder table = Matrix.builder(length, width);
    for (int i = 0; i < length; i++) {
      for (int p = 0; p < planes; p++) {
        int key = inOrder && p == 0 ? i * angles.length / length : random.nextInt(angles.length);
        add(table, i, TOKENS + 4 * p, angles[key] + noise * random.nextGaussian());
        int query = random.nextInt(angles.length);
        add(table, i, TOKENS + 4 * p + 2, angles[query] + noise * random.nextGaussian());
      }
    }
    return table.build();
  }

  private static void add(Matrix.Builder table, int row, int column, double angle) {
    table.add(row, column, Math.sin(angle)).add(row, column + 1, Math.cos(angle));
  }

  private Layer layer(int width) {
    Matrix.Builder flags = Matrix.builder(TOKENS + 3, width); // (x, s, -s, -s)
    for (int t = 0; t < TOKENS; t++) {
      flags.add(t, t, 1).add(TOKENS, t, 1).add(TOKENS + 1, t, -1).add(TOKENS + 2, t, -1);
    }
    List<Matrix> norms = new java.util.ArrayList<>(List.of(flags.build()));
    for (int pair = 0; pair < 2 * planes; pair++) {
      int column = TOKENS + 2 * pair;
      Matrix.Builder m = Matrix.builder(4, width);
      m.add(0, column, 1).add(1, column + 1, 1).add(2, column, -1).add(3, column + 1, -1);
      norms.add(m.build());
    }
    int inputs = TOKENS + 3 + 8 * planes;
    Attention attention = new Attention(new Norm.Multi(norms), List.of(head(inputs, width)));
    Affine none = Affine.linear(Matrix.zero(0, width));
    return new Layer(
        attention,
        new FeedForward(new Norm.Standard(), none, Affine.linear(Matrix.zero(width, 0))));
  }

  private Head head(int inputs, int width) {
    int size = 2 * planes + 1;
    Matrix.Builder query = Matrix.builder(size, inputs);
    Matrix.Builder key = Matrix.builder(size, inputs);
    boolean shifted = random.nextInt(3) == 0;
    double[] keyBias = new double[size];
    double[] queryBias = new double[size];
    for (int c = 0; c < 2 * planes; c++) {
      int at = TOKENS + 3 + 8 * (c / 2) + c % 2;
      key.add(c, at, Math.sqrt(2));
      query.add(c, at + 4, random.nextInt(10) == 0 ? -1 : Math.sqrt(2));
      keyBias[c] = shifted ? random.nextGaussian() : 0;
    }
    queryBias[size - 1] = 1;
    key.add(size - 1, random.nextInt(TOKENS), -4);
    Matrix.Builder value = Matrix.builder(TOKENS, inputs);
    Matrix.Builder output = Matrix.builder(width, TOKENS);
    for (int t = 0; t < TOKENS; t++) {
      value.add(t, t, 2);
      output.add(t, t, 1);
    }
    return new Head(
        new Affine(query.build(), queryBias),
        new Affine(key.build(), keyBias),
        Affine.linear(value.build()),
        output.build(),
        new Weighting.Saturated(tolerance),
        random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT);
  }
}
