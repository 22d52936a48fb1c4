package org.cotsim.benchmarks.experiment.sparserate;

import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.sparserate.GradientForm;
import org.cotsim.simulator.sparserate.Measure;
import org.cotsim.simulator.sparserate.Threshold;

/**
 * One transformer's way through the objective.
 *
 * @param layers the input first
 */
public record Variant(GradientForm form, Threshold threshold, List<LayerFigures> layers) {

  public Variant {
    layers = List.copyOf(layers);
  }

  public LayerFigures input() {
    return layers.get(0);
  }

  public LayerFigures last() {
    return layers.get(layers.size() - 1);
  }

  /** The layers after which the objective is not lower than before them. */
  public List<Integer> rises() {
    return IntStream.range(1, layers.size())
        .filter(i -> objective(i) >= objective(i - 1))
        .boxed()
        .toList();
  }

  private double objective(int layer) {
    return layers.get(layer).measure().objective();
  }

  /** What all compressing halves together changed the objective by. */
  public double changeByCompression() {
    double change = 0;
    for (int i = 1; i < layers.size(); i++) {
      change += compressed(i).objective() - objective(i - 1);
    }
    return change;
  }

  /** What all compressing halves together changed the rate against the subspaces by. */
  public double againstChangeByCompression() {
    double change = 0;
    for (int i = 1; i < layers.size(); i++) {
      change += compressed(i).againstSubspaces() - layers.get(i - 1).measure().againstSubspaces();
    }
    return change;
  }

  /** What all compressing halves together changed the share of non-zeros by. */
  public double nonzeroChangeByCompression() {
    double change = 0;
    for (int i = 1; i < layers.size(); i++) {
      change += compressed(i).nonzeroShare() - layers.get(i - 1).measure().nonzeroShare();
    }
    return change;
  }

  /** What all sparsifying halves together changed the objective by. */
  public double changeBySparsification() {
    return last().measure().objective() - objective(0) - changeByCompression();
  }

  private Measure compressed(int layer) {
    return layers.get(layer).halves().orElseThrow().compressed();
  }
}
