package org.cotsim.simulator.execute.indexed.plan;

import java.util.stream.IntStream;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Mask;

/** What the mean of a head's values can be. */
final class ValueBounds {

  private static final double SLACK = 1e-6; // above the rounding of a mean of 2^31 numbers
  private static final double EXACT = 1 << 20; // sums of 2^31 integers up to here are exact

  final double[] low; // [valueSize]
  final double[] high; // [valueSize]
  final boolean exactSums; // whether all values are integers so small that sums are exact

  private ValueBounds(int size, boolean exactSums) {
    this.low = new double[size];
    this.high = new double[size];
    this.exactSums = exactSums;
  }

  static ValueBounds of(Head head, TokenValues values) {
    int size = head.valueSize();
    boolean exact = IntStream.range(0, size).allMatch(c -> values.isInteger(c, EXACT));
    ValueBounds bounds = new ValueBounds(size, exact);
    boolean maySeeNothing = head.mask() == Mask.STRICT;
    for (int c = 0; c < size; c++) {
      double low = values.low(c);
      double high = values.high(c);
      double slack = SLACK * Math.max(Math.abs(low), Math.abs(high));
      low = low >= 0 ? low * (1 - SLACK) : low - slack;
      high = high <= 0 ? high * (1 - SLACK) : high + slack;
      bounds.low[c] = maySeeNothing ? Math.min(0, low) : low;
      bounds.high[c] = maySeeNothing ? Math.max(0, high) : high;
    }
    return bounds;
  }
}
