package org.cotsim.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * One axis of a chart: where a figure lies in the picture, and which figures are worth a tick.
 *
 * <p>{@code StrictMath} keeps the positions equal on every machine.
 */
final class Axis {
  private static final double[][] STEPS_IN_A_DECADE = {{1, 2, 5}, {1, 3}, {1}};

  private final DoubleUnaryOperator warp;
  private final double highest;
  private final double low;
  private final double high;
  private final double from;
  private final double to;

  private Axis(DoubleUnaryOperator warp, double low, double high, double from, double to) {
    this.warp = warp;
    this.highest = high;
    this.low = warp.applyAsDouble(low);
    this.high = warp.applyAsDouble(high);
    this.from = from;
    this.to = to;
  }

  /** Equal steps: 0 lies at {@code from} and 1 at {@code to}. */
  static Axis unit(double from, double to) {
    return new Axis(x -> x, 0, 1, from, to);
  }

  /** Equal steps from the lowest figure to the highest. */
  static Axis linear(double low, double high, double from, double to) {
    return new Axis(x -> x, low, high, from, to);
  }

  /** Logarithmic, with 0 on it: x lies at log(1 + x); 0 at {@code from}, the most at {@code to}. */
  static Axis counts(double most, double from, double to) {
    return new Axis(StrictMath::log1p, 0, Math.max(1, most), from, to);
  }

  /** Logarithmic, from the power of ten below the least figure to that above the largest one. */
  static Axis decades(double least, double most, double from, double to) {
    double low = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(least)));
    double high = StrictMath.pow(10, StrictMath.ceil(StrictMath.log10(most)));
    return new Axis(StrictMath::log10, low, Math.max(high, 10 * low), from, to);
  }

  /** Logarithmic, from the least figure to the most, both above 0. */
  static Axis logarithmic(double least, double most, double from, double to) {
    return new Axis(StrictMath::log, least, Math.max(most, 2 * least), from, to);
  }

  /** The powers of ten on a {@link #decades} axis. */
  List<Double> decadeTicks() {
    List<Double> ticks = new ArrayList<>();
    for (int decade = (int) Math.round(low); decade <= Math.round(high); decade++) {
      ticks.add(StrictMath.pow(10, decade));
    }
    return ticks;
  }

  /** Where a figure lies in the picture. */
  double at(double figure) {
    return from + (warp.applyAsDouble(figure) - low) / (high - low) * (to - from);
  }

  /**
   * Ticks of a {@link #counts} axis: 0 and as many of 1, 2, 5, 10, ... as fit.
   *
   * @param gap the least distance between two ticks
   */
  List<Double> countTicks(double gap) {
    List<Double> ticks = new ArrayList<>();
    for (double[] steps : STEPS_IN_A_DECADE) {
      ticks = ticks(highest, steps);
      ticks.removeIf(tick -> tick > 0 && Math.abs(at(tick) - at(0)) < gap);
      if (apart(ticks, gap)) {
        return ticks;
      }
    }
    return thinned(ticks, gap);
  }

  private static List<Double> ticks(double most, double[] steps) {
    List<Double> ticks = new ArrayList<>(List.of(0.0));
    for (double decade = 1; decade <= most; decade *= 10) {
      double scale = decade;
      DoubleStream.of(steps).map(s -> s * scale).filter(t -> t <= most).forEach(ticks::add);
    }
    return ticks;
  }

  private boolean apart(List<Double> ticks, double gap) {
    return thinned(ticks, gap).size() == ticks.size();
  }

  private List<Double> thinned(List<Double> ticks, double gap) {
    List<Double> kept = new ArrayList<>();
    for (double tick : ticks) {
      if (kept.isEmpty() || Math.abs(at(tick) - at(kept.get(kept.size() - 1))) >= gap) {
        kept.add(tick);
      }
    }
    return kept;
  }

  /** A count as a short text: 500, 2k, 10M. */
  static String shortCount(double count) {
    String[] units = {"", "k", "M", "G", "T", "P", "E"};
    int unit = 0;
    double rest = count;
    while (rest >= 1000 && unit < units.length - 1) {
      rest /= 1000;
      unit++;
    }
    return Svg.number(rest) + units[unit];
  }
}
