package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.experiment.sparserate.ImageSet;
import org.cotsim.benchmarks.experiment.tokennorm.SpecialTokens.Moments;

/** The special tokens of images, normalised with shared and with separate statistics. */
final class EmbeddingMeasure {

  private final SpecialTokens tokens;
  private final List<double[]> seen; // for the statistics
  private final List<double[]> patches; // of the same images
  private final List<double[]> measured;
  private final List<Integer> labels;
  private final double unit;

  EmbeddingMeasure(ImageSet images, TokenNormRequest request) {
    List<Integer> order =
        new ArrayList<>(IntStream.range(0, images.images().size()).boxed().toList());
    Collections.shuffle(order, new Random(request.seed()));
    int half = order.size() / 2;
    List<Integer> forStatistics = order.subList(0, Math.min(half, request.images()));
    List<Integer> toMeasure = order.subList(half, Math.min(order.size(), half + request.images()));
    tokens = new SpecialTokens(request.width(), images.pixels(), request.patches(), request.seed());
    seen = forStatistics.stream().map(i -> tokens.seen(images.images().get(i))).toList();
    patches =
        forStatistics.stream()
            .flatMap(i -> tokens.patches(images.images().get(i)).stream())
            .toList();
    measured = toMeasure.stream().map(i -> tokens.seen(images.images().get(i))).toList();
    labels = toMeasure.stream().map(i -> images.labels().get(i)).toList();
    unit = seen.stream().mapToDouble(SpecialTokens::length).average().orElseThrow();
  }

  /** The figures of one strength, one for each kind of statistics. */
  List<EmbeddingFigures> measure(double strength) {
    List<double[]> special = seen.stream().map(v -> tokens.stream(v, strength * unit)).toList();
    List<double[]> all = new ArrayList<>(patches);
    all.addAll(special);
    Moments shared = Moments.of(all);
    Moments own = Moments.of(special);
    Moments ownMean = own.withDeviationsOf(shared);
    List<EmbeddingFigures> figures = new ArrayList<>();
    for (Statistics statistics : Statistics.values()) {
      double[][] points =
          measured.stream()
              .map(v -> tokens.stream(v, strength * unit))
              .map(
                  stream ->
                      switch (statistics) {
                        case LAYER -> SpecialTokens.layerNorm(stream);
                        case SHARED -> shared.normalise(stream);
                        case OWN_MEAN -> ownMean.normalise(stream);
                        case SEPARATE -> own.normalise(stream);
                      })
              .toArray(double[][]::new);
      figures.add(
          new EmbeddingFigures(
              statistics,
              strength,
              Hypersphere.uniformity(points),
              Hypersphere.alignment(points, labels),
              Hypersphere.right(points, labels),
              points.length));
    }
    return figures;
  }
}
