package org.cotsim.benchmarks.experiment.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;

/**
 * The time of the same chains in several executors, by length.
 *
 * @param problem its name
 * @param machine where it was measured, with the load when it began
 * @param rows by executor, then by length; the first executor is the one that others are compared
 *     with
 * @param stopped the executors that did not run all lengths, each with a sentence why
 * @param allowLoad whether times that are not the program's own are figures all the same
 */
public record SpeedComparison(
    String problem,
    Hardware machine,
    List<SpeedComparisonRow> rows,
    Map<String, String> stopped,
    boolean allowLoad) {

  public SpeedComparison {
    rows = List.copyOf(rows);
    stopped = new LinkedHashMap<>(stopped);
  }

  /** Hears of every comparison that has one row more, or one executor more that was stopped. */
  public interface Listener {
    void measured(SpeedComparison soFar) throws ExperimentException;
  }

  /** Makes a bench for a length. */
  public interface Benches {
    DecodingSpeed of(int length, ExperimentSetup setup) throws ExperimentException, InputException;
  }

  /**
   * Measures executors at ascending lengths; one that would take longer than the patience goes no
   * further.
   *
   * @param setups one per executor
   * @param patience seconds for one run
   * @param allowLoad whether times that are not the program's own are figures all the same
   */
  public static SpeedComparison measure(
      String problem,
      List<ExperimentSetup> setups,
      List<Integer> lengths,
      double patience,
      boolean allowLoad,
      Benches benches,
      Listener listener)
      throws ExperimentException, InputException {
    SpeedComparison all =
        new SpeedComparison(
            problem, Hardware.here(), new ArrayList<>(), new LinkedHashMap<>(), allowLoad);
    for (ExperimentSetup setup : setups) {
      boolean warm = false;
      for (int length : lengths) {
        String name = setup.executor().name();
        double expected = all.expectedSeconds(name, length);
        if (expected > patience) {
          all = all.stoppedAt(name, length, "would take about %.0f s".formatted(expected));
          listener.measured(all);
          break;
        }
        DecodingSpeed bench = benches.of(length, setup);
        Optional<DecodingSpeedResult> result = bench.within(patience, !warm);
        if (result.isEmpty()) {
          all = all.stoppedAt(name, length, "took more than " + patience + " s");
          listener.measured(all);
          break;
        }
        warm = true;
        all =
            all.plus(
                new SpeedComparisonRow(length, name, setup.executor().backend(), result.get()));
        listener.measured(all);
      }
    }
    return all;
  }

  private SpeedComparison plus(SpeedComparisonRow row) {
    List<SpeedComparisonRow> more = new ArrayList<>(rows);
    more.add(row);
    return new SpeedComparison(problem, machine, more, stopped, allowLoad);
  }

  private SpeedComparison stoppedAt(String executor, int length, String why) {
    Map<String, String> more = new LinkedHashMap<>(stopped);
    more.put(executor, "stopped before length " + length + ", which " + why);
    return new SpeedComparison(problem, machine, rows, more, allowLoad);
  }

  /** From the growth between the two longest runs, at least in proportion to the length. */
  private double expectedSeconds(String executor, int length) {
    List<SpeedComparisonRow> done = rows(executor);
    if (done.size() < 2) {
      return 0;
    }
    SpeedComparisonRow last = done.get(done.size() - 1);
    SpeedComparisonRow before = done.get(done.size() - 2);
    double slope =
        Math.log(last.result().wholeSeconds() / before.result().wholeSeconds())
            / Math.log((double) last.length() / before.length());
    double growth = (double) length / last.length();
    return last.result().wholeSeconds() * Math.pow(growth, Math.max(1, slope));
  }

  /** The executors in the order of their first rows. */
  public List<String> executors() {
    return rows.stream().map(SpeedComparisonRow::executor).distinct().toList();
  }

  /** The rows of an executor, by ascending length. */
  public List<SpeedComparisonRow> rows(String executor) {
    return rows.stream()
        .filter(row -> row.executor().equals(executor))
        .sorted(Comparator.comparingInt(SpeedComparisonRow::length))
        .toList();
  }

  /**
   * How many times as many tokens per second the first executor has at the same length; empty if
   * one of the two has no right token or was refused.
   */
  public Optional<Double> ratio(SpeedComparisonRow row) {
    Optional<Double> own = tokensPerSecond(row);
    return rows(executors().get(0)).stream()
        .filter(first -> first.length() == row.length())
        .findFirst()
        .flatMap(this::tokensPerSecond)
        .flatMap(first -> own.map(other -> first / other))
        .filter(Double::isFinite);
  }

  /**
   * The exponent of the length in the time of prompt and chain, by least squares over an executor's
   * three longest lengths; empty if there are fewer or their chains are equally long.
   */
  public Optional<Double> slope(String executor) {
    List<SpeedComparisonRow> all = rows(executor);
    if (all.size() < 3) {
      return Optional.empty();
    }
    List<SpeedComparisonRow> longest = all.subList(all.size() - 3, all.size());
    SimpleRegression line = new SimpleRegression();
    longest.stream()
        .map(SpeedComparisonRow::result)
        .filter(result -> result.tokens() > 0)
        .filter(result -> allowLoad || result.refusal().isEmpty())
        .forEach(
            result -> line.addData(Math.log(result.tokens()), Math.log(result.wholeSeconds())));
    return Optional.of(line.getSlope()).filter(Double::isFinite);
  }

  /** Intermediate tokens per second, unless that figure is refused. */
  public Optional<Double> tokensPerSecond(SpeedComparisonRow row) {
    return Optional.of(row.result().tokensPerSecond()).filter(speed -> refusal(row).isEmpty());
  }

  /** Why the times of a row are no figures; empty if they are. */
  public Optional<String> refusal(SpeedComparisonRow row) {
    return row.result().refusal().filter(why -> !allowLoad);
  }

  public boolean anyRefused() {
    return rows.stream().anyMatch(row -> refusal(row).isPresent());
  }

  /** Whether every token of every run is the oracle's. */
  public boolean allRight() {
    return rows.stream().allMatch(row -> row.result().right());
  }
}
