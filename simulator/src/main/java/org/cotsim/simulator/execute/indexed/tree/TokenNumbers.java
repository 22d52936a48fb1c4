package org.cotsim.simulator.execute.indexed.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of what tokens decide in the heads of a model, side by side for each token, so that one
 * look into memory finds them all; heads with the same numbers share them.
 *
 * <p>Cost: 4 bytes for each token and each different column.
 */
public final class TokenNumbers {

  private static final long MOST_CELLS = 1L << 27;

  private final List<Column> columns = new ArrayList<>();
  private int[] cells; // [vocabulary][columns], null before all are known, or if they are many

  private static final class Column {
    private final int[] groups; // [vocabulary], of tokens whose numbers are equal
    private final int[] numbers; // [groups]

    Column(int[] groups, int[] numbers) {
      this.groups = groups;
      this.numbers = numbers;
    }
  }

  /**
   * The place of numbers, which are added if they are new.
   *
   * @param groups [vocabulary], of tokens whose numbers are equal
   * @param numbers [groups]
   */
  int column(int[] groups, int[] numbers) {
    for (int c = 0; c < columns.size(); c++) {
      Column known = columns.get(c);
      if (known.groups == groups && Arrays.equals(known.numbers, numbers)) {
        return c;
      }
    }
    columns.add(new Column(groups, numbers));
    return columns.size() - 1;
  }

  /** Puts the numbers of each token side by side, once all columns are known. */
  public void fill() {
    int width = columns.size();
    int tokens = width == 0 ? 0 : columns.get(0).groups.length;
    if (tokens == 0 || (long) tokens * width > MOST_CELLS) {
      return;
    }
    int[] filled = new int[tokens * width];
    for (int c = 0; c < width; c++) {
      Column column = columns.get(c);
      for (int token = 0; token < tokens; token++) {
        filled[token * width + c] = column.numbers[column.groups[token]];
      }
    }
    cells = filled;
  }

  /** The number that a token has in a column. */
  int of(int token, int column) {
    int[] known = cells;
    if (known != null) {
      return known[token * columns.size() + column];
    }
    Column of = columns.get(column);
    return of.numbers[of.groups[token]];
  }
}
