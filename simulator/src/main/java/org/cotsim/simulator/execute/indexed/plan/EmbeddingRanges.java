package org.cotsim.simulator.execute.indexed.plan;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/** What traces of one model share: the ranges of embedded numbers, and transposed projections. */
public final class EmbeddingRanges {

  private final Transformer model;
  private final Range[] positions; // [width], null without a table
  private final IdentityHashMap<Matrix, Matrix> transposed = new IdentityHashMap<>();

  /** The least and the largest number in a column. */
  private static final class Range {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private int entries;

    private void add(double number) {
      low = Math.min(low, number);
      high = Math.max(high, number);
      entries++;
    }
  }

  public EmbeddingRanges(Transformer model) {
    this.model = model;
    this.positions =
        model.positions() instanceof PositionEmbedding.Table table
            ? ranges(table.rows(), IntStream.range(0, table.rows().rows()).toArray())
            : null;
  }

  private static Range[] ranges(Matrix matrix, int[] rows) {
    Range[] ranges = new Range[matrix.columns()];
    Arrays.setAll(ranges, c -> new Range());
    for (int row : rows) {
      for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
        ranges[matrix.column(e)].add(matrix.value(e));
      }
    }
    for (Range range : ranges) {
      if (range.entries < rows.length || range.entries == 0) {
        range.add(0);
      }
    }
    return ranges;
  }

  public Transformer model() {
    return model;
  }

  Matrix transposed(Matrix matrix) {
    return transposed.computeIfAbsent(matrix, LayerNorm::transpose);
  }

  /** The residual stream of some tokens before the first layer, [width]. */
  TracedNumber[] load(int[] tokens, List<Operation> ops) {
    boolean known = tokens.length == 1;
    Range[] ranges = ranges(model.embedding(), tokens);
    double[] base = Arrays.stream(ranges).mapToDouble(range -> known ? range.low : 0).toArray();
    Operation.Load load = new Operation.Load(ops.size(), known ? null : model.embedding(), base);
    ops.add(load);
    for (int c = 0; c < base.length; c++) {
      double low = ranges[c].low;
      double high = ranges[c].high;
      boolean placed = positions != null && (positions[c].low != 0 || positions[c].high != 0);
      load.columns[c] =
          !placed && low == high
              ? TracedNumber.constant(low)
              : TracedNumber.of(
                  load,
                  placed ? low + positions[c].low : low,
                  placed ? high + positions[c].high : high,
                  !placed);
    }
    return load.columns.clone();
  }
}
