package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Matrix;

/**
 * The heads of a layer on top of each other: the queries of all, their keys, their values.
 *
 * <p>Behind its values each head has the number 1: its weighted sum is the sum of the weights.
 * Where there is no position yet the number is 0, as all values are, so that weights there do not
 * matter.
 */
final class DenseHeads {

  private final List<DenseHead> heads = new ArrayList<>();
  private final int keySize;
  private final int valueSize;

  DenseHeads(List<Head> all) {
    int keys = 0;
    int values = 0;
    for (Head head : all) {
      heads.add(new DenseHead(head, keys, values));
      keys += head.keySize();
      values += head.valueSize() + 1;
    }
    this.keySize = keys;
    this.valueSize = values;
  }

  /** The queries, keys and values of these heads, ones included. */
  static int rows(List<Head> heads) {
    return heads.stream().mapToInt(head -> 2 * head.keySize() + head.valueSize() + 1).sum();
  }

  List<DenseHead> heads() {
    return heads;
  }

  int keySize() {
    return keySize;
  }

  /** The values of all heads, ones included. */
  int valueSize() {
    return valueSize;
  }

  int rows() {
    return 2 * keySize + valueSize;
  }

  /** Queries, keys and values as a product with {@code 1, what the sublayer reads}. */
  Matrix maps(DenseNorm norm) {
    Matrix.Builder maps = Matrix.builder(rows(), 1 + norm.rows());
    int next = 0;
    for (Function<Head, Affine> kind : List.<Function<Head, Affine>>of(Head::query, Head::key)) {
      for (DenseHead head : heads) {
        next = append(norm.widened(kind.apply(head.head())), maps, next);
      }
    }
    for (DenseHead head : heads) {
      next = append(norm.widened(head.head().value()), maps, next);
      maps.add(next++, 0, 1);
    }
    return maps.build();
  }

  private static int append(Matrix map, Matrix.Builder maps, int next) {
    maps.add(next, 0, map);
    return next + map.rows();
  }

  /** The output maps side by side, with zeros for the sums of weights; [width, values]. */
  Matrix outputs(int width) {
    Matrix.Builder outputs = Matrix.builder(width, valueSize);
    for (DenseHead head : heads) {
      outputs.add(0, head.firstValue(), head.head().output());
    }
    return outputs.build();
  }
}
