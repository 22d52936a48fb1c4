package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Matrix;

/** The heads of a layer on top of each other: the queries of all, their keys, their values. */
final class DenseHeads {

  private static final List<Function<Head, Affine>> KINDS =
      List.of(Head::query, Head::key, Head::value);

  private final List<DenseHead> heads = new ArrayList<>();
  private final int keySize;
  private final int valueSize;

  DenseHeads(List<Head> all) {
    int keys = 0;
    int values = 0;
    for (Head head : all) {
      heads.add(new DenseHead(head, keys, values));
      keys += head.keySize();
      values += head.valueSize();
    }
    this.keySize = keys;
    this.valueSize = values;
  }

  /** How many queries, keys and values these heads have. */
  static int rows(List<Head> heads) {
    return heads.stream().mapToInt(head -> 2 * head.keySize() + head.valueSize()).sum();
  }

  List<DenseHead> heads() {
    return heads;
  }

  int keySize() {
    return keySize;
  }

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
    for (Function<Head, Affine> kind : KINDS) {
      for (DenseHead head : heads) {
        Matrix map = norm.widened(kind.apply(head.head()));
        maps.add(next, 0, map);
        next += map.rows();
      }
    }
    return maps.build();
  }

  /** The output maps side by side, [width, values]. */
  Matrix outputs(int width) {
    Matrix.Builder outputs = Matrix.builder(width, valueSize);
    for (DenseHead head : heads) {
      outputs.add(0, head.firstValue(), head.head().output());
    }
    return outputs.build();
  }
}
