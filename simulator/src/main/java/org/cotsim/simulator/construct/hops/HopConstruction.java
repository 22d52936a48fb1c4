package org.cotsim.simulator.construct.hops;

import java.util.Optional;
import org.cotsim.languages.hops.HopInstance;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;

/**
 * Decides f^K(s) = t for a function f on m points that is written out in the prompt, one hop per
 * intermediate token.
 *
 * <p>The prompt is {@code $ >f(0) >f(1) ... s=X t=Y | ... | #} with K strokes; the k-th
 * intermediate token is the point f^k(s). Its image stands at the position that its number gives,
 * and is found by the layer-norm hash of that position, known from the share of the start token.
 * Under a smaller budget the forced answer is whether the point reached so far is t. The weights do
 * not depend on K.
 *
 * <p>K steps, 2 layers, 4 heads, width 22, whatever m; the vocabulary has 4 m + 5 tokens, each of
 * logarithmic size. With a fixed vocabulary log m steps would stay in TC0 (Merrill and Sabharwal
 * 2025, arXiv 2503.03961, theorem 4). Source: the construction is this project's; the hash is that
 * of Merrill and Sabharwal 2024, lemma 1.
 */
public final class HopConstruction implements Construction<HopInstance> {

  private final HopTokens tokens;
  private final String steps;
  private final ConstructionOptions options;

  private HopConstruction(HopTokens tokens, String steps, ConstructionOptions options) {
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    this.tokens = tokens;
    this.steps = steps;
    this.options = options;
  }

  /**
   * The construction for every function on so many points or fewer.
   *
   * @param steps how many hops are asked for, as a person reads it
   */
  public static HopConstruction of(int points, String steps, ConstructionOptions options) {
    return new HopConstruction(new HopTokens(points), steps, options);
  }

  /** Why the construction cannot be built with these options, if it cannot. */
  public static Optional<String> problem(ConstructionOptions options) {
    if (options.mask().isPresent()) {
      return Optional.of("hops are counted with the token itself; the mask cannot be chosen");
    }
    if (options.normProblem().isPresent() || options.softmaxProblem().isPresent()) {
      return options.normProblem().or(options::softmaxProblem);
    }
    if (options.hash() == ConstructionOptions.Hash.FOLDED) {
      return Optional.of(
          "hops compare counts by the angle of a hash; --hash folded is not built for them");
    }
    if (options.hash() == ConstructionOptions.Hash.DIGITS) {
      return Optional.of("hops compare counts, which have no digits; choose another hash");
    }
    return options.positions() == ConstructionOptions.Positions.EMBEDDED
        ? Optional.of("hops are counted by attention; there is no embedded variant")
        : Optional.empty();
  }

  @Override
  public ConstructionOptions options() {
    return options;
  }

  @Override
  public String steps() {
    return steps;
  }

  @Override
  public Certificate certificate(Extent extent) {
    return new HopWeights(tokens, options, extent).certificate();
  }

  @Override
  public ConstructedDecoder<HopInstance> compile(Extent extent) throws NotCertifiedException {
    return decoder(new HopWeights(tokens, options, extent), tokens::prompt);
  }

  /** The tokens, to compare a chain with the points that a function visits. */
  public HopTokens tokens() {
    return tokens;
  }
}
