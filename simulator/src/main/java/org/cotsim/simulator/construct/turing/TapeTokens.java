package org.cotsim.simulator.construct.turing;

import java.util.List;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.assemble.UniformAverage;

/** What tokens say of the tapes, for the heads that find positions and cells. */
interface TapeTokens {

  int tapes();

  /** The number 1. */
  Subspace one();

  /** One-hot of left, stay and right on a tape. */
  Subspace move(int tape);

  /** One-hot of the symbol that is written on a tape. */
  Subspace written(int tape);

  /** Its first coordinate: all heads are on cell 0 after this token. */
  Subspace reset();

  /** 1 at the start token, else 0. */
  LinearForm start(SublayerInput input);

  /** 1 at a step of the machine, else 0. */
  LinearForm step(SublayerInput input);

  /** 1 where a token's write to a tape counts, else 0. */
  LinearForm writes(SublayerInput input, int tape);

  /** Which tokens a position averages over, by its own kind. */
  UniformAverage kinds(SublayerInput input);

  /** 1 at just one token of each kind, so that its mean is 1/m. */
  LinearForm counted(SublayerInput input);

  /** 1, 0 or -1 for the move on each tape, trail by trail, {@code [trails * tapes]}. */
  List<LinearForm> moved(SublayerInput input);

  /**
   * How many sums of moves are kept for each tape; with a second one {@link #walks} reads by it.
   */
  default int trails() {
    return 1;
  }

  /** 1 at tokens that read at the second sum of moves, else 0. */
  default LinearForm walks(SublayerInput input) {
    return input.constant(0);
  }
}
