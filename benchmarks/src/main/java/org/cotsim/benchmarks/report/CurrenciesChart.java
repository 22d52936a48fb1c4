package org.cotsim.benchmarks.report;

import java.util.List;
import org.cotsim.benchmarks.experiment.currencies.CurrencyTable;

/**
 * An exchange table as an SVG picture: for each problem a row of two panels, what is needed of the
 * currency that a way is bought with and the multiply-adds of an answer, against the length.
 */
public final class CurrenciesChart {

  private static final double WIDTH = 1080;
  private static final double TOP = 74;
  private static final double ROW = 312;
  private static final double FOOT = 26;
  private static final String TITLE = "What an answer is bought with, and what it costs";

  private CurrenciesChart() {}

  /** The whole picture; rows of length 0 have no place on it. */
  public static String of(CurrencyTable table) {
    List<String> problems = table.problems();
    double height = TOP + ROW * problems.size() + FOOT;
    Svg svg = new Svg(WIDTH, height, TITLE, description());
    svg.open("g").set("font-size", 18).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(20, 34, TITLE).close();
    svg.open("g").set("fill", "#555555");
    svg.label(
        20,
        56,
        "every point: "
            + NumberText.counted(table.samples(), "input")
            + ", each answer compared with the oracle; both axes logarithmic, 0 below");
    svg.close();
    for (int i = 0; i < problems.size(); i++) {
      double top = TOP + i * ROW;
      new CurrenciesPanels(table, problems.get(i))
          .draw(svg, new Box(20, top, WIDTH - 20, top + ROW));
    }
    svg.open("g").set("fill", "#555555").set("font-size", 11);
    svg.label(
        20,
        height - 10,
        "Full markers: claimed; hollow ones: observed to be enough on these inputs. Dashed: how a known lower bound on steps grows, its constant unknown; dotted: one for other decoders.");
    return svg.close().finish();
  }

  private static String description() {
    return "For each problem two panels against the length of the input, both axes logarithmic: the"
        + " steps, loops, padding tokens, thoughts or tokens of context that each way needs, and the"
        + " multiply-adds of an answer; a line for each way to build the decoder.";
  }
}
