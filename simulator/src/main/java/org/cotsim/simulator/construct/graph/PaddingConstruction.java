package org.cotsim.simulator.construct.graph;

import java.util.OptionalInt;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;

/**
 * Decides whether t is reachable from s without an intermediate token, at constant width, by blanks
 * that stand for the pairs and triples of vertices.
 *
 * <p>A pair (u, w) of block 0 asks whether there is an edge from u to w, or u is w. A triple (u, v,
 * w) of block l looks up the pairs (u, v) and (v, w) of block l - 1; a pair (u, w) of block l asks
 * whether there is a triple of its own that found both. So block l says which vertices are joined
 * by a path of length at most 2^l. Which pair or triple a blank stands for comes from the embedding
 * of its position. Source: Merrill and Sabharwal 2025 (arXiv 2503.03961, theorem 2) for squaring in
 * log depth with padding; one block for each loop, for a decoder, is this project's.
 *
 * <p>Cost for V vertices and L = ceil(log2(V - 1)) loops: V^2 + L (V^3 + V^2) blanks; 1 layer, 2
 * layers of 3 heads that are applied L times, 1 layer; the width does not depend on V. The gap is
 * that of a circle of V points, about 10 / V^2.
 */
public final class PaddingConstruction extends PaddedReachability {

  private PaddingConstruction(
      PaddedTokens tokens, ConstructionOptions options, OptionalInt loops, OptionalInt padding) {
    super(tokens, options, loops, padding);
  }

  private static PaddingConstruction of(PaddedTokens tokens, ConstructionOptions options) {
    return new PaddingConstruction(tokens, options, OptionalInt.empty(), OptionalInt.empty());
  }

  /** The construction with tokens for the edges of one graph. */
  public static PaddingConstruction of(EdgeList graph, ConstructionOptions options) {
    return of(PaddedTokens.of(graph), options);
  }

  /** The construction for every graph of so many vertices or fewer. */
  public static PaddingConstruction complete(
      int vertices, boolean directed, ConstructionOptions options) {
    return of(PaddedTokens.complete(vertices, directed), options);
  }

  @Override
  public PaddingConstruction with(OptionalInt fixedLoops, OptionalInt fixedPadding) {
    return new PaddingConstruction(tokens, options, fixedLoops, fixedPadding);
  }

  @Override
  long enoughPadding() {
    return layout().size();
  }

  private PaddingLayout layout() {
    return new PaddingLayout(tokens.vertices(), loops());
  }

  @Override
  Weights weights(Extent extent) {
    return new PaddingWeights(tokens, layout(), padding(), extent, options.arithmetic());
  }
}
