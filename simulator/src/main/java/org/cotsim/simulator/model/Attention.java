package org.cotsim.simulator.model;

import java.util.List;

/**
 * An attention sublayer: every head reads the same normalised input, their outputs are summed.
 *
 * @param norm what the heads read
 * @param heads may be empty; the sublayer then adds nothing
 */
public record Attention(Norm norm, List<Head> heads) {

  public Attention {
    heads = List.copyOf(heads);
  }

  /** The numbers that a decoder keeps of every position: keys and values of all heads. */
  public long cachedNumbers() {
    return heads.stream().mapToLong(head -> (long) head.keySize() + head.valueSize()).sum();
  }

  void check(int width) {
    for (Head head : heads) {
      Shapes.equal("normalised size and head input", norm.outputs(width), head.query().inputs());
      Shapes.equal("width and head output", width, head.output().rows());
    }
    norm.projections().forEach(m -> Shapes.equal("width and norm columns", width, m.columns()));
  }
}
