package org.cotsim.simulator.execute.nd4j;

import java.util.function.IntSupplier;
import org.cotsim.simulator.model.Mask;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How often every token occurred in each sequence, for heads that need to know no more.
 *
 * <p>The counts are kept negated: then one comparison finds the tokens that are missing, whose
 * scores must not be the largest.
 */
final class TokenCounts implements Memory {

  private final TokenHeads heads;
  private final int batch;
  private final DataType type;
  private final INDArray counts; // [tokens * batch, 1]

  TokenCounts(TokenHeads heads, int batch, DataType type) {
    this.heads = heads;
    this.batch = batch;
    this.type = type;
    this.counts = Nd4j.create(type, (long) heads.tokens() * batch, 1);
  }

  /** {@inheritDoc} Counts take the same room for any length. */
  @Override
  public void reserve(int more) {}

  /** {@inheritDoc} No position is looked at. */
  @Override
  public void level(int start, int end, OperationTimes times) {}

  /**
   * {@inheritDoc}
   *
   * @param made which token it is and its scores with all tokens for each head
   */
  @Override
  public void mix(Rows made, Block block, IntSupplier start, Workspace workspace, Plan plan) {
    INDArray fresh = made.shaped(0, (long) heads.tokens() * batch, block.positions());
    if (block.positions() == 1) {
      mix(Mask.STRICT, counts, made, workspace, plan);
      plan.subtract(counts, fresh, counts);
      mix(Mask.CAUSAL, counts, made, workspace, plan);
      return;
    }
    INDArray here = workspace.counts.shaped(fresh.shape());
    plan.product(fresh, workspace.upTo(block.positions()), here);
    plan.subtract(counts, here, here);
    mix(Mask.CAUSAL, here, made, workspace, plan);
    INDArray last =
        workspace.counts.strided(
            block.positions() - 1L, counts.shape(), new long[] {block.positions(), 1});
    plan.then("assign", () -> counts.assign(last));
    if (has(Mask.STRICT)) {
      plan.add(here, fresh, here);
      mix(Mask.STRICT, here, made, workspace, plan);
    }
  }

  private boolean has(Mask mask) {
    return heads.heads().stream().anyMatch(head -> head.head().mask() == mask);
  }

  /** Mixes the values of all heads with this mask, which see so many of each token. */
  private void mix(Mask mask, INDArray seen, Rows made, Workspace workspace, Plan plan) {
    if (!has(mask)) {
      return;
    }
    INDArray counts = seen.reshape(heads.tokens(), made.columns());
    INDArray missing = workspace.missing.shaped(counts.shape());
    plan.isAbove(counts, -0.5, missing);
    plan.scale(missing, DenseArrays.far(type));
    for (int i = 0; i < heads.heads().size(); i++) {
      if (heads.heads().get(i).head().mask() == mask) {
        INDArray scores = made.matrix((1L + i) * heads.tokens(), heads.tokens());
        INDArray weights = workspace.weights.shaped(counts.shape());
        plan.add(scores, missing, weights);
        mix(heads.heads().get(i), heads.values().get(i), weights, counts, workspace, plan);
      }
    }
  }

  private void mix(
      DenseHead head,
      INDArray values,
      INDArray weights,
      INDArray counts,
      Workspace workspace,
      Plan plan) {
    long n = weights.size(1);
    int size = head.head().valueSize();
    plan.maxOfColumns(weights, workspace.perQuery.shaped(n));
    plan.subtract(weights, workspace.perQuery.at(0, 1, n), weights);
    head.weigh(weights, plan);
    plan.multiply(weights, counts, weights);
    plan.product(values, weights, workspace.totals.shaped(1L + size, n));
    INDArray total = workspace.totals.at(size * n, 1, n);
    if (head.head().mask() == Mask.STRICT) {
      plan.atLeast(total, DenseArrays.leastNormal(type));
    }
    INDArray mixed = workspace.mixed.at(head.firstValue() * n, size, n);
    plan.divide(workspace.totals.at(0, size, n), total, mixed);
  }

  @Override
  public void close() {
    counts.close();
  }
}
