package org.cotsim.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.cotsim.simulator.model.Weighting;

/**
 * Random models of every shape the definition allows, the same for the same seed.
 *
 * <p>Weights are small integers, so that equal tokens at different positions give equal scores and
 * ties are common.
 */
final class RandomTransformer {

  private final Random random;
  private final double tolerance;
  private final int width;

  private RandomTransformer(long seed, double tolerance) {
    this.random = new Random(seed);
    this.tolerance = tolerance;
    this.width = 1 + random.nextInt(9);
  }

  /**
   * A random model.
   *
   * @param tolerance of saturated heads and of the output
   * @param longest the positions of its table, if it gets one
   */
  static Transformer of(long seed, double tolerance, int longest) {
    return new RandomTransformer(seed, tolerance).model(longest);
  }

  private Transformer model(int longest) {
    List<Token.Role> roles =
        new ArrayList<>(
            List.of(Token.Role.START, Token.Role.INPUT, Token.Role.THINK, Token.Role.ANSWER));
    for (int more = random.nextInt(6); more > 0; more--) {
      roles.add(Stream.of(Token.Role.STEP, Token.Role.ANSWER).toList().get(random.nextInt(2)));
    }
    List<Layer> layers = new ArrayList<>();
    for (int more = random.nextInt(4); more > 0; more--) {
      layers.add(new Layer(attention(), feedForward()));
    }
    return new Transformer(
        Tiny.vocabulary(roles.toArray(Token.Role[]::new)),
        matrix(roles.size(), width),
        random.nextInt(3) == 0
            ? new PositionEmbedding.Table(matrix(longest, width))
            : new PositionEmbedding.None(),
        layers,
        new OutputMap(affine(roles.size(), width), tolerance));
  }

  private Attention attention() {
    Norm norm = norm();
    List<Head> heads = new ArrayList<>();
    for (int more = random.nextInt(4); more > 0; more--) {
      int keySize = 1 + random.nextInt(4);
      int valueSize = 1 + random.nextInt(3);
      heads.add(
          new Head(
              affine(keySize, norm.outputs(width)),
              affine(keySize, norm.outputs(width)),
              affine(valueSize, norm.outputs(width)),
              matrix(width, valueSize),
              random.nextInt(3) == 0
                  ? new Weighting.Softmax(random.nextInt(3))
                  : new Weighting.Saturated(tolerance),
              random.nextBoolean() ? Mask.CAUSAL : Mask.STRICT));
    }
    return new Attention(norm, heads);
  }

  private FeedForward feedForward() {
    Norm norm = norm();
    int hidden = random.nextInt(6);
    return new FeedForward(norm, affine(hidden, norm.outputs(width)), affine(width, hidden));
  }

  private Norm norm() {
    return switch (random.nextInt(3)) {
      case 0 -> new Norm.Standard();
      case 1 -> new Norm.Projected(matrix(1 + random.nextInt(6), width));
      default ->
          new Norm.Multi(
              Stream.generate(() -> matrix(1 + random.nextInt(4), width))
                  .limit(1 + random.nextInt(3))
                  .toList());
    };
  }

  private Affine affine(int rows, int columns) {
    return new Affine(matrix(rows, columns), random.ints(rows, -1, 2).asDoubleStream().toArray());
  }

  private Matrix matrix(int rows, int columns) {
    Matrix.Builder builder = Matrix.builder(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        builder.add(row, column, random.nextInt(7) - 3);
      }
    }
    return builder.build();
  }
}
