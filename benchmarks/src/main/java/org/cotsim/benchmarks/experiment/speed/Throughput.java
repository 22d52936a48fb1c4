package org.cotsim.benchmarks.experiment.speed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;

/**
 * Measures how many tokens per second executors make of many sequences at once, with the decoding
 * loop that everything else uses.
 *
 * <p>Executors that gain nothing from batches run the same inputs one after the other, as many as
 * come to two seconds: the baseline.
 */
public final class Throughput {

  private static final int RUNS = 4; // the first of a batch is not counted if there are more
  private static final long SHORT_NANOS = 2_000_000_000L; // runs are repeated up to here

  /**
   * What is measured.
   *
   * @param length intermediate tokens of each chain
   * @param batches sizes of batches, ascending
   * @param modes how chains are made or confirmed
   * @param warmUp seconds for which the smallest batch runs before anything is measured
   * @param patience seconds that one decoding may take
   * @param bandwidth bytes per second of the memory of ND4J's device, if known
   * @param operations whether to measure ND4J's operations, one by one, in one more run
   */
  public record Request(
      int length,
      List<Integer> batches,
      List<DecoderCheck.Mode> modes,
      long seed,
      double warmUp,
      double patience,
      OptionalDouble bandwidth,
      boolean operations) {

    public Request {
      batches = List.copyOf(batches);
      modes = List.copyOf(modes);
    }
  }

  /** Hears of every result that has one row more. */
  public interface Listener {
    void measured(ThroughputResult soFar) throws ExperimentException;
  }

  /** Measures one row. */
  private interface Attempt {
    ThroughputRow row();
  }

  private final ThroughputInputs inputs;
  private final Request request;
  private final Listener listener;
  private ThroughputResult result;

  private Throughput(
      ThroughputInputs inputs, Request request, Listener listener, ThroughputResult result) {
    this.inputs = inputs;
    this.request = request;
    this.listener = listener;
    this.result = result;
  }

  /** Measures all executors, one after the other. */
  public static <I> ThroughputResult measure(
      Problem<I> problem, List<ExperimentSetup> setups, Request request, Listener listener)
      throws ExperimentException, InputException {
    ThroughputInputs inputs =
        ThroughputInputs.of(problem, request.length(), request.seed(), setups.get(0));
    ThroughputResult nothing =
        new ThroughputResult(
            problem.name(),
            inputs.n(),
            inputs.steps(),
            inputs.different(),
            Hardware.here(),
            request.bandwidth(),
            List.of(),
            List.of());
    Throughput all = new Throughput(inputs, request, listener, nothing);
    for (ExperimentSetup setup : setups) {
      for (DecoderCheck.Mode mode : request.modes()) {
        all.measure(setup.executor(), mode);
      }
    }
    return all.result;
  }

  private void measure(Executor executor, DecoderCheck.Mode mode) throws ExperimentException {
    ThroughputRuns runs = new ThroughputRuns(inputs, executor, request.patience());
    String what = executor.name() + ", " + inWords(mode);
    if (executor.preferredBatch(inputs.model(), inputs.length()) == 1) {
      attempt(what, () -> oneByOne(runs, mode));
      return;
    }
    boolean fits = true;
    for (int i = 0; fits && i < request.batches().size(); i++) {
      int batch = request.batches().get(i);
      boolean first = i == 0;
      fits =
          attempt(
              what + ", batch of " + batch,
              () -> {
                if (first) {
                  warmUp(runs, mode, batch);
                }
                return batch(runs, mode, batch);
              });
    }
  }

  /** A mode as a person calls it. */
  public static String inWords(DecoderCheck.Mode mode) {
    return mode == DecoderCheck.Mode.ONE_PASS ? "one pass" : "decoding";
  }

  /** Adds a row, or a sentence why there is none; answers whether there is one. */
  private boolean attempt(String what, Attempt attempt) throws ExperimentException {
    boolean done = true;
    try {
      result = result.plus(attempt.row());
    } catch (IllegalArgumentException e) { // what an executor says when memory is too small
      result = result.without(what + ": " + e.getMessage());
      done = false;
    } catch (StopwatchExecutor.TooSlowException e) {
      result = result.without(what + ": took longer than --patience allows");
      done = false;
    }
    listener.measured(result);
    return done;
  }

  private void warmUp(ThroughputRuns runs, DecoderCheck.Mode mode, int batch) {
    long end = System.nanoTime() + (long) (request.warmUp() * 1e9);
    while (System.nanoTime() < end) {
      runs.run(mode, 0, batch);
    }
  }

  /** The median of some runs; the first one warms up what depends on the size of the batch. */
  private ThroughputRow batch(ThroughputRuns runs, DecoderCheck.Mode mode, int batch) {
    List<ThroughputRow> rows = new ArrayList<>();
    long begin = System.nanoTime();
    do {
      rows.add(runs.run(mode, 0, batch));
    } while (rows.size() < RUNS && System.nanoTime() - begin < SHORT_NANOS);
    List<ThroughputRow> counted =
        rows.subList(Math.min(1, rows.size() - 1), rows.size()).stream()
            .sorted(Comparator.comparingDouble(ThroughputRow::seconds))
            .toList();
    ThroughputRow median = counted.get((counted.size() - 1) / 2);
    return request.operations()
            && mode == DecoderCheck.Mode.DECODING
            && runs.executor() instanceof Nd4jExecutor nd4j
        ? median.withOperations(runs.operations(nd4j, batch))
        : median;
  }

  /** The inputs one after the other, each alone. */
  private ThroughputRow oneByOne(ThroughputRuns runs, DecoderCheck.Mode mode) {
    warmUp(runs, mode, 1);
    long begin = System.nanoTime();
    ThroughputRow all = runs.run(mode, 0, 1);
    while (System.nanoTime() - begin < SHORT_NANOS && all.words() < inputs.different()) {
      all = all.then(runs.run(mode, (int) all.words(), 1));
    }
    return all;
  }
}
