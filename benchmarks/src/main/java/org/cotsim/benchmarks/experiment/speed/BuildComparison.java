package org.cotsim.benchmarks.experiment.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.ExperimentException;

/**
 * The same measurements in two builds, run by run in turn, so that what changes on the machine
 * meanwhile changes both.
 *
 * @param machine where it was measured, with the load when it began
 * @param runs processes of each build for each measurement
 * @param allowLoad whether times that are not the program's own are figures all the same
 * @param rows one per measurement
 */
public record BuildComparison(Hardware machine, int runs, boolean allowLoad, List<Row> rows) {

  /**
   * One measurement.
   *
   * @param measurement the arguments of the command
   * @param old what the older build did
   * @param own what this build did
   */
  public record Row(String measurement, Side old, Side own) {

    /** How many times as many tokens per second this build makes, by the medians. */
    public OptionalDouble ratio() {
      return old.speed().isPresent() && own.speed().isPresent()
          ? OptionalDouble.of(own.speed().getAsDouble() / old.speed().getAsDouble())
          : OptionalDouble.empty();
    }
  }

  /**
   * The runs of one build.
   *
   * @param runs all of them, in order
   * @param allowLoad whether runs that were not alone count
   * @param failure why there are fewer; empty if there are not
   */
  public record Side(List<BuildRun> runs, boolean allowLoad, Optional<String> failure) {

    public Side {
      runs = List.copyOf(runs);
    }

    private List<BuildRun> counted() {
      return runs.stream().filter(run -> allowLoad || run.refusal().isEmpty()).toList();
    }

    /** Why there is no figure; empty if there is one. */
    public Optional<String> refusal() {
      if (failure.isPresent()) {
        return failure;
      }
      return 2 * counted().size() > runs.size()
          ? Optional.empty()
          : runs.stream().flatMap(run -> run.refusal().stream()).findFirst();
    }

    /** The median of tokens per second of processor time. */
    public OptionalDouble speed() {
      return median(BuildRun::speed);
    }

    /** The median of bytes per token. */
    public OptionalDouble bytesPerToken() {
      return median(run -> run.bytesPerToken().orElse(Double.NaN));
    }

    /** The median of seconds. */
    public OptionalDouble seconds() {
      return median(BuildRun::seconds);
    }

    /** The median of processor seconds in those seconds. */
    public OptionalDouble processors() {
      return median(run -> run.cpuSeconds().orElse(Double.NaN) / run.seconds());
    }

    /** Whether every token of every run was the oracle's. */
    public boolean right() {
      return runs.stream().allMatch(BuildRun::right);
    }

    private OptionalDouble median(ToDoubleFunction<BuildRun> figure) {
      double[] sorted =
          counted().stream().mapToDouble(figure).filter(Double::isFinite).sorted().toArray();
      return refusal().isPresent() || sorted.length == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2);
    }
  }

  /** Hears of every comparison that has one row more. */
  public interface Listener {
    void measured(BuildComparison soFar) throws IOException;
  }

  public BuildComparison {
    rows = List.copyOf(rows);
  }

  /**
   * Measures.
   *
   * @param old the words that start the older build
   * @param own the words that start this one
   * @param measurements arguments of the command, without how to print them
   * @throws ExperimentException if a measurement is none
   */
  public static BuildComparison measure(
      List<String> old,
      List<String> own,
      List<List<String>> measurements,
      int runs,
      boolean allowLoad,
      Progress progress,
      Listener listener)
      throws ExperimentException, IOException {
    Build older = new Build("old", old, List.of()).withOption("--allow-load", "bench");
    Build ours = new Build("new", own, List.of("--allow-load"));
    BuildComparison all = new BuildComparison(Hardware.here(), runs, allowLoad, List.of());
    for (List<String> measurement : measurements) {
      Turns left = new Turns(older, allowLoad);
      Turns right = new Turns(ours, allowLoad);
      for (int i = 0; i < runs; i++) {
        (i % 2 == 0 ? left : right).run(measurement);
        (i % 2 == 0 ? right : left).run(measurement);
        progress.done(1);
      }
      List<Row> rows = new ArrayList<>(all.rows);
      rows.add(new Row(String.join(" ", measurement), left.side(), right.side()));
      all = new BuildComparison(all.machine, runs, allowLoad, rows);
      listener.measured(all);
    }
    return all;
  }

  /** One build at one measurement; one that cannot measure it is not asked again. */
  private static final class Turns {
    private final Build build;
    private final boolean allowLoad;
    private final List<BuildRun> runs = new ArrayList<>();
    private Optional<String> failure = Optional.empty();

    Turns(Build build, boolean allowLoad) {
      this.build = build;
      this.allowLoad = allowLoad;
    }

    void run(List<String> measurement) throws IOException, ExperimentException {
      if (failure.isEmpty()) {
        try {
          runs.add(build.measure(measurement));
        } catch (Build.RefusedException e) {
          failure = Optional.of(e.getMessage());
        }
      }
    }

    Side side() {
      return new Side(runs, allowLoad, failure);
    }
  }

  /** Whether every token of this build was the oracle's and every figure of it stands. */
  public boolean holds() {
    return rows.stream()
        .allMatch(
            row ->
                row.own.right()
                    && row.own.refusal().isEmpty()
                    && row.old.right()
                    && (row.old.refusal().isEmpty() || row.old.failure().isPresent()));
  }
}
