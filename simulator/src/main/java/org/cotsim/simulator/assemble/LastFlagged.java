package org.cotsim.simulator.assemble;

import java.util.List;
import org.cotsim.simulator.model.Mask;

/**
 * A head that copies a value from the latest flagged position, or from the start token where there
 * is none.
 *
 * <p>The score is {@code 2 flag + ramp}, the start token being flagged. Under a strict mask, with
 * every position flagged, it copies from the position before.
 *
 * @param flag 1 at the flagged positions, 0 elsewhere; at the start token 0 or 1
 * @param start 1 at the start token, else 0, or zero if {@code flag} is 1 there
 * @param ramp the {@link PositionRamp} at the position
 */
public record LastFlagged(LinearForm flag, LinearForm start, LinearForm ramp) {

  /** Adds the head. */
  public void addTo(
      LayerAssembler layer,
      Blueprint.Note note,
      List<LinearForm> value,
      Subspace target,
      PositionRamp steps,
      Mask mask) {
    layer.head(
        note,
        List.of(layer.attention().constant(1)),
        List.of(flag.plus(start).times(2).plus(ramp)),
        value,
        target,
        steps.gap() / 2,
        mask);
  }

  /** What the head relies on. */
  public static ScoreClaim claim(String name, PositionRamp ramp, RoundingError errors) {
    double noise = ramp.noise(errors) + 4 * errors.flag();
    return new ScoreClaim(name, ramp.gap(), noise, ramp.gap() / 2);
  }
}
