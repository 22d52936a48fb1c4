package org.cotsim.simulator.sparserate;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** What takes small coordinates of a code to 0. */
public enum Threshold {
  /** Either sign is kept, nearer to 0 by the threshold: the proximal map of the l1 norm. */
  SOFT("soft"),

  /** The same for codes that may not be negative, as in the source: an MLP's activation. */
  RELU("relu");

  private final String word;

  Threshold(String word) {
    this.word = word;
  }

  /** Its name in commands and results. */
  public String word() {
    return word;
  }

  /** A new array; entries of the given one that are not above the threshold become exactly 0. */
  INDArray of(INDArray codes, double threshold) {
    INDArray positive = Transforms.relu(codes.sub(threshold), false);
    return this == RELU
        ? positive
        : positive.subi(Transforms.relu(codes.neg().subi(threshold), false));
  }
}
