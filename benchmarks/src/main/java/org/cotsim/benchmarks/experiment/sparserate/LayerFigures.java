package org.cotsim.benchmarks.experiment.sparserate;

import java.util.Optional;
import org.cotsim.simulator.sparserate.Compression;
import org.cotsim.simulator.sparserate.Measure;

/**
 * What was measured after a layer; layer 0 is the input.
 *
 * @param measure of the tokens that leave it
 * @param right how many tokens lie nearest to the subspace of their class
 * @param halves what happened inside, but for layer 0
 */
public record LayerFigures(int layer, Measure measure, long right, Optional<Halves> halves) {

  /**
   * Inside a layer.
   *
   * @param bareAgainst the rate against the subspaces after the compressing step, before the norm
   * @param compressed after the norm
   * @param agreement of the step's gradient with the exact one
   */
  public record Halves(double bareAgainst, Measure compressed, Compression.Agreement agreement) {}
}
