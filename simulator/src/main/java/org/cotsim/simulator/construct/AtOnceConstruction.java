package org.cotsim.simulator.construct;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;

/**
 * A construction whose decoders answer words without any intermediate token.
 *
 * @param <I> the letters
 */
public abstract class AtOnceConstruction<I> implements Construction<List<I>> {

  private final WordTokens<I> tokens;
  private final ConstructionOptions options;

  /**
   * A construction.
   *
   * @param problem why there is none with these options
   * @throws IllegalArgumentException with that sentence
   */
  protected AtOnceConstruction(
      WordTokens<I> tokens, ConstructionOptions options, Optional<String> problem) {
    problem.ifPresent(
        sentence -> {
          throw new IllegalArgumentException(sentence);
        });
    this.tokens = tokens;
    this.options = options;
  }

  /** What a model compiled for inputs of a length is made of. */
  protected abstract Weights weights(int maxLength);

  protected final WordTokens<I> tokens() {
    return tokens;
  }

  /**
   * Why positions cannot be had as these options say, if they cannot.
   *
   * @param who needs them, as the subject of the sentence
   */
  protected static Optional<String> positionProblem(ConstructionOptions options, String who) {
    return options.hash() == Hash.PLAIN || options.hash() == Hash.FOLDED
        ? Optional.of(
            who
                + " compares positions by the scaled hash, or by digits; --hash "
                + options.hash().name().toLowerCase(Locale.ROOT)
                + " does not apply")
        : options.digitsProblem();
  }

  @Override
  public final ConstructionOptions options() {
    return options;
  }

  @Override
  public final String steps() {
    return "0";
  }

  @Override
  public final Certificate certificate(Extent extent) {
    return weights(extent.length()).certificate();
  }

  @Override
  public final ConstructedDecoder<List<I>> compile(Extent extent) throws NotCertifiedException {
    return decoder(weights(extent.length()), tokens::prompt);
  }

  /** The token of an answer. */
  public final int answerToken(boolean accept) {
    return tokens.answer(accept);
  }
}
