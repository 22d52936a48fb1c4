package org.cotsim.simulator.construct.graph;

import java.util.Optional;
import java.util.OptionalInt;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Norms;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;

/**
 * A construction that decides reachability without an intermediate token, by squaring the relation
 * "is reached by a path of length at most 2^l" once in each loop of the same layers.
 *
 * <p>Attention brings no news leftward, so every loop fills a block of blanks of its own. With too
 * few loops, or too few blanks, the answer is that of the last block that is complete: whether
 * there is a path of length at most 2^l for its number l.
 */
public abstract class PaddedReachability implements Construction<ConnectivityInstance> {

  /** The most blanks that a prompt is given. */
  public static final int MOST_BLANKS = 1 << 18;

  final PaddedTokens tokens;
  final ConstructionOptions options;
  final OptionalInt askedLoops;
  final OptionalInt askedPadding;

  PaddedReachability(
      PaddedTokens tokens,
      ConstructionOptions options,
      OptionalInt askedLoops,
      OptionalInt askedPadding) {
    problem(options)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
    if (askedLoops.orElse(0) < 0 || askedPadding.orElse(0) < 0) {
      throw new IllegalArgumentException("loops and padding are at least 0");
    }
    this.tokens = tokens;
    this.options = options;
    this.askedLoops = askedLoops;
    this.askedPadding = askedPadding;
  }

  /**
   * The same with a fixed number of loops, where one is given, and of blanks: the first of those
   * that the loops need.
   */
  public abstract PaddedReachability with(OptionalInt fixedLoops, OptionalInt fixedPadding);

  /** The weights of a model for inputs of such an extent. */
  abstract Weights weights(Extent extent);

  /** The blanks that so many loops need. */
  abstract long enoughPadding();

  /** Why no such construction can be built with these options, if none can. */
  public static Optional<String> problem(ConstructionOptions options) {
    if (options.normProblem().isPresent()) {
      return options.normProblem();
    }
    if (options.norms() == Norms.PROJECTED) {
      return Optional.of(
          "the layers of a loop read several norms each, which projected pre-norm writes out anew in"
              + " every loop, so that nothing would be repeated; choose the norm multi");
    }
    if (options.softmax().isPresent()) {
      return Optional.of("reachability with padding is built with saturated attention only");
    }
    if (options.mask().isPresent()) {
      return Optional.of(
          "reachability with padding has heads of both masks; the mask cannot be chosen");
    }
    return options.hash() != Hash.SCALED || options.positions() != Positions.NONE
        ? Optional.of(
            "a blank can only know from an embedding of its position what it stands for; --hash and"
                + " --positions do not apply")
        : Optional.empty();
  }

  /** The loops that are enough for graphs of so many vertices: ceil(log2(V - 1)). */
  public static int enoughLoops(int vertices) {
    return vertices <= 2 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(vertices - 2);
  }

  /** How often the layers of the loop are applied. */
  public final int loops() {
    return askedLoops.orElse(enoughLoops(tokens.vertices()));
  }

  @Override
  public final long padding() {
    return askedPadding.isPresent() ? askedPadding.getAsInt() : enoughPadding();
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
    return weights(extent).certificate();
  }

  @Override
  public final ConstructedDecoder<ConnectivityInstance> compile(Extent extent)
      throws NotCertifiedException {
    Weights weights = weights(extent); // refuses too many blanks
    int slots = slots(extent);
    int blanks = Math.toIntExact(padding());
    return decoder(weights, instance -> tokens.prompt(instance, slots, blanks));
  }

  /** The edges of the longest input, which is s, t and these. */
  static int slots(Extent extent) {
    return Math.max(0, extent.length() - 2);
  }

  /** The tokens, under the numbers that they have in a search. */
  public final GraphTokens tokens() {
    return tokens.graph();
  }
}
