package org.cotsim.benchmarks.cli;

import java.io.PrintWriter;
import java.util.List;

/** Columns as wide as what is in them. */
final class TextTable {

  private TextTable() {}

  /**
   * Prints rows of equally many cells.
   *
   * @param names how many of the first columns are names, to the left; figures are to the right
   */
  static void print(PrintWriter text, List<List<String>> rows, int names) {
    StringBuilder format = new StringBuilder();
    for (int column = 0; column < rows.get(0).size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(1);
      format.append(column == 0 ? "" : "  ").append(column < names ? "%-" : "%");
      format.append(width).append('s');
    }
    rows.forEach(
        row -> text.println(String.format(format.toString(), row.toArray()).stripTrailing()));
  }
}
