package org.cotsim.simulator.assemble;

import java.util.List;
import org.cotsim.simulator.model.Mask;

/**
 * A head that averages a value over all visible positions of the kinds that the own position asks
 * for.
 *
 * <p>Scores are 1 for a wanted kind and 0 for others. With a value of 1 at the start token and 0
 * elsewhere the mean over m positions is 1/m: this is how a position counts what it sees.
 *
 * @param wants flags of the own position, at most one of them 1
 * @param offers for each of these flags, whether a position belongs to the kind it asks for
 */
public record UniformAverage(List<LinearForm> wants, List<LinearForm> offers) {

  private static final double GAP = 1;
  private static final double TOLERANCE = GAP / 2;

  /**
   * The head that averages over every visible position: under a causal mask the mean of a flag at
   * position i is its share of the i + 1 positions so far, at any temperature.
   */
  public static UniformAverage everywhere(SublayerInput input) {
    return new UniformAverage(List.of(input.constant(1)), List.of(input.constant(1)));
  }

  /** Adds the head. */
  public void addTo(
      LayerAssembler layer,
      Blueprint.Note note,
      List<LinearForm> value,
      Subspace target,
      Mask mask) {
    layer.head(note, wants, offers, value, target, TOLERANCE, mask);
  }

  /** What the head relies on; scores of exact flags have no rounding error. */
  public static ScoreClaim claim(String name, RoundingError errors) {
    return new ScoreClaim(name, GAP, 10 * errors.flag(), TOLERANCE);
  }
}
