package org.cotsim.simulator.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * An immutable matrix that stores its non-zero entries row by row, columns ascending.
 *
 * <p>Hand-built weights are almost all zeros: a look-up table for a machine of 1 000 states has
 * 10^5 entries out of 10^8. Memory is 12 bytes per non-zero entry and 4 per row.
 */
public final class Matrix {

  private final int columns;
  private final int[] rowStarts; // [rows + 1]
  private final int[] columnIndices; // [nonZeros]
  private final double[] values; // [nonZeros]

  private Matrix(int columns, int[] rowStarts, int[] columnIndices, double[] values) {
    this.columns = columns;
    this.rowStarts = rowStarts;
    this.columnIndices = columnIndices;
    this.values = values;
  }

  /** A builder for a matrix of the given shape, all zeros at first. */
  public static Builder builder(int rows, int columns) {
    return new Builder(rows, columns);
  }

  /** The matrix without a non-zero entry. */
  public static Matrix zero(int rows, int columns) {
    return builder(rows, columns).build();
  }

  /** The matrix with these entries; all rows must be equally long. */
  public static Matrix of(double[][] rows) {
    Builder builder = builder(rows.length, rows.length == 0 ? 0 : rows[0].length);
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        builder.add(r, c, rows[r][c]);
      }
    }
    return builder.build();
  }

  public int rows() {
    return rowStarts.length - 1;
  }

  public int columns() {
    return columns;
  }

  public int nonZeros() {
    return values.length;
  }

  /**
   * Where the entries of a row begin among all entries; {@code rowStart(rows())} is their number.
   */
  public int rowStart(int row) {
    return rowStarts[row];
  }

  /** The column of an entry, entries counted over all rows. */
  public int column(int entry) {
    return columnIndices[entry];
  }

  /** The value of an entry, entries counted over all rows. */
  public double value(int entry) {
    return values[entry];
  }

  /** The number at a place, zero where nothing is stored; costs O(log(entries of the row)). */
  public double get(int row, int column) {
    if (column < 0 || column >= columns) {
      throw new IndexOutOfBoundsException("column " + column + " of " + columns);
    }
    int at = Arrays.binarySearch(columnIndices, rowStarts[row], rowStarts[row + 1], column);
    return at < 0 ? 0 : values[at];
  }

  /** The matrix whose non-zero entries are images of these, each a finite number. */
  public Matrix map(DoubleUnaryOperator function) {
    Builder builder = builder(rows(), columns);
    for (int row = 0; row < rows(); row++) {
      for (int e = rowStarts[row]; e < rowStarts[row + 1]; e++) {
        builder.add(row, columnIndices[e], function.applyAsDouble(values[e]));
      }
    }
    return builder.build();
  }

  /** The matrix with the same entries and zeros in more rows and columns. */
  public Matrix resized(int moreRows, int moreColumns) {
    if (moreRows < rows() || moreColumns < columns) {
      throw new IllegalArgumentException(this + " as " + moreRows + " by " + moreColumns);
    }
    int[] starts = Arrays.copyOf(rowStarts, moreRows + 1);
    Arrays.fill(starts, rowStarts.length, starts.length, nonZeros());
    return new Matrix(moreColumns, starts, columnIndices, values);
  }

  /** A dense copy, [rows][columns]. */
  public double[][] toDense() {
    double[][] dense = new double[rows()][columns];
    for (int row = 0; row < rows(); row++) {
      for (int e = rowStarts[row]; e < rowStarts[row + 1]; e++) {
        dense[row][columnIndices[e]] = values[e];
      }
    }
    return dense;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix that
        && columns == that.columns
        && Arrays.equals(rowStarts, that.rowStarts)
        && Arrays.equals(columnIndices, that.columnIndices)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(columnIndices) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Matrix[" + rows() + ", " + columns + "; " + nonZeros() + " non-zero]";
  }

  /** Collects entries in any order; entries added twice at one place are summed. */
  public static final class Builder {

    private final int rows;
    private final int columns;
    private int[] rowOf = new int[16]; // of each number that was added
    private int[] columnOf = new int[16];
    private double[] added = new double[16];
    private int size;

    private Builder(int rows, int columns) {
      if (rows < 0 || columns < 0) {
        throw new IllegalArgumentException("a matrix cannot be " + rows + " by " + columns);
      }
      this.rows = rows;
      this.columns = columns;
    }

    /** Adds a finite number to what stands at a place. */
    public Builder add(int row, int column, double value) {
      if (row < 0 || row >= rows || column < 0 || column >= columns) {
        throw new IndexOutOfBoundsException(
            "(" + row + ", " + column + ") is outside [" + rows + ", " + columns + "]");
      }
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite number: " + value);
      }
      if (size == added.length) {
        int more = Math.addExact(size, Math.max(16, size / 2));
        rowOf = Arrays.copyOf(rowOf, more);
        columnOf = Arrays.copyOf(columnOf, more);
        added = Arrays.copyOf(added, more);
      }
      rowOf[size] = row;
      columnOf[size] = column;
      added[size++] = value;
      return this;
    }

    /** Adds a matrix, its first entry at a place; it must fit there. */
    public Builder add(int row, int column, Matrix block) {
      for (int r = 0; r < block.rows(); r++) {
        for (int e = block.rowStarts[r]; e < block.rowStarts[r + 1]; e++) {
          add(row + r, column + block.columnIndices[e], block.values[e]);
        }
      }
      return this;
    }

    /** The matrix of what was added; entries that sum to zero are dropped. */
    public Matrix build() {
      if (rows == Integer.MAX_VALUE) {
        throw new OutOfMemoryError("no array has an element more than " + rows);
      }
      int[] starts = new int[rows + 1];
      int[] indices = new int[size];
      double[] values = new double[size];
      int[] order = byRow(starts);
      int kept = 0;
      for (int r = 0; r < rows; r++) {
        int from = starts[r];
        int to = starts[r + 1];
        sortByColumn(order, from, to);
        starts[r] = kept;
        for (int i = from; i < to; ) {
          int column = columnOf[order[i]];
          double sum = added[order[i++]];
          while (i < to && columnOf[order[i]] == column) {
            sum += added[order[i++]];
          }
          if (sum != 0) {
            indices[kept] = column;
            values[kept++] = sum;
          }
        }
      }
      starts[rows] = kept;
      return new Matrix(columns, starts, Arrays.copyOf(indices, kept), Arrays.copyOf(values, kept));
    }

    /** What was added, row by row in the order of adding; also says where each row starts. */
    private int[] byRow(int[] starts) {
      for (int i = 0; i < size; i++) {
        starts[rowOf[i] + 1]++;
      }
      for (int r = 0; r < rows; r++) {
        starts[r + 1] += starts[r];
      }
      int[] next = Arrays.copyOf(starts, rows);
      int[] order = new int[size];
      for (int i = 0; i < size; i++) {
        order[next[rowOf[i]]++] = i;
      }
      return order;
    }

    /** Sorts by column what was added to a row; equal columns stay in the order of adding. */
    private void sortByColumn(int[] order, int from, int to) {
      long[] keys = new long[to - from];
      boolean sorted = true;
      for (int i = from; i < to; i++) {
        keys[i - from] = (long) columnOf[order[i]] << Integer.SIZE | order[i];
        sorted &= i == from || keys[i - from - 1] <= keys[i - from];
      }
      if (!sorted) {
        Arrays.sort(keys);
        for (int i = from; i < to; i++) {
          order[i] = (int) keys[i - from];
        }
      }
    }
  }
}
