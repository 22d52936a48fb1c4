package org.cotsim.simulator.assemble;

import java.util.List;
import org.cotsim.simulator.model.Mask;

/**
 * A head that finds a flagged position, or the start token where there is none: "was there ever a
 * flag?".
 *
 * <p>Flagged positions score 1, the start token 1/2, all others 0: a constant gap of 1/2 at every
 * length. The value is the mean over all flagged positions; one that tells only the start token
 * from the others, as {@link #noAndYes}, is the answer.
 *
 * @param flag 1 at the flagged positions, 0 elsewhere and at the start token
 * @param start 1 at the start token, else 0
 */
public record EverFlagged(LinearForm flag, LinearForm start) {

  private static final double GAP = 0.5;
  private static final double TOLERANCE = GAP / 2;

  /** The one-hot value (no, yes) of whether a flag was found. */
  public List<LinearForm> noAndYes() {
    return List.of(start, start.times(-1).plus(1));
  }

  /** Adds the head. */
  public void addTo(
      LayerAssembler layer,
      Blueprint.Note note,
      List<LinearForm> value,
      Subspace target,
      Mask mask) {
    layer.head(
        note,
        List.of(layer.attention().constant(1)),
        List.of(flag.plus(start.times(GAP))),
        value,
        target,
        TOLERANCE,
        mask);
  }

  /** What the head relies on; scores of exact flags have no rounding error. */
  public static ScoreClaim claim(String name, RoundingError errors) {
    return new ScoreClaim(name, GAP, 10 * errors.flag(), TOLERANCE);
  }
}
