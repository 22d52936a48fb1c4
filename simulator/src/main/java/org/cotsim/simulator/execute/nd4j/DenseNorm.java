package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layer norm of one or several projections at once: their matrices are stacked into one.
 *
 * <p>Each part is centred and scaled by its own sums, which are products with a 0/1 matrix of shape
 * [parts, normalised]; those are exact but for the order of summation. A part of zeros stays zero
 * because its length is raised to the least normal number before the division.
 */
final class DenseNorm {

  private final INDArray projections; // [normalised, width], or null for the identity
  private final INDArray sums; // [parts, normalised], 1 where a component belongs to a part
  private final INDArray sizes; // [parts, 1]
  private final int outputs;
  private final int parts;

  DenseNorm(Norm norm, int width, DataType type) {
    List<Integer> partSizes = new ArrayList<>();
    for (Matrix matrix : norm.projections()) {
      if (matrix.rows() > 0) {
        partSizes.add(matrix.rows());
      }
    }
    if (partSizes.isEmpty()) {
      partSizes.add(Math.max(1, norm.outputs(width)));
    }
    this.projections =
        norm.projections().isEmpty() ? null : Dense.stack(norm.projections(), width, type);
    this.outputs = partSizes.stream().mapToInt(size -> size).sum();
    this.parts = partSizes.size();
    double[][] members = new double[parts][outputs];
    double[][] counts = new double[parts][1];
    int next = 0;
    for (int part = 0; part < parts; part++) {
      counts[part][0] = partSizes.get(part);
      for (int i = 0; i < partSizes.get(part); i++) {
        members[part][next++] = 1;
      }
    }
    this.sums = Dense.of(members, type);
    this.sizes = Dense.of(counts, type);
  }

  /** What the sublayer reads of the residual stream, [normalised, n]. */
  INDArray apply(INDArray stream, Workspace workspace, Plan plan) {
    long n = stream.size(1);
    INDArray x = stream;
    INDArray spread = workspace.projected.shaped(outputs, n);
    if (projections != null) {
      plan.product(projections, stream, spread);
      x = spread;
    }
    INDArray perPart = workspace.perPart.shaped(parts, n);
    INDArray centred = workspace.normalised.shaped(outputs, n);
    plan.product(sums, x, perPart);
    plan.divide(perPart, sizes, perPart);
    plan.subtract(x, spread(perPart, centred, plan), centred);
    plan.multiply(centred, centred, spread);
    plan.product(sums, spread, perPart);
    plan.sqrt(perPart);
    plan.atLeast(perPart, Dense.leastNormal(perPart.dataType()));
    plan.divide(centred, spread(perPart, spread, plan), centred);
    return centred;
  }

  /** One number per part, written to all components of the part unless there is one part only. */
  private INDArray spread(INDArray perPart, INDArray target, Plan plan) {
    if (parts == 1) {
      return perPart;
    }
    plan.product(sums.transpose(), perPart, target);
    return target;
  }
}
