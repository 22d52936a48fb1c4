package org.cotsim.construct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.PositionWise;
import org.cotsim.simulator.execute.reference.RoundedWeights;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/**
 * The reference executor's numbers for one long word, without its square of the length.
 *
 * <p>A head whose query is the same everywhere keeps the scores of earlier positions, so that its
 * maxima are carried along. Any other head is computed at the last few positions only and writes
 * nothing at the others: right where no other position's answer is read.
 */
final class LongWord {

  private static final int LAST = 4;

  private final Transformer model;
  private final PositionWise at;
  private final Arithmetic arithmetic;

  LongWord(Transformer model, Arithmetic arithmetic) {
    this.model = RoundedWeights.of(model, arithmetic);
    this.arithmetic = arithmetic;
    this.at = new PositionWise(arithmetic);
  }

  /** The scores of all tokens after a prompt. */
  double[] scores(int[] prompt) {
    double[][] streams = new double[prompt.length][];
    for (int i = 0; i < prompt.length; i++) {
      streams[i] = at.embed(model, prompt[i], i);
    }
    for (Layer layer : model.layers()) {
      double[][] sums = new double[prompt.length][model.width()];
      double[][] read = new double[prompt.length][];
      for (int i = 0; i < prompt.length; i++) {
        read[i] = at.normalise(layer.attention().norm(), prompt[i], streams[i]);
      }
      for (Head head : layer.attention().heads()) {
        new Attending(head, read, sums).run();
      }
      for (int i = 0; i < prompt.length; i++) {
        at.addTo(streams[i], sums[i]);
        at.feedForward(layer.feedForward(), prompt[i], streams[i]);
      }
    }
    return at.apply(model.output().map(), streams[prompt.length - 1]);
  }

  /** One head over all positions. */
  private final class Attending {
    private final Head head;
    private final double tolerance;
    private final double[][] read;
    private final double[][] sums;
    private final double[][] keys;
    private final double[][] values;

    Attending(Head head, double[][] read, double[][] sums) {
      this.head = head;
      this.tolerance = ((Weighting.Saturated) head.weighting()).tolerance();
      this.read = read;
      this.sums = sums;
      this.keys = Arrays.stream(read).map(x -> at.apply(head.key(), x)).toArray(double[][]::new);
      this.values =
          Arrays.stream(read).map(x -> at.apply(head.value(), x)).toArray(double[][]::new);
    }

    void run() {
      if (head.query().matrix().nonZeros() == 0) {
        runWithOneQuery();
        return;
      }
      for (int i = Math.max(0, read.length - LAST); i < read.length; i++) {
        double[] query = at.apply(head.query(), read[i]);
        Winners winners = new Winners();
        for (int j = 0; j < head.mask().visible(i + 1); j++) {
          winners.see(j, at.dot(query, keys[j]));
        }
        winners.writeTo(sums[i]);
      }
    }

    private void runWithOneQuery() {
      double[] query = at.apply(head.query(), read[0]);
      Winners winners = new Winners();
      int seen = 0;
      for (int i = 0; i < read.length; i++) {
        for (; seen < head.mask().visible(i + 1); seen++) {
          winners.see(seen, at.dot(query, keys[seen]));
        }
        winners.writeTo(sums[i]);
      }
    }

    /** The positions within the tolerance of the largest score, and the sum of their values. */
    private final class Winners {
      private final List<double[]> near = new ArrayList<>(); // position and score, if not all
      private double largest = Double.NEGATIVE_INFINITY;
      private double least = Double.POSITIVE_INFINITY;
      private final double[] sum = new double[head.valueSize()];
      private double count;

      void see(int position, double score) {
        near.add(new double[] {position, score});
        if (score <= largest && largest - score <= tolerance) {
          least = Math.min(least, score);
          add(position);
        } else if (score > largest && (count == 0 || score - least <= tolerance)) {
          largest = score;
          least = Math.min(least, score);
          add(position);
        } else if (score > largest) {
          largest = score;
          near.removeIf(one -> largest - one[1] > tolerance);
          least = near.stream().mapToDouble(one -> one[1]).min().orElseThrow();
          Arrays.fill(sum, 0);
          count = 0;
          near.forEach(one -> add((int) one[0]));
        } else {
          near.remove(near.size() - 1);
        }
      }

      private void add(int position) {
        at.addScaled(sum, 1, values[position]);
        count = arithmetic.add(count, 1);
      }

      void writeTo(double[] target) {
        if (count == 0) {
          return;
        }
        double[] mixed = Arrays.stream(sum).map(one -> arithmetic.divide(one, count)).toArray();
        at.addTo(target, at.apply(head.output(), mixed));
      }
    }
  }
}
