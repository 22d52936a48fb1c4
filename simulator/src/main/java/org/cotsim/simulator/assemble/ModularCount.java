package org.cotsim.simulator.assemble;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;

/**
 * Whether a sum S of the numbers 0 to p - 1 at the positions so far leaves a given remainder modulo
 * p: the multiple of p that S would have to be is looked for among the multiples p, 2 p, ... of the
 * positions.
 *
 * <p>The start token is position 0 and adds nothing; position i offers {@code p i} and looks for
 * {@code S - r + p}, which it finds, at or before itself, exactly if S leaves the remainder r,
 * since {@code 0 <= S <= (p - 1) i}. What it knows are {@code S / (i + 1)} and {@code 1 / (i + 1)},
 * enough for hashes. Cost: one head after the one that averages.
 *
 * @param modulus p, at least 2
 * @param remainder r, from 0 to p - 1
 * @param largest the largest position i
 */
public record ModularCount(int modulus, int remainder, long largest) {

  public ModularCount {
    if (modulus < 2 || remainder < 0 || remainder >= modulus) {
      throw new IllegalArgumentException("a remainder " + remainder + " modulo " + modulus);
    }
  }

  private long largestNumber() {
    return modulus * (largest + 1);
  }

  private LayerNormHash hash() {
    return LayerNormHash.scaledTo(largestNumber());
  }

  /**
   * Adds the head; at the start token it says no.
   *
   * @param share {@code S / (i + 1)}, as a form over the residual stream
   * @param inverse {@code 1 / (i + 1)}, as a form over the residual stream
   * @param one the number 1, as a form over the residual stream
   * @param isStart 1 at the start token, else 0, as a form over the residual stream
   * @param selectable 1 at the positions that count, all but the start token up to any that asks
   * @param start 1 at the start token, else 0
   * @param target one-hot of no and yes
   */
  public void addTo(
      LayerAssembler layer,
      Blueprint.Note note,
      LinearForm share,
      LinearForm inverse,
      LinearForm one,
      LinearForm isStart,
      LinearForm selectable,
      LinearForm start,
      Subspace target) {
    SublayerInput input = layer.attention();
    List<LinearForm> query = hash().of(input, share.plus(inverse.times(sought())), inverse);
    LinearForm multiple = one.minus(inverse).times(modulus);
    double scale = hash().scale();
    List<LinearForm> key = // the third coordinate is not compared: it outweighs noise at the start
        input
            .read(multiple, inverse.minus(isStart).times(scale), isStart.times(scale))
            .all()
            .subList(0, 2);
    EqualNumber head = new EqualNumber(query, key, selectable, start);
    head.addTo(layer, note, head.noAndYes(), target, gap(), Mask.CAUSAL);
  }

  /** What is added to S: {@code p - r}. */
  private int sought() {
    return modulus - remainder;
  }

  private double gap() {
    return hash().gap(largestNumber());
  }

  /**
   * What the head relies on.
   *
   * <p>An error of d in S turns the hash by at most d over its scale; one of a factor {@code 1 + e}
   * in the quotient of its coordinates by e / 2.
   */
  public ScoreClaim claim(String name, RoundingError errors) {
    double relative = errors.operations(8) / 2;
    double inexact = (modulus - 1) * errors.mean((double) largest + 1) / hash().scale();
    double query = errors.hash(relative + inexact);
    double key = relative + errors.mean((double) largest + 1) / 2 + errors.direction(3);
    return EqualNumber.claim(name, gap(), query, key, errors);
  }

  /** What the hashes, and the sum, need of an arithmetic. */
  public List<RangeClaim> ranges(Arithmetic arithmetic) {
    List<RangeClaim> ranges =
        new ArrayList<>(hash().ranges(arithmetic, 2.0 * modulus, (double) largest + 1));
    ranges.add(
        RangeClaim.integers(
            arithmetic, "a sum of numbers modulo " + modulus, (double) largestNumber()));
    return ranges;
  }
}
