package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.benchmarks.experiment.sweep.SweepResult;

/** The legend that all panels of an accuracy chart share, wrapped to the width of the chart. */
final class AccuracyLegend {
  private static final double LINE = 22;
  private static final double SIGN = 30;
  private static final double SPACE = 18;
  private static final double FONT = 13;

  private final List<Entry> entries = new ArrayList<>();
  private final double room;

  AccuracyLegend(Map<Series, SeriesStyle> styles, SweepResult sweep, double room) {
    this.room = room;
    boolean ways = ProblemRows.inSeveralWays(sweep);
    Map<String, SeriesStyle> named = new LinkedHashMap<>(); // lines that look alike once
    styles.forEach((one, style) -> named.putIfAbsent(one.label(ways), style));
    named.forEach((label, style) -> entries.add(new Entry(label, svg -> series(svg, style))));
    entries.add(new Entry(sweep.currency() + " claimed for that line", AccuracyLegend::claim));
    entries.add(
        new Entry(
            "95 % interval"
                + (sweep.hasSeveralSeeds() ? " over " + sweep.seeds().size() + " seeds" : ""),
            AccuracyLegend::whisker));
    entries.add(new Entry("chance (0.5)", AccuracyLegend::chance));
    if (sweep.rows().stream().anyMatch(ProblemRows::oneSided)) {
      entries.add(new Entry("all inputs have one label", AccuracyLegend::hollow));
    }
  }

  /** The height of the wrapped entries. */
  double height() {
    return LINE * (1 + place(entries.size() - 1).line());
  }

  /** Draws the entries from the middle of the first line's left end on. */
  void draw(Svg svg, double x, double y) {
    for (int i = 0; i < entries.size(); i++) {
      Place place = place(i);
      svg.open("g");
      svg.set("transform", AccuracyPanel.translate(x + place.x(), y + place.line() * LINE));
      entries.get(i).sign().draw(svg);
      svg.open("g").set("fill", "#333333").label(SIGN, 4.5, entries.get(i).text()).close();
      svg.close();
    }
  }

  private Place place(int index) {
    double x = 0;
    int line = 0;
    for (int i = 0; i <= index; i++) {
      double width = entries.get(i).width();
      if (x > 0 && x + width > room) {
        x = 0;
        line++;
      }
      x += width + SPACE;
    }
    return new Place(x - SPACE - entries.get(index).width(), line);
  }

  private static void series(Svg svg, SeriesStyle style) {
    svg.open("g").set("stroke", style.colour()).set("stroke-width", 1.8);
    svg.line(0, 0, 24, 0).close();
    marker(svg, style.marker(), style.colour(), style.colour());
  }

  private static void claim(Svg svg) {
    svg.open("g").set("stroke", "#333333").set("stroke-width", 1.4).set("stroke-dasharray", "4 3");
    svg.line(12, -9, 12, 9).close();
  }

  private static void whisker(Svg svg) {
    svg.open("g").set("stroke", "#333333").line(12, -9, 12, 9).close();
    svg.open("path").set("d", "M9.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z");
    svg.set("fill", "#333333").close();
  }

  private static void chance(Svg svg) {
    svg.open("g").set("stroke", AccuracyPanel.CHANCE).set("stroke-width", 1.6);
    svg.line(0, 0, 24, 0).close();
  }

  private static void hollow(Svg svg) {
    marker(svg, SeriesStyle.of(0).marker(), "#ffffff", "#333333");
  }

  private static void marker(Svg svg, String path, String fill, String stroke) {
    svg.open("path").set("d", path).set("transform", "translate(12 0)");
    svg.set("fill", fill).set("stroke", stroke).set("stroke-width", 1.2).close();
  }

  private record Place(double x, int line) {}

  private interface Sign {
    void draw(Svg svg);
  }

  private record Entry(String text, Sign sign) {
    double width() {
      return SIGN + Svg.width(text, FONT);
    }
  }
}
