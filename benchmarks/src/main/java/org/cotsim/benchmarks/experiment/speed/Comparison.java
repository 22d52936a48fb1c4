package org.cotsim.benchmarks.experiment.speed;

import org.cotsim.benchmarks.experiment.Setup;
import org.cotsim.benchmarks.problem.ExperimentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.cotsim.languages.input.InputException;

/**
 * The time of the same chains in several executors, by length.
 *
 * @param problem its name
 * @param machine where it was measured, with the load when it began
 * @param rows by executor, then by length; the first executor is the one that others are compared
 *     with
 * @param stopped the executors that did not run all lengths, each with a sentence why
 */
public record Comparison(
    String problem, Machine machine, List<ComparisonRow> rows, Map<String, String> stopped) {

  public Comparison {
    rows = List.copyOf(rows);
    stopped = new LinkedHashMap<>(stopped);
  }

  /** Hears of every comparison that has one row more, or one executor more that was stopped. */
  public interface Listener {
    void measured(Comparison soFar) throws ExperimentException;
  }

  /** Makes a bench for a length. */
  public interface Benches {
    Bench of(int length, Setup setup) throws ExperimentException, InputException;
  }

  /**
   * Measures executors at ascending lengths; one that would take longer than the patience goes no
   * further.
   *
   * @param setups one per executor
   * @param patience seconds for one run
   */
  public static Comparison measure(
      String problem,
      List<Setup> setups,
      List<Integer> lengths,
      double patience,
      Benches benches,
      Listener listener)
      throws ExperimentException, InputException {
    Comparison all =
        new Comparison(problem, Machine.here(), new ArrayList<>(), new LinkedHashMap<>());
    for (Setup setup : setups) {
      boolean warm = false;
      for (int length : lengths) {
        String name = setup.executor().name();
        double expected = all.expectedSeconds(name, length);
        if (expected > patience) {
          all = all.stoppedAt(name, length, "would take about %.0f s".formatted(expected));
          listener.measured(all);
          break;
        }
        Bench bench = benches.of(length, setup);
        Optional<BenchResult> result = bench.within(patience, !warm);
        if (result.isEmpty()) {
          all = all.stoppedAt(name, length, "took more than " + patience + " s");
          listener.measured(all);
          break;
        }
        warm = true;
        all = all.plus(new ComparisonRow(length, name, setup.executor().backend(), result.get()));
        listener.measured(all);
      }
    }
    return all;
  }

  private Comparison plus(ComparisonRow row) {
    List<ComparisonRow> more = new ArrayList<>(rows);
    more.add(row);
    return new Comparison(problem, machine, more, stopped);
  }

  private Comparison stoppedAt(String executor, int length, String why) {
    Map<String, String> more = new LinkedHashMap<>(stopped);
    more.put(executor, "stopped before length " + length + ", which " + why);
    return new Comparison(problem, machine, rows, more);
  }

  /** From the growth between the two longest runs, at least in proportion to the length. */
  private double expectedSeconds(String executor, int length) {
    List<ComparisonRow> done = rows(executor);
    if (done.size() < 2) {
      return 0;
    }
    ComparisonRow last = done.get(done.size() - 1);
    ComparisonRow before = done.get(done.size() - 2);
    double slope =
        Math.log(last.result().wholeSeconds() / before.result().wholeSeconds())
            / Math.log((double) last.length() / before.length());
    double growth = (double) length / last.length();
    return last.result().wholeSeconds() * Math.pow(growth, Math.max(1, slope));
  }

  /** The executors in the order of their first rows. */
  public List<String> executors() {
    return rows.stream().map(ComparisonRow::executor).distinct().toList();
  }

  /** The rows of an executor, by ascending length. */
  public List<ComparisonRow> rows(String executor) {
    return rows.stream()
        .filter(row -> row.executor().equals(executor))
        .sorted(Comparator.comparingInt(ComparisonRow::length))
        .toList();
  }

  /**
   * How many times as many tokens per second the first executor has at the same length; empty if
   * one of the two has no right token.
   */
  public Optional<Double> ratio(ComparisonRow row) {
    return rows(executors().get(0)).stream()
        .filter(first -> first.length() == row.length())
        .map(first -> first.result().tokensPerSecond() / row.result().tokensPerSecond())
        .findFirst()
        .filter(Double::isFinite);
  }

  /**
   * The exponent of the length in the time of prompt and chain, by least squares over an executor's
   * three longest lengths; empty if there are fewer or their chains are equally long.
   */
  public Optional<Double> slope(String executor) {
    List<ComparisonRow> all = rows(executor);
    if (all.size() < 3) {
      return Optional.empty();
    }
    List<ComparisonRow> longest = all.subList(all.size() - 3, all.size());
    SimpleRegression line = new SimpleRegression();
    longest.stream()
        .map(ComparisonRow::result)
        .filter(result -> result.tokens() > 0)
        .forEach(
            result -> line.addData(Math.log(result.tokens()), Math.log(result.wholeSeconds())));
    return Optional.of(line.getSlope()).filter(Double::isFinite);
  }

  /** Whether every token of every run is the oracle's. */
  public boolean allRight() {
    return rows.stream().allMatch(row -> row.result().right());
  }
}
