package org.cotsim.simulator.manifold;

import java.util.List;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Head;

/**
 * One layer without a norm: the outputs of all heads are added to the residual stream, then {@code
 * W2 relu(W1 h + b1) + b2}.
 *
 * @param heads may be empty
 * @param first W1 and b1, [hidden, width]; hidden may be 0
 * @param second W2 and b2, [width, hidden]
 */
public record PointLayer(List<Head> heads, Affine first, Affine second) {

  public PointLayer {
    heads = List.copyOf(heads);
    if (first.outputs() != second.inputs()) {
      throw new IllegalArgumentException(
          first.outputs() + " hidden units, of which " + second.inputs() + " are read");
    }
  }

  /** Non-zero weights and biases. */
  long nonZeros() {
    return (long) first.nonZeros()
        + second.nonZeros()
        + heads.stream().mapToLong(Head::nonZeros).sum();
  }

  void check(int width) {
    requireWidth(width, first.inputs(), "inputs of the feed-forward sublayer");
    requireWidth(width, second.outputs(), "outputs of the feed-forward sublayer");
    for (Head head : heads) {
      requireWidth(width, head.query().inputs(), "inputs of a head");
      requireWidth(width, head.output().rows(), "outputs of a head");
    }
  }

  private static void requireWidth(int width, int found, String what) {
    if (found != width) {
      throw new IllegalArgumentException(found + " " + what + " in a stream of width " + width);
    }
  }
}
