package org.cotsim.benchmarks.experiment.divergence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.cotsim.simulator.execute.reference.Observer;

/** What the saturated heads attended to at the latest position. */
final class Attending implements Observer {

  private final List<List<BitSet>> latest = new ArrayList<>(); // [layers][heads]

  @Override
  public void embedded(int token, double[] stream) {
    latest.clear();
  }

  @Override
  public void attended(int layer, int head, double[] weights, int visible, double total) {
    while (latest.size() <= layer) {
      latest.add(new ArrayList<>());
    }
    BitSet positions = new BitSet(visible);
    for (int j = 0; j < visible; j++) {
      if (weights[j] != 0) {
        positions.set(j);
      }
    }
    latest.get(layer).add(positions);
  }

  @Override
  public void added(double[] stream) {}

  /** The first head that attended elsewhere than in another run: layer and head, or nothing. */
  int[] firstOther(Attending other) {
    for (int layer = 0; layer < latest.size(); layer++) {
      for (int head = 0; head < latest.get(layer).size(); head++) {
        if (!latest.get(layer).get(head).equals(other.latest.get(layer).get(head))) {
          return new int[] {layer, head};
        }
      }
    }
    return new int[0];
  }
}
