package org.cotsim.simulator.assemble;

import java.util.List;
import org.cotsim.simulator.model.Arithmetic;

/**
 * A number between -1 and 1 that grows with the position, by which the latest of several positions
 * is told.
 */
public interface PositionRamp {

  /** The most that a score of flags and a ramp is, at any moment of its sum. */
  double SUM = 3;

  /** The operations of such a sum. */
  double TERMS = 5;

  /** The least step from one position to the next. */
  double gap();

  /** The rounding error of a score that is the ramp plus up to two flags, each of weight 2. */
  double noise(RoundingError errors);

  /** What the ramp needs of an arithmetic. */
  List<RangeClaim> ranges(Arithmetic arithmetic);
}
