package org.cotsim.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Transformer;

/** A decoder with one weight multiplied by -1, 0, 1/2 or 2. */
final class PlantedFault {

  private static final double[] FACTORS = {-1, 0, 0.5, 2};

  private PlantedFault() {}

  static ConstructedDecoder<List<String>> in(
      ConstructedDecoder<List<String>> decoder, Random random) {
    Transformer model = decoder.model();
    List<Layer> layers = new ArrayList<>(model.layers());
    int l = random.nextInt(layers.size());
    layers.set(l, in(layers.get(l), random));
    Transformer faulty =
        new Transformer(
            model.vocabulary(), model.embedding(), model.positions(), layers, model.output());
    return new ConstructedDecoder<>(
        new Assembly(faulty, decoder.blueprint()), decoder.certificate(), decoder.encoding());
  }

  private static Layer in(Layer layer, Random random) {
    List<Head> heads = new ArrayList<>(layer.attention().heads());
    FeedForward feedForward = layer.feedForward();
    if (heads.isEmpty() || random.nextInt(3) == 0) {
      boolean first = random.nextBoolean();
      feedForward =
          new FeedForward(
              feedForward.norm(),
              first ? in(feedForward.first(), random) : feedForward.first(),
              first ? feedForward.second() : in(feedForward.second(), random));
    } else {
      int h = random.nextInt(heads.size());
      heads.set(h, in(heads.get(h), random));
    }
    return new Layer(new Attention(layer.attention().norm(), heads), feedForward);
  }

  private static Head in(Head head, Random random) {
    int part = random.nextInt(4);
    return new Head(
        part == 0 ? in(head.query(), random) : head.query(),
        part == 1 ? in(head.key(), random) : head.key(),
        part == 2 ? in(head.value(), random) : head.value(),
        part == 3 ? in(head.output(), random) : head.output(),
        head.weighting(),
        head.mask());
  }

  private static Affine in(Affine map, Random random) {
    return new Affine(in(map.matrix(), random), map.biases());
  }

  private static Matrix in(Matrix matrix, Random random) {
    Matrix.Builder changed = Matrix.builder(matrix.rows(), matrix.columns());
    int fault = random.nextInt(Math.max(1, matrix.nonZeros()));
    double factor = FACTORS[random.nextInt(FACTORS.length)];
    for (int r = 0; r < matrix.rows(); r++) {
      for (int e = matrix.rowStart(r); e < matrix.rowStart(r + 1); e++) {
        changed.add(r, matrix.column(e), matrix.value(e) * (e == fault ? factor : 1));
      }
    }
    return changed.build();
  }
}
