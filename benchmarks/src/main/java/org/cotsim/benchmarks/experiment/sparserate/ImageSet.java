package org.cotsim.benchmarks.experiment.sparserate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Tokens;

/**
 * Grey images of one size, each with a class.
 *
 * @param name what they are, in plain words
 * @param images pixels row by row
 * @param labels the class of each image, from 0 without a gap
 */
public record ImageSet(String name, List<double[]> images, List<Integer> labels) {

  private static final int MOST_TOKENS = 1 << 12;

  public ImageSet {
    images = List.copyOf(images);
    labels = List.copyOf(labels);
  }

  /** The number of pixels of each. */
  public int pixels() {
    return images.get(0).length;
  }

  /** The number of classes. */
  public int classes() {
    return Collections.max(labels) + 1;
  }

  /** As {@link #tokens(int, int, int, long)}, with what is taken if nothing else is asked for. */
  public TokenData tokens(long seed) throws ExperimentException {
    return tokens(SparseRateOptions.WIDTH, ImageFiles.DIMENSION, SparseRateOptions.TOKENS, seed);
  }

  /**
   * Images as tokens: each one a token, less the mean image, in the coordinates of the leading
   * principal components. Mean and components are those of the half for the estimate.
   *
   * @param width the number of components
   * @param dimension of the subspaces that shall be estimated
   * @param tokens at most so many of the other half are for the transformer
   * @param seed of the shuffle that halves the images
   */
  public TokenData tokens(int width, int dimension, int tokens, long seed)
      throws ExperimentException {
    Ranges.require("--width", width, 2, pixels());
    Ranges.require("--dimension", dimension, 1, width / classes());
    Ranges.require("--tokens", tokens, 1, MOST_TOKENS);
    List<Integer> order = new ArrayList<>(IntStream.range(0, images.size()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    int half = images.size() / 2;
    List<Integer> training = order.subList(0, half);
    List<Integer> running = order.subList(half, Math.min(images.size(), half + tokens));
    double[] mean = mean(training);
    Subspaces components = Subspaces.principal(List.of(centred(training, mean)), width);
    List<Tokens> classes = new ArrayList<>();
    for (int k = 0; k < classes(); k++) {
      int wanted = k;
      List<Integer> ofClass = training.stream().filter(i -> labels.get(i) == wanted).toList();
      if (ofClass.size() < dimension) {
        throw new ExperimentException(
            "--dimension %d: class %d has only %d images for the estimate"
                .formatted(dimension, k, ofClass.size()));
      }
      classes.add(components.coordinates(0, centred(ofClass, mean)).onSphere());
    }
    return new TokenData(
        name + ", in " + width + " principal components",
        classes,
        components.coordinates(0, centred(running, mean)),
        running.stream().map(labels::get).toList(),
        Optional.empty());
  }

  private double[] mean(List<Integer> indices) {
    double[] mean = new double[pixels()];
    for (int i : indices) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += images.get(i)[j] / indices.size();
      }
    }
    return mean;
  }

  private Tokens centred(List<Integer> indices, double[] mean) {
    double[][] rows = new double[indices.size()][mean.length];
    for (int i = 0; i < rows.length; i++) {
      double[] image = images.get(indices.get(i));
      for (int j = 0; j < mean.length; j++) {
        rows[i][j] = image[j] - mean[j];
      }
    }
    return Tokens.of(rows);
  }
}
