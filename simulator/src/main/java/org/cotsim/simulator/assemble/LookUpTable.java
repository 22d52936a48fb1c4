package org.cotsim.simulator.assemble;

import java.util.List;

/**
 * A finite function as hidden units: one gate per entry, which writes the entry's result.
 *
 * <p>Costs one hidden unit per entry, two non-zeros in W1 for pairs, one in W2 and one bias.
 */
public final class LookUpTable {

  private final LayerAssembler layer;

  /** A table in the feed-forward sublayer of a layer. */
  public LookUpTable(LayerAssembler layer, String name, String words) {
    this.layer = layer;
    layer.feedForwardNote(name, words);
  }

  /** Writes 1 to a coordinate where all the conditions (flags, 0 or 1) hold. */
  public void entry(List<LinearForm> conditions, Subspace target, int i) {
    layer.write(Gate.open(layer, conditions), 1, target, i);
  }
}
