package org.cotsim.simulator.construct.turing;

import java.util.List;
import org.cotsim.simulator.assemble.LayerAssembler;
import org.cotsim.simulator.assemble.LayerNormHash;
import org.cotsim.simulator.assemble.LinearForm;
import org.cotsim.simulator.assemble.ResidualStream;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.SublayerInput;
import org.cotsim.simulator.assemble.TransformerAssembler;
import org.cotsim.simulator.construct.ConstructionOptions;

/**
 * Finds what the latest write to a cell wrote, by one of three ways to break the tie between all
 * writes to that cell.
 */
sealed interface RightmostWrite permits RightmostByCounts, RightmostByBonus, RightmostByDigits {

  /** The way that the options ask for. */
  static RightmostWrite of(
      ConstructionOptions options, LayerNormHash hash, long largestCount, double sequence) {
    return options.rightmost() == ConstructionOptions.Rightmost.COUNTS
        ? new RightmostByCounts(hash, largestCount)
        : new RightmostByBonus(hash, largestCount, sequence);
  }

  /** Declares subspaces. */
  void declare(TransformerAssembler assembler, TapeTokens embedding);

  /** Adds what has to stand in the first layer. */
  void addFirst(LayerAssembler first, TapeTokens embedding);

  /**
   * Adds the heads.
   *
   * @return the last layer that was added, with room for hidden units
   */
  LayerAssembler addTo(TransformerAssembler assembler, TapeTokens embedding, TapeHeads heads);

  /** 1 for the symbol that the write found wrote, as forms over a later sublayer's input. */
  List<LinearForm> found(SublayerInput input, int tape);

  /** 1 if nobody wrote to the cell that is read, else 0. */
  LinearForm unwritten(ResidualStream stream, SublayerInput input, int tape);

  /** What the heads rely on. */
  List<ScoreClaim> claims(RoundingError errors);
}
