package org.cotsim.simulator.construct;

import java.util.Collection;
import java.util.Optional;
import org.cotsim.simulator.assemble.CountedRamp;
import org.cotsim.simulator.assemble.EmbeddedPositions;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.PositionRamp;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;

/**
 * How the tokens of a decoder that answers at once know their positions: from their share of all
 * positions so far, or from an embedding.
 *
 * @param ramp by which the latest of several positions is told
 * @param embedded the embedding, if there is one
 */
public record WordPositions(PositionRamp ramp, Optional<EmbeddedPositions> embedded) {

  /**
   * What the options ask for.
   *
   * @param moduli of the sums that are wanted
   */
  public static WordPositions of(
      ConstructionOptions options,
      int maxLength,
      Collection<Integer> moduli,
      RoundingError errors) {
    long positions = maxLength + 2L; // start, letters, think
    if (options.positions() == Positions.NONE) {
      return new WordPositions(CountedRamp.over(positions), Optional.empty());
    }
    EmbeddedPositions embedded =
        options.hash() == Hash.DIGITS
            ? EmbeddedPositions.digits(positions, moduli, options.arithmetic(), errors)
            : EmbeddedPositions.fractions(positions, moduli);
    return new WordPositions(embedded, Optional.of(embedded));
  }

  /** The levels of blocks that a sum is made of. */
  public int levels() {
    return embedded.map(EmbeddedPositions::levels).orElse(1);
  }

  /**
   * Reads the ramp.
   *
   * @param inverse the share 1/m, as a form over the residual stream; not read if positions are
   *     embedded
   * @param one the number 1, as a form over the residual stream
   */
  public LinearForm ramp(SublayerInput input, LinearForm inverse, LinearForm one) {
    return embedded
        .map(positions -> positions.ramp(input))
        .orElseGet(() -> ((CountedRamp) ramp).of(input, inverse, one));
  }
}
