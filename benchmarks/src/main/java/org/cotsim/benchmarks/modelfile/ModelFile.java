package org.cotsim.benchmarks.modelfile;

import java.util.Optional;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Blueprint;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.model.Transformer;

/**
 * A constructed decoder as it stands in a file.
 *
 * @param problem what it was built for, as the person named it
 * @param alphabet the symbols that the person gave with it; empty if none
 * @param certificate why the model is right up to its length
 * @param blueprint the names of its parts; the subspaces of the residual stream in declared order
 * @param model the weights
 */
public record ModelFile(
    String problem,
    Optional<String> alphabet,
    Certificate certificate,
    Blueprint blueprint,
    Transformer model) {

  /** A decoder, with the name of its problem. */
  public static ModelFile of(
      String problem, Optional<String> alphabet, ConstructedDecoder<?> decoder) {
    return new ModelFile(
        problem, alphabet, decoder.certificate(), decoder.blueprint(), decoder.model());
  }

  /** The model with the words that explain it. */
  public Assembly assembly() {
    return new Assembly(model, blueprint);
  }
}
