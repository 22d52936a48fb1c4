package org.cotsim.benchmarks.report;

import java.util.List;
import org.cotsim.benchmarks.problem.TapeHistory;
import org.cotsim.benchmarks.problem.TapeHistory.Row;

/**
 * A tape over time, as the tokens of a chain write it: cells across, steps downwards, darker where
 * more of the cells under a point are not blank.
 */
public final class TapeChart {

  private static final double WIDTH = 800;
  private static final double HEIGHT = 520;
  private static final Box PLOT = new Box(74, 72, WIDTH - 24, HEIGHT - 48);
  private static final String[] SHADES = {"#c6dbef", "#6baed6", "#2171b5", "#08306b"};
  private static final String GREY = "#555555";
  private static final int TICKS = 6;

  private final List<Row> rows;
  private final int lowest;
  private final int columns;
  private final double cellsPerColumn;

  private TapeChart(TapeHistory history) {
    rows = history.rows();
    lowest = rows.stream().mapToInt(Row::lowest).min().orElseThrow();
    int end = rows.stream().mapToInt(row -> row.lowest() + row.cells()).max().orElseThrow();
    columns = Math.min(end - lowest, (int) (PLOT.right() - PLOT.left()));
    cellsPerColumn = (end - lowest) / (double) columns;
  }

  /**
   * The whole picture.
   *
   * @param title what it shows
   * @param words how it came about, in one line
   * @throws IllegalArgumentException if no tape was kept
   */
  public static String of(String title, String words, TapeHistory history) {
    if (history.rows().isEmpty()) {
      throw new IllegalArgumentException("the tape of no step");
    }
    return new TapeChart(history).draw(title, words);
  }

  private String draw(String title, String words) {
    Svg svg = new Svg(WIDTH, HEIGHT, title, words);
    svg.open("g").set("font-size", 17).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(20, 30, Svg.fit(title, 17, WIDTH - 40)).close();
    svg.open("g").set("font-size", 12).set("fill", GREY);
    svg.label(20, 52, Svg.fit(words, 12, WIDTH - 40)).close();
    for (int shade = 0; shade < SHADES.length; shade++) {
      svg.open("path").set("fill", SHADES[shade]).set("shape-rendering", "crispEdges");
      svg.set("d", path(shade)).close();
    }
    frame(svg);
    return svg.finish();
  }

  /** All stretches of one shade, a rectangle each. */
  private String path(int shade) {
    double width = (PLOT.right() - PLOT.left()) / columns;
    double height = (PLOT.bottom() - PLOT.top()) / rows.size();
    StringBuilder path = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      for (int from = 0; from < columns; from++) {
        int to = from;
        while (to < columns && shade(rows.get(r), to) == shade) {
          to++;
        }
        if (to > from) {
          path.append('M').append(Svg.number(PLOT.left() + from * width));
          path.append(' ').append(Svg.number(PLOT.top() + r * height));
          path.append('h').append(Svg.number((to - from) * width));
          path.append('v').append(Svg.number(height));
          path.append('h').append(Svg.number((from - to) * width)).append('z');
          from = to;
        }
      }
    }
    return path.toString();
  }

  /** How dark a column is, -1 where all its cells are blank. */
  private int shade(Row row, int column) {
    int from = lowest + (int) Math.round(column * cellsPerColumn) - row.lowest();
    int to = lowest + (int) Math.round((column + 1) * cellsPerColumn) - row.lowest();
    int marked = row.marks().get(Math.max(0, from), Math.max(0, to)).cardinality();
    return marked == 0 ? -1 : Math.min(SHADES.length - 1, SHADES.length * marked / (to - from));
  }

  private void frame(Svg svg) {
    double middle = (PLOT.left() + PLOT.right()) / 2;
    svg.open("g").set("font-size", 12).set("fill", "#333333");
    svg.open("g").set("text-anchor", "middle");
    for (int i = 0; i <= TICKS; i++) {
      double x = PLOT.left() + i * (PLOT.right() - PLOT.left()) / TICKS;
      long cell = lowest + Math.round(i * columns * cellsPerColumn / TICKS);
      svg.label(x, PLOT.bottom() + 16, String.valueOf(cell));
    }
    svg.label(middle, PLOT.bottom() + 36, "cells, counted from where the head began").close();
    svg.open("g").set("text-anchor", "end");
    for (int i = 1; i <= TICKS; i++) {
      int row = Math.max(1, i * rows.size() / TICKS) - 1;
      double y = PLOT.top() + (row + 1) * (PLOT.bottom() - PLOT.top()) / rows.size();
      svg.label(PLOT.left() - 6, y + 4, Axis.shortCount((double) rows.get(row).step()));
    }
    svg.close().close();
    svg.open("g").set("stroke", "#999999");
    svg.line(PLOT.left(), PLOT.top(), PLOT.left(), PLOT.bottom());
    svg.line(PLOT.left(), PLOT.bottom(), PLOT.right(), PLOT.bottom()).close();
  }
}
