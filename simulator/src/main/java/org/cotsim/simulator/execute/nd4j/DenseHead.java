package org.cotsim.simulator.execute.nd4j;

import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Weighting;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One head of a stacked layer.
 *
 * @param firstKey where its components begin among the keys, and the queries, of all heads
 * @param firstValue where its components begin among the values of all heads
 */
record DenseHead(Head head, int firstKey, int firstValue) {

  /**
   * Mixes the visible values for every position of a block: reads its queries at the start of
   * {@code workspace.stacked}, fills its rows of {@code workspace.mixed}.
   */
  void mix(Cache cache, Block block, Workspace workspace) {
    int visible = cache.length();
    score(cache.keys(firstKey, head.keySize()), block, workspace);
    boolean masked = block.positions() > 1 || head.mask() == Mask.STRICT;
    INDArray recent = masked ? recent(visible, block, workspace) : null;
    if (masked) {
      Ops.add(recent, block.far(head.mask()), recent);
    }
    INDArray rows = workspace.weights.at(0, block.columns(), visible);
    Ops.maxOfRows(rows, workspace.perQuery.shaped(block.columns()));
    Ops.subtract(rows, workspace.perQuery.shaped(block.columns(), 1), rows);
    weigh(rows);
    if (masked) {
      Ops.multiply(recent, block.visible(head.mask()), recent);
    }
    average(cache.values(firstValue, head.valueSize()), visible, block, workspace);
  }

  /** All products of queries and keys into {@code workspace.weights}. */
  private void score(INDArray keys, Block block, Workspace workspace) {
    int batch = block.batch();
    int positions = block.positions();
    long visible = keys.size(3);
    long pairs = block.columns() * visible;
    INDArray queries =
        workspace.stacked.at(
            firstKey * block.columns(), head.keySize(), batch, positions, 1); // [keySize, ...]
    INDArray scores = workspace.weights.shaped(1, batch, positions, visible);
    if (head.keySize() == 1) {
      Ops.multiply(keys, queries, scores);
      return;
    }
    Ops.multiply(
        keys, queries, workspace.products.shaped(head.keySize(), batch, positions, visible));
    Ops.product(
        workspace.products.at(0, head.keySize(), pairs).transpose(),
        workspace.ones(head.keySize()),
        workspace.weights.at(0, pairs));
  }

  /** The scores of the block's own positions, [batch, positions, positions]. */
  private static INDArray recent(long visible, Block block, Workspace workspace) {
    long positions = block.positions();
    return workspace.weights.strided(
        visible - positions,
        new long[] {block.batch(), positions, positions},
        new long[] {positions * visible, visible, 1});
  }

  /** Turns differences from the largest score into weights not yet divided by their sum. */
  private void weigh(INDArray differences) {
    if (head.weighting() instanceof Weighting.Saturated saturated) {
      Ops.isAbove(differences, Dense.below(saturated.tolerance(), differences.dataType()));
      return;
    }
    differences.muli(((Weighting.Softmax) head.weighting()).inverseTemperature());
    Ops.exp(differences);
  }

  private void average(INDArray values, long visible, Block block, Workspace workspace) {
    int size = head.valueSize();
    long columns = block.columns();
    long first = firstValue * columns;
    INDArray ones = workspace.ones(visible);
    Ops.multiply(
        values,
        workspace.weights.at(0, 1, block.batch(), block.positions(), visible),
        workspace.products.shaped(size, block.batch(), block.positions(), visible));
    Ops.product(
        workspace.products.at(0, size * columns, visible),
        ones,
        workspace.mixed.at(first, size * columns));
    INDArray total = workspace.perQuery.at(0, columns);
    Ops.product(workspace.weights.at(0, columns, visible), ones, total);
    Ops.atLeast(total, Dense.leastNormal(workspace.type));
    INDArray mixed = workspace.mixed.at(first, size, columns);
    Ops.divide(mixed, workspace.perQuery.at(0, 1, columns), mixed);
  }
}
