package org.cotsim.simulator.execute.indexed;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * Transformers of random shapes: ties, near ties, zero queries, flags, softmax, position tables.
 */
final class RandomTransformers {

  private static final double[] TOLERANCES = {1e-9, 1e-9, 1e-6, 0.05, 0.5};

  private final Random random;
  private final DoubleSupplier weight;
  private final double change;
  private final double density;
  private final int width;
  private final int positions;

  private RandomTransformers(long seed, int positions, double change) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.density = random.nextInt(3) == 0 ? 1 : 0.15 + 0.5 * random.nextDouble();
    this.width = 2 + random.nextInt(9);
    this.positions = positions;
    DoubleSupplier plain =
        random.nextBoolean() ? random::nextGaussian : () -> (random.nextInt(5) - 2) / 2.0;
    this.change = change;
    Random changes = new Random(Double.doubleToLongBits(change));
    this.weight = () -> plain.getAsDouble() * (1 + change * (changes.nextDouble() - 0.5));
  }

  /**
   * A model with room for so many positions.
   *
   * @param change up to half of it, relatively, is added to every weight at random, and some of
   *     that order to every position
   */
  static Transformer of(long seed, int positions, double change) {
    return new RandomTransformers(seed, positions, change).make();
  }

  private Transformer make() {
    int tokens = 2 + random.nextInt(8);
    Vocabulary vocabulary =
        new Vocabulary(
            IntStream.range(0, tokens)
                .mapToObj(i -> new Token("t" + i, i == 0 ? Token.Role.ANSWER : Token.Role.STEP))
                .toList());
    PositionEmbedding table = positions();
    List<Layer> layers = Stream.generate(this::layer).limit(1 + random.nextInt(3)).toList();
    double tie = random.nextInt(3) == 0 ? 1e-3 : 1e-9;
    OutputMap output = new OutputMap(affine(tokens, width), tie);
    return new Transformer(vocabulary, matrix(tokens, width), table, layers, output);
  }

  /** A table, or none; none becomes noise if weights are to be changed. */
  private PositionEmbedding positions() {
    if (random.nextInt(3) == 0) {
      return new PositionEmbedding.Table(matrix(positions, width));
    }
    if (change == 0) {
      return new PositionEmbedding.None();
    }
    Random noise = new Random(1);
    Matrix.Builder table = Matrix.builder(positions, width);
    for (int i = 0; i < positions * width; i++) {
      table.add(i / width, i % width, change * noise.nextGaussian());
    }
    return new PositionEmbedding.Table(table.build());
  }

  private Layer layer() {
    Norm norm = norm();
    List<Head> heads =
        Stream.generate(() -> head(norm.outputs(width))).limit(random.nextInt(4)).toList();
    Norm second = norm();
    int hidden = random.nextInt(7);
    return new Layer(
        new Attention(norm, heads),
        new FeedForward(second, affine(hidden, second.outputs(width)), affine(width, hidden)));
  }

  private Norm norm() {
    int kind = random.nextInt(3);
    if (kind == 0) {
      return new Norm.Standard();
    }
    return kind == 1
        ? new Norm.Projected(projection())
        : new Norm.Multi(Stream.generate(this::projection).limit(1 + random.nextInt(3)).toList());
  }

  /** Sometimes of the form (M, -M), as constructions have it. */
  private Matrix projection() {
    int rows = 1 + random.nextInt(4);
    double[][] m = matrix(rows, width).toDense();
    if (random.nextBoolean()) {
      return Matrix.of(m);
    }
    double[][] both = new double[2 * rows][];
    for (int r = 0; r < rows; r++) {
      both[r] = m[r];
      both[rows + r] = IntStream.range(0, width).mapToDouble(c -> 0).toArray();
      for (int c = 0; c < width; c++) {
        both[rows + r][c] = -m[r][c];
      }
    }
    return Matrix.of(both);
  }

  private Head head(int inputs) {
    int keySize = 1 + random.nextInt(5);
    int valueSize = 1 + random.nextInt(4);
    Weighting weighting =
        random.nextInt(6) == 0
            ? new Weighting.Softmax(3 * random.nextDouble())
            : new Weighting.Saturated(TOLERANCES[random.nextInt(TOLERANCES.length)]);
    return new Head(
        random.nextInt(8) == 0
            ? Affine.linear(Matrix.zero(keySize, inputs))
            : affine(keySize, inputs),
        affine(keySize, inputs),
        affine(valueSize, inputs),
        matrix(width, valueSize),
        weighting,
        random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT);
  }

  private Affine affine(int rows, int columns) {
    double[] bias = new double[rows];
    for (int r = 0; r < rows; r++) {
      bias[r] = random.nextBoolean() ? 0 : weight.getAsDouble();
    }
    return new Affine(matrix(rows, columns), bias);
  }

  private Matrix matrix(int rows, int columns) {
    Matrix.Builder builder = Matrix.builder(rows, columns);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (random.nextDouble() < density) {
          builder.add(r, c, weight.getAsDouble());
        }
      }
    }
    return builder.build();
  }
}
