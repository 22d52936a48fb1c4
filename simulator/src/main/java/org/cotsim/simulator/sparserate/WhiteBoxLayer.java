package org.cotsim.simulator.sparserate;

/**
 * A layer: a step that compresses, a step that sparsifies, and after each of them a norm.
 *
 * <p>The norm puts tokens back on the unit sphere, in the place of the source's LayerNorm: without
 * it the difference of the rates falls with the tokens' lengths alone. What leaves the layer are
 * codes in the layer's dictionary; in these the subspaces have other coordinates.
 *
 * @param subspaces in the coordinates of the tokens that enter
 */
public record WhiteBoxLayer(
    Subspaces subspaces, Compression compression, Sparsification sparsification) {

  /**
   * What a layer did.
   *
   * @param bare after the compressing step, before the norm
   * @param compressed after the norm
   * @param codes what leaves the layer
   */
  public record Pass(Tokens entering, Tokens bare, Tokens compressed, Tokens codes) {}

  /** Runs the layer. */
  public Pass run(Tokens tokens) {
    Tokens bare = compression.of(tokens, subspaces);
    Tokens compressed = bare.onSphere();
    return new Pass(tokens, bare, compressed, sparsification.of(compressed).onSphere());
  }

  /** The subspaces in the coordinates of the codes that leave the layer. */
  public Subspaces subspacesOfCodes() {
    return subspaces.in(sparsification.dictionary());
  }
}
