package org.cotsim.benchmarks.report;

import java.util.List;

/**
 * How one line of a chart looks: a colour and a marker shape.
 *
 * <p>Colours from M. Okabe and K. Ito, "Color Universal Design" (2008), which stay apart for
 * colour-blind readers; shapes keep the lines apart in grey. Seven colours and eight shapes give 56
 * pairs before one comes again.
 *
 * @param colour as a hexadecimal triple
 * @param marker an SVG path around the origin, about eight units wide
 */
record SeriesStyle(String colour, String marker) {
  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#e69f00", "#56b4e9");

  private static final List<String> MARKERS =
      List.of(
          "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
          "M-3.6 -3.6h7.2v7.2h-7.2z",
          "M0 -4.8L4.6 3.4H-4.6z",
          "M0 -5.2L4.4 0L0 5.2L-4.4 0z",
          "M0 4.8L4.6 -3.4H-4.6z",
          "M-1.6 -4.8h3.2v3.2h3.2v3.2h-3.2v3.2h-3.2v-3.2h-3.2v-3.2h3.2z",
          "M0 -5.5L1.4 -1.8L5.2 -1.7L2.2 0.7L3.2 4.4L0 2.3L-3.2 4.4L-2.2 0.7L-5.2 -1.7L-1.4 -1.8z",
          "M-5 -2.6h10v5.2h-10z");

  /** The style of the i-th line, from 0. */
  static SeriesStyle of(int i) {
    return of(i, i);
  }

  /** A style with the i-th colour and the j-th marker, from 0. */
  static SeriesStyle of(int i, int j) {
    return new SeriesStyle(COLOURS.get(i % COLOURS.size()), MARKERS.get(j % MARKERS.size()));
  }
}
