package org.cotsim.simulator.sparserate;

import java.util.ArrayList;
import java.util.List;

/**
 * A transformer each of whose layers minimises the sparse rate reduction by two steps; every weight
 * follows from the subspaces, none is trained.
 *
 * <p>Each head of the self-attention has one matrix, the basis of a subspace. The first layer's
 * dictionary is made of all bases, so that its codes are sparse where tokens lie near one subspace;
 * later layers keep to these coordinates, their dictionary is the identity. Source: Y. Yu and
 * others, White-Box Transformers via Sparse Rate Reduction, NeurIPS 2023 (CRATE), whose subspaces
 * and dictionaries are learnt. Cost of a layer for N tokens of width d and K heads of dimension p:
 * K N^2 p + N d^2.
 *
 * @param layers in the order in which they run, at least one
 */
public record WhiteBoxTransformer(List<WhiteBoxLayer> layers) {

  public WhiteBoxTransformer {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("no layers");
    }
  }

  /**
   * Builds it.
   *
   * @param depth the number of layers, at least 1
   * @param weight of a non-zero in the sparsifying steps
   * @throws IllegalArgumentException if the subspaces have no complete dictionary
   */
  public static WhiteBoxTransformer of(
      Subspaces subspaces, int depth, Compression compression, Threshold threshold, double weight) {
    Dictionary bases = Dictionary.of(subspaces);
    Dictionary same = Dictionary.identity(subspaces.width());
    List<WhiteBoxLayer> layers = new ArrayList<>();
    Subspaces now = subspaces;
    for (int i = 0; i < depth; i++) {
      Sparsification step = new Sparsification(i == 0 ? bases : same, threshold, weight);
      layers.add(new WhiteBoxLayer(now, compression, step));
      now = layers.get(i).subspacesOfCodes();
    }
    return new WhiteBoxTransformer(layers);
  }

  /**
   * Runs all layers on a set of tokens, which are first put on the unit sphere.
   *
   * @param tokens of the subspaces' width
   * @return what each layer did, in order
   */
  public List<WhiteBoxLayer.Pass> run(Tokens tokens) {
    List<WhiteBoxLayer.Pass> passes = new ArrayList<>();
    Tokens entering = tokens.onSphere();
    for (WhiteBoxLayer layer : layers) {
      WhiteBoxLayer.Pass pass = layer.run(entering);
      passes.add(pass);
      entering = pass.codes();
    }
    return passes;
  }
}
