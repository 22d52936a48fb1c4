package org.cotsim.simulator.execute.nd4j;

import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Weighting;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One head of a layer.
 *
 * @param firstKey where its components begin among the keys, and the queries, of all heads
 * @param firstValue where its components begin among the values of all heads
 */
record DenseHead(Head head, int firstKey, int firstValue) {

  /**
   * Mixes the visible values for every position of a block.
   *
   * @param queries of all heads, [keys, n]
   * @param workspace its rows of {@code mixed} are filled
   */
  void mix(Rows queries, Cache cache, Block block, Workspace workspace, Plan plan) {
    score(queries, cache.keys(firstKey, head.keySize(), block), block, workspace, plan);
    INDArray recent = // the scores that may need a mask
        workspace.weights.strided(
            block.visible() - block.window(),
            block.flat(block.batch(), block.positions(), block.window()),
            block.flat((long) block.positions() * block.visible(), block.visible(), 1));
    if (block.masks(head)) {
      plan.add(recent, block.far().get(head.mask()), recent);
    }
    INDArray rows = workspace.weights.at(0, block.columns(), block.visible());
    plan.maxOfRows(rows, workspace.perQuery.shaped(block.columns()));
    plan.subtract(rows, workspace.perQuery.at(0, block.columns(), 1), rows);
    weigh(rows, plan);
    if (block.weighsUnseen(head)) {
      plan.multiply(recent, block.seen().get(head.mask()), recent);
    }
    combine(rows, cache, block, workspace, plan);
  }

  /** Mixes the values by weights not yet divided by their sum, [n, visible]. */
  private void combine(INDArray weights, Cache cache, Block block, Workspace workspace, Plan plan) {
    INDArray totals = workspace.totals(block).shaped(2, block.columns());
    plan.product(block.there(), weights.transpose(), totals);
    INDArray values = cache.values(firstValue, head.valueSize(), block);
    if (Lookup.isPossible(this, cache, block)) {
      Lookup lookup = new Lookup(this, cache, block, workspace);
      plan.either(
          "read totals",
          lookup::findsOnePlaceEach,
          lookup::copyValues,
          otherwise -> average(values, block, workspace, otherwise));
    } else {
      average(values, block, workspace, plan);
    }
  }

  /** All products of queries and keys into {@code workspace.weights}. */
  private void score(Rows queries, INDArray keys, Block block, Workspace workspace, Plan plan) {
    long rows = (long) head.keySize() * block.batch();
    long[] shape = block.flat(rows, block.positions(), block.visible());
    long pairs = block.columns() * block.visible();
    INDArray own = queries.shaped(firstKey, block.flat(rows, block.positions(), 1));
    INDArray scores = workspace.weights.shaped(pairs);
    if (head.keySize() == 1) {
      plan.multiply(keys, own, workspace.weights.at(0, shape));
      return;
    }
    plan.multiply(keys, own, workspace.products.shaped(shape));
    INDArray products = workspace.products.at(0, head.keySize(), pairs);
    plan.product(products.transpose(), workspace.ones(head.keySize()), scores);
  }

  /** Turns differences from the largest score into weights not yet divided by their sum. */
  void weigh(INDArray differences, Plan plan) {
    if (head.weighting() instanceof Weighting.Saturated saturated) {
      double bound = DenseArrays.below(saturated.tolerance(), differences.dataType());
      plan.isAbove(differences, bound, differences);
      return;
    }
    plan.scale(differences, ((Weighting.Softmax) head.weighting()).inverseTemperature());
    plan.exp(differences);
  }

  /** The weighted sums of the values, divided by the first total, the sum of the weights. */
  private void average(INDArray values, Block block, Workspace workspace, Plan plan) {
    int size = head.valueSize();
    int visible = block.visible();
    long columns = block.columns();
    plan.multiply(
        values,
        workspace.weights.at(0, block.flat(1, block.batch(), block.positions(), visible)),
        workspace.products.shaped(block.flat(size, block.batch(), block.positions(), visible)));
    plan.product(
        workspace.products.at(0, size * columns, visible),
        workspace.ones(visible),
        workspace.mixed.at(firstValue * columns, size * columns));
    INDArray total = workspace.totals(block).at(0, 1, columns);
    if (block.weighsUnseen(head)) {
      plan.atLeast(total, DenseArrays.leastNormal(total.dataType()));
    }
    INDArray mixed = workspace.mixed.at(firstValue * columns, size, columns);
    plan.divide(mixed, total, mixed);
  }
}
