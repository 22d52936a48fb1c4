package org.cotsim.simulator.construct.graph;

import java.util.OptionalInt;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;

/**
 * Decides whether t is reachable from s without an intermediate token, by V blanks for each loop
 * that hold one row of the reach matrix each.
 *
 * <p>Blank u of block 0 averages the targets of the edges of u. In each loop blank u of block l
 * fetches its row of block l - 1 and queries with it: all the vertices that u reaches score alike,
 * their rows are averaged, and what is more than 0 is a flag again. So block l says which vertices
 * are joined by a path of length at most 2^l. Which vertex a blank stands for comes from the
 * embedding of its position. Source: squaring in log depth is Merrill and Sabharwal 2025 (arXiv
 * 2503.03961, theorem 2), the set as a superposition Zhu et al. 2025 (arXiv 2505.12514); their
 * combination is this project's.
 *
 * <p>Cost for V vertices and L = ceil(log2(V - 1)) loops: V (L + 1) blanks; 1 layer, 2 layers of 1
 * head each that are applied L times, 1 layer; width 4 V + 2 L + 12. Gaps 1 / (2 sqrt(V)), shares
 * of at least V^(-3/2).
 */
public final class SquaringConstruction extends PaddedReachability {

  private SquaringConstruction(
      PaddedTokens tokens, ConstructionOptions options, OptionalInt loops, OptionalInt padding) {
    super(tokens, options, loops, padding);
  }

  private static SquaringConstruction of(PaddedTokens tokens, ConstructionOptions options) {
    return new SquaringConstruction(tokens, options, OptionalInt.empty(), OptionalInt.empty());
  }

  /** The construction with tokens for the edges of one graph. */
  public static SquaringConstruction of(EdgeList graph, ConstructionOptions options) {
    return of(PaddedTokens.of(graph), options);
  }

  /** The construction for every graph of so many vertices or fewer. */
  public static SquaringConstruction complete(
      int vertices, boolean directed, ConstructionOptions options) {
    return of(PaddedTokens.complete(vertices, directed), options);
  }

  @Override
  public SquaringConstruction with(OptionalInt fixedLoops, OptionalInt fixedPadding) {
    return new SquaringConstruction(tokens, options, fixedLoops, fixedPadding);
  }

  @Override
  long enoughPadding() {
    return (loops() + 1L) * tokens.vertices();
  }

  @Override
  Weights weights(Extent extent) {
    return new SquaringWeights(tokens, loops(), padding(), extent, options.arithmetic());
  }
}
