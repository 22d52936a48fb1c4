package org.cotsim.benchmarks.experiment.sparserate;

import java.util.List;
import java.util.Optional;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Tokens;

/**
 * Tokens that a transformer runs on, and others from which its subspaces are estimated.
 *
 * @param description what they are, in plain words
 * @param training by class, for the estimate only
 * @param tokens none of which is among those for the estimate
 * @param labels the class of each token, which no layer sees
 * @param truth the subspaces that the tokens were drawn from, if that is known
 */
public record TokenData(
    String description,
    List<Tokens> training,
    Tokens tokens,
    List<Integer> labels,
    Optional<Subspaces> truth) {

  public TokenData {
    training = List.copyOf(training);
    labels = List.copyOf(labels);
  }
}
