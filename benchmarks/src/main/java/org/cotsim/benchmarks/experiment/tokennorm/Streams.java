package org.cotsim.benchmarks.experiment.tokennorm;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.execute.PositionWise;
import org.cotsim.simulator.execute.reference.Observer;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;

/** Keeps the residual streams of one sequence, and finds from them how near heads were to err. */
final class Streams implements Observer {

  private final Transformer model;
  private final PositionWise at = new PositionWise(Arithmetic.BINARY64);
  private final List<Integer> tokens = new ArrayList<>();
  private final List<List<double[]>> streams = new ArrayList<>(); // [positions][1 + 2 layers]

  Streams(Transformer model) {
    this.model = model;
  }

  @Override
  public void embedded(int token, double[] stream) {
    tokens.add(token);
    streams.add(new ArrayList<>(List.of(stream.clone())));
  }

  @Override
  public void attended(int layer, int head, double[] weights, int visible, double total) {}

  @Override
  public void added(double[] stream) {
    streams.get(streams.size() - 1).add(stream.clone());
  }

  /** The largest distance of a coordinate from that of another model on the same sequence. */
  double difference(Streams other) {
    double largest = 0;
    for (int i = 0; i < streams.size(); i++) {
      for (int s = 0; s < streams.get(i).size(); s++) {
        double[] one = streams.get(i).get(s);
        for (int c = 0; c < one.length; c++) {
          largest = Math.max(largest, Math.abs(one[c] - other.streams.get(i).get(s)[c]));
        }
      }
    }
    return largest;
  }

  /**
   * The least distance, over all heads and positions, between the largest score and the largest one
   * that is not within the tolerance of it; infinite if there is none.
   */
  double headGap() {
    double least = Double.POSITIVE_INFINITY;
    for (int l = 0; l < model.layers().size(); l++) {
      Attention attention = model.layers().get(l).attention();
      List<double[]> read = new ArrayList<>();
      for (int i = 0; i < tokens.size(); i++) {
        read.add(at.normalise(attention.norm(), tokens.get(i), streams.get(i).get(2 * l)));
      }
      for (Head head : attention.heads()) {
        least = Math.min(least, gap(head, read));
      }
    }
    return least;
  }

  private double gap(Head head, List<double[]> read) {
    if (!(head.weighting() instanceof Weighting.Saturated saturated)) {
      return Double.POSITIVE_INFINITY;
    }
    List<double[]> keys = read.stream().map(x -> at.apply(head.key(), x)).toList();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < read.size(); i++) {
      double[] query = at.apply(head.query(), read.get(i));
      double[] scores =
          keys.subList(0, head.mask().visible(i + 1)).stream()
              .mapToDouble(key -> at.dot(query, key))
              .sorted()
              .toArray();
      for (int j = scores.length - 1; j >= 0; j--) {
        double distance = scores[scores.length - 1] - scores[j];
        if (distance > saturated.tolerance()) {
          least = Math.min(least, distance);
          break;
        }
      }
    }
    return least;
  }
}
