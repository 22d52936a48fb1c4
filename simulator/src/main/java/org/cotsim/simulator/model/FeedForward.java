package org.cotsim.simulator.model;

/**
 * A feed-forward sublayer {@code W2 relu(W1 x + b1) + b2} on the normalised input x.
 *
 * @param norm what the sublayer reads
 * @param first W1 and b1, [hidden, normalised]; hidden may be 0
 * @param second W2 and b2, [width, hidden]
 */
public record FeedForward(Norm norm, Affine first, Affine second) {

  public FeedForward {
    Shapes.equal("hidden sizes of a feed-forward sublayer", first.outputs(), second.inputs());
  }

  public int hidden() {
    return first.outputs();
  }

  void check(int width) {
    Shapes.equal("normalised size and feed-forward input", norm.outputs(width), first.inputs());
    Shapes.equal("width and feed-forward output", width, second.outputs());
    norm.projections().forEach(m -> Shapes.equal("width and norm columns", width, m.columns()));
  }
}
