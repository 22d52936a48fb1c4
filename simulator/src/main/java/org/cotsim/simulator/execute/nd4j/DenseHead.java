package org.cotsim.simulator.execute.nd4j;

import org.cotsim.simulator.model.Head;
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
  void mix(Cache cache, Block block, Workspace workspace, Plan plan) {
    score(cache.keys(firstKey, head.keySize(), block), block, workspace, plan);
    INDArray recent = // the scores that may need a mask
        workspace.weights.strided(
            block.visible() - block.window(),
            block.flat(block.batch(), block.positions(), block.window()),
            block.flat((long) block.positions() * block.visible(), block.visible(), 1));
    plan.add(recent, block.far().get(head.mask()), recent);
    INDArray rows = workspace.weights.at(0, block.columns(), block.visible());
    plan.maxOfRows(rows, workspace.perQuery.shaped(block.columns()));
    plan.subtract(rows, workspace.perQuery.at(0, block.columns(), 1), rows);
    weigh(rows, plan);
    if (block.weighsUnseen(head)) {
      plan.multiply(recent, block.seen().get(head.mask()), recent);
    }
    INDArray values = cache.values(firstValue, head.valueSize(), block);
    average(values, block, workspace, plan);
  }

  /** All products of queries and keys into {@code workspace.weights}. */
  private void score(INDArray keys, Block block, Workspace workspace, Plan plan) {
    long rows = (long) head.keySize() * block.batch();
    long[] shape = block.flat(rows, block.positions(), block.visible());
    long pairs = block.columns() * block.visible();
    long first = firstKey * block.columns();
    INDArray queries = workspace.stacked.at(first, block.flat(rows, block.positions(), 1));
    INDArray scores = workspace.weights.shaped(pairs);
    if (head.keySize() == 1) {
      plan.multiply(keys, queries, workspace.weights.at(0, shape));
      return;
    }
    plan.multiply(keys, queries, workspace.products.shaped(shape));
    INDArray products = workspace.products.at(0, head.keySize(), pairs);
    plan.product(products.transpose(), workspace.ones(head.keySize()), scores);
  }

  /** Turns differences from the largest score into weights not yet divided by their sum. */
  private void weigh(INDArray differences, Plan plan) {
    if (head.weighting() instanceof Weighting.Saturated saturated) {
      plan.isAbove(differences, Dense.below(saturated.tolerance(), differences.dataType()));
      return;
    }
    plan.scale(differences, ((Weighting.Softmax) head.weighting()).inverseTemperature());
    plan.exp(differences);
  }

  private void average(INDArray values, Block block, Workspace workspace, Plan plan) {
    int size = head.valueSize();
    int visible = block.visible();
    long columns = block.columns();
    long first = firstValue * columns;
    INDArray ones = workspace.ones(visible);
    plan.multiply(
        values,
        workspace.weights.at(0, block.flat(1, block.batch(), block.positions(), visible)),
        workspace.products.shaped(block.flat(size, block.batch(), block.positions(), visible)));
    plan.product(
        workspace.products.at(0, size * columns, visible),
        ones,
        workspace.mixed.at(first, size * columns));
    INDArray total = workspace.perQuery.at(0, columns);
    plan.product(workspace.weights.at(0, columns, visible), ones, total);
    plan.atLeast(total, Dense.leastNormal(workspace.type));
    INDArray mixed = workspace.mixed.at(first, size, columns);
    plan.divide(mixed, workspace.perQuery.at(0, 1, columns), mixed);
  }
}
