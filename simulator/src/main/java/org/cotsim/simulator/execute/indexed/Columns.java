package org.cotsim.simulator.execute.indexed;

import java.util.IdentityHashMap;
import java.util.List;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/** What traces of one model share: the ranges of embedded numbers, and transposed projections. */
final class Columns {

  private final Transformer model;
  private final Range[] tokens; // [width]
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

  Columns(Transformer model) {
    this.model = model;
    this.tokens = ranges(model.embedding());
    this.positions =
        model.positions() instanceof PositionEmbedding.Table table ? ranges(table.rows()) : null;
  }

  private static Range[] ranges(Matrix matrix) {
    Range[] ranges = new Range[matrix.columns()];
    java.util.Arrays.setAll(ranges, c -> new Range());
    for (int e = 0; e < matrix.nonZeros(); e++) {
      ranges[matrix.column(e)].add(matrix.value(e));
    }
    for (Range range : ranges) {
      if (range.entries < matrix.rows() || range.entries == 0) {
        range.add(0);
      }
    }
    return ranges;
  }

  Transformer model() {
    return model;
  }

  Matrix transposed(Matrix matrix) {
    return transposed.computeIfAbsent(matrix, LayerNorm::transpose);
  }

  /** The residual stream before the first layer, [width]. */
  Value[] load(int token, List<Op> ops) {
    boolean any = token == Trace.ANY_TOKEN;
    double[] base = new double[model.width()];
    Matrix embedding = model.embedding();
    if (!any) {
      for (int e = embedding.rowStart(token); e < embedding.rowStart(token + 1); e++) {
        base[embedding.column(e)] = embedding.value(e);
      }
    }
    Op.Load load = new Op.Load(ops.size(), any ? embedding : null, base);
    ops.add(load);
    for (int c = 0; c < base.length; c++) {
      double low = any ? tokens[c].low : base[c];
      double high = any ? tokens[c].high : base[c];
      boolean placed = positions != null && (positions[c].low != 0 || positions[c].high != 0);
      load.columns[c] =
          !placed && low == high
              ? Value.constant(low)
              : Value.of(
                  load,
                  placed ? low + positions[c].low : low,
                  placed ? high + positions[c].high : high,
                  !placed);
    }
    return load.columns.clone();
  }
}
