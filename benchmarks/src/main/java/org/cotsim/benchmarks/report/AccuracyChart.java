package org.cotsim.benchmarks.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotsim.benchmarks.experiment.LeftOut;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;
import org.cotsim.benchmarks.experiment.sweep.SweepRow;
import org.cotsim.benchmarks.problem.Currency;

/**
 * Accuracy against intermediate tokens as an SVG picture: a panel per problem, a line per length,
 * and per way in which the decoder is built.
 *
 * <p>The step budget runs along a logarithmic axis that includes 0, the same in all panels;
 * whiskers are {@linkplain AccuracyInterval intervals}; a dashed line in the colour of a length
 * stands at the steps its construction claims. Pointing at a marker shows its figures.
 *
 * <p>The SVG text is written here and not by AWT or a charting library: those measure text with the
 * fonts of the machine, which differ and which a headless Java may lack, and the same rows must
 * give the same bytes everywhere.
 */
public final class AccuracyChart {
  private static final double WIDTH = 1080;
  private static final double MARGIN = 20;
  private static final double GAP = 22;

  private final SweepResult sweep;
  private final List<ProblemRows> problems;
  private final SortedMap<Series, SeriesStyle> styles;

  private AccuracyChart(SweepResult sweep) {
    this.sweep = sweep;
    this.problems = ProblemRows.of(sweep);
    this.styles = styles(sweep);
  }

  /** A colour for each way and a marker for each length; both for each length of a single way. */
  private static SortedMap<Series, SeriesStyle> styles(SweepResult sweep) {
    List<String> ways = sweep.rows().stream().map(SweepRow::by).distinct().sorted().toList();
    List<Long> lengths = sweep.rows().stream().map(SweepRow::n).distinct().sorted().toList();
    boolean several = ProblemRows.inSeveralWays(sweep);
    SortedMap<Series, SeriesStyle> styles = new TreeMap<>();
    for (SweepRow row : sweep.rows()) {
      int marker = lengths.indexOf(row.n());
      int colour = several ? ways.indexOf(row.by()) : marker;
      styles.put(Series.of(row), SeriesStyle.of(colour, marker));
    }
    return styles;
  }

  /** The whole picture. */
  public static String of(SweepResult sweep) {
    return new AccuracyChart(sweep).draw();
  }

  private String draw() {
    AccuracyLegend legend = new AccuracyLegend(styles, sweep, WIDTH - 2 * MARGIN);
    double top = MARGIN + 48 + legend.height();
    double panelHeight = plotHeight() + AccuracyPanel.ABOVE + AccuracyPanel.BELOW;
    int gridRows = (problems.size() + columns() - 1) / columns();
    double height = top + gridRows * (panelHeight + GAP) + AccuracyPanel.NAME;
    Svg svg = new Svg(WIDTH, height, title(), description());
    heading(svg);
    legend.draw(svg, MARGIN, MARGIN + 56);
    for (int i = 0; i < problems.size(); i++) {
      int column = i % columns();
      int line = i / columns();
      double x = MARGIN + column * (panelWidth() + GAP);
      double y = top + line * (panelHeight + GAP);
      boolean lowest = i + columns() >= problems.size();
      panel(x, y).draw(svg, problems.get(i), place(problems.get(i)), column == 0, lowest);
    }
    return svg.finish();
  }

  /** Where a problem stands in theory, and the ways that it does not have. */
  private String place(ProblemRows problem) {
    String none =
        sweep.leftOut().stream()
            .filter(way -> way.problem().equals(problem.name()))
            .map(LeftOut::by)
            .collect(Collectors.joining(", "));
    return problem.languageClass() + (none.isEmpty() ? "" : "; no decoder by " + none);
  }

  private AccuracyPanel panel(double x, double y) {
    double plotTop = y + AccuracyPanel.ABOVE;
    return new AccuracyPanel(
        styles,
        ProblemRows.inSeveralWays(sweep),
        sweep.currency(),
        most(),
        new Box(x, plotTop, x + panelWidth(), plotTop + plotHeight()));
  }

  private void heading(Svg svg) {
    svg.open("g").set("font-size", 18).set("font-weight", "bold").set("fill", "#1a1a1a");
    svg.label(MARGIN, MARGIN + 14, title()).close();
    String unfinished = SweepHeadline.unfinished(sweep);
    svg.open("g").set("fill", unfinished.isEmpty() ? "#555555" : "#b00000");
    svg.label(MARGIN, MARGIN + 35, unfinished.isEmpty() ? subtitle() : unfinished).close();
  }

  private boolean isOfSteps() {
    return sweep.currency() == Currency.STEPS;
  }

  private String title() {
    return "Accuracy against " + (isOfSteps() ? "chain-of-thought budget" : words().amount());
  }

  private CurrencyWords words() {
    return CurrencyWords.of(sweep.currency());
  }

  private String subtitle() {
    return "share of right answers; " + words().rule();
  }

  private String description() {
    return SweepHeadline.of(sweep)
        + " One panel per problem; across: "
        + (isOfSteps() ? "step budget in intermediate tokens" : words().axis())
        + ", logarithmic with 0;"
        + " up: share of right answers from 0 to 1; one line per input length"
        + (ProblemRows.inSeveralWays(sweep) ? " and way of building the decoder." : ".");
  }

  private double most() {
    return sweep.rows().stream()
        .mapToDouble(row -> Math.max(row.amount(), row.claimed()))
        .max()
        .orElse(1);
  }

  private int columns() {
    return problems.size() == 4 ? 2 : Math.max(1, Math.min(3, problems.size()));
  }

  private double panelWidth() {
    return (WIDTH - 2 * MARGIN - (columns() - 1) * GAP) / columns();
  }

  private double plotHeight() {
    return switch (columns()) {
      case 1 -> 360;
      case 2 -> 250;
      default -> 170;
    };
  }
}
