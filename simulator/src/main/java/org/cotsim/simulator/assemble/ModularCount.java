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
 * enough for hashes; what it offers is known in the same way, or from an embedding. Cost: one head
 * after the one that averages.
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
   * The numbers that positions offer, as forms over the residual stream.
   *
   * @param number i times the unit, 0 at the start token
   * @param unit of the number, 0 at the start token
   * @param isStart 1 at the start token, else 0
   */
  public record Offer(LinearForm number, LinearForm unit, LinearForm isStart) {

    /**
     * Offers that a position knows from its share of all positions so far.
     *
     * @param inverse {@code 1 / (i + 1)}
     * @param one the number 1
     */
    public static Offer counted(LinearForm inverse, LinearForm one, LinearForm isStart) {
      return new Offer(one.minus(inverse), inverse.minus(isStart), isStart);
    }
  }

  /**
   * Adds the head; at the start token it says no.
   *
   * @param share {@code S / (i + 1)}, as a form over the residual stream
   * @param inverse {@code 1 / (i + 1)}, as a form over the residual stream
   * @param selectable 1 at the positions that count, all but the start token up to any that asks
   * @param start 1 at the start token, else 0
   * @param target one-hot of no and yes
   */
  public void addTo(
      LayerAssembler layer,
      Blueprint.Note note,
      LinearForm share,
      LinearForm inverse,
      Offer offer,
      LinearForm selectable,
      LinearForm start,
      Subspace target) {
    SublayerInput input = layer.attention();
    double scale = hash().scale();
    List<LinearForm> query = hash().of(input, share.plus(inverse.times(sought())), inverse);
    List<LinearForm> key = // the third coordinate is not compared: it outweighs noise at the start
        input
            .read(
                offer.number().times(modulus),
                offer.unit().times(scale),
                offer.isStart().times(scale))
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
   * What the head relies on where positions count by attention.
   *
   * <p>An error of d in S turns the hash by at most d over its scale; one of a factor {@code 1 + e}
   * in the quotient of its coordinates by e / 2.
   */
  public ScoreClaim claim(String name, RoundingError errors) {
    double counted = errors.operations(8) / 2 + errors.mean((double) largest + 1) / 2;
    return claim(name, counted, errors);
  }

  /** The same where the numbers that positions offer are embedded: only a product is rounded. */
  public ScoreClaim claimOfEmbedded(String name, RoundingError errors) {
    return claim(name, errors.operations(2) / 2, errors);
  }

  private ScoreClaim claim(String name, double offered, RoundingError errors) {
    double inexact = (modulus - 1) * errors.mean((double) largest + 1) / hash().scale();
    double query = errors.hash(errors.operations(8) / 2 + inexact);
    return EqualNumber.claim(name, gap(), query, offered + errors.direction(3), errors);
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
