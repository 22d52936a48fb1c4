package org.cotsim.benchmarks.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.nd4j.OperationTimes;
import org.cotsim.simulator.model.TokenSet;

/**
 * Measures how many tokens per second executors make of many sequences at once, with the decoding
 * loop that everything else uses.
 *
 * <p>Executors that gain nothing from batches run the same inputs one after the other, as many as
 * come to two seconds: the baseline.
 */
public final class Throughput {

  private static final int RUNS = 3;
  private static final long SHORT_NANOS = 2_000_000_000L; // runs are repeated up to here
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  /**
   * What is measured.
   *
   * @param length intermediate tokens of each chain
   * @param batches sizes of batches, ascending
   * @param modes how chains are made or confirmed
   * @param patience seconds for one run
   * @param bandwidth bytes per second of the device's memory, if known
   * @param operations whether to measure ND4J's operations, one by one, in one more run
   */
  public record Request(
      int length,
      List<Integer> batches,
      List<Check.Mode> modes,
      long seed,
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
      Problem<I> problem, List<Setup> setups, Request request, Listener listener)
      throws ExperimentException, InputException {
    ThroughputInputs inputs =
        ThroughputInputs.of(problem, request.length(), request.seed(), setups.get(0));
    ThroughputResult nothing =
        new ThroughputResult(
            problem.name(),
            inputs.n(),
            inputs.steps(),
            inputs.different(),
            Machine.here(),
            request.bandwidth(),
            List.of(),
            List.of());
    Throughput all = new Throughput(inputs, request, listener, nothing);
    for (Setup setup : setups) {
      all.measure(setup.executor());
    }
    return all.result;
  }

  private void measure(Executor executor) throws ExperimentException {
    if (executor.preferredBatch(inputs.model(), inputs.length()) == 1) {
      add(oneByOne(executor));
      return;
    }
    for (Check.Mode mode : request.modes()) {
      boolean first = true;
      for (int batch : request.batches()) {
        String what = executor.name() + ", " + inWords(mode) + ", batch of " + batch;
        try {
          ThroughputRow row = median(executor, mode, batch, first);
          first = false;
          boolean split = request.operations() && mode == Check.Mode.DECODING;
          add(split ? row.withOperations(operations(executor, batch)) : row);
        } catch (IllegalArgumentException e) { // what an executor says when memory is too small
          stop(what + ": " + e.getMessage());
          break;
        } catch (StopwatchExecutor.TooSlowException e) {
          stop("%s: took more than %s s".formatted(what, request.patience()));
          break;
        }
      }
    }
  }

  /** A mode as a person calls it. */
  public static String inWords(Check.Mode mode) {
    return mode == Check.Mode.ONE_PASS ? "one pass" : "decoding";
  }

  private void add(ThroughputRow row) throws ExperimentException {
    result = result.plus(row);
    listener.measured(result);
  }

  private void stop(String why) throws ExperimentException {
    result = result.without(why);
    listener.measured(result);
  }

  private void warmUp(Executor executor, Check.Mode mode, int batch) {
    long end = System.nanoTime() + (long) Math.min(WARM_UP_NANOS, request.patience() * 1e9 / 20);
    while (System.nanoTime() < end) {
      run(executor, mode, 0, batch);
    }
  }

  private ThroughputRow median(Executor executor, Check.Mode mode, int batch, boolean warmUp) {
    if (warmUp) {
      warmUp(executor, mode, batch);
    }
    List<ThroughputRow> runs = new ArrayList<>();
    long begin = System.nanoTime();
    do {
      runs.add(run(executor, mode, 0, batch));
    } while (runs.size() < RUNS && System.nanoTime() - begin < SHORT_NANOS);
    runs.sort(Comparator.comparingDouble(ThroughputRow::seconds));
    return runs.get(runs.size() / 2);
  }

  private ThroughputRow run(Executor executor, Check.Mode mode, int first, int batch) {
    return mode == Check.Mode.ONE_PASS
        ? confirm(executor, first, batch)
        : decode(executor, first, batch);
  }

  private ThroughputRow decode(Executor executor, int first, int batch) {
    int[][] prompts = inputs.prompts(first, batch);
    int[][] chains = inputs.chains(first, batch);
    long[][] budgets = new long[batch][];
    Arrays.fill(budgets, new long[] {inputs.steps()});
    StopwatchExecutor watched = new StopwatchExecutor(executor, request.patience());
    long start = System.nanoTime();
    List<Decoding> decodings = new Decoder(inputs.model(), watched).decode(prompts, budgets);
    double all = (System.nanoTime() - start) * 1e-9;
    long right = 0;
    for (int b = 0; b < batch; b++) {
      int[] chain = decodings.get(b).chain();
      int difference = Arrays.mismatch(chain, chains[b]);
      right += difference < 0 ? chain.length : difference;
    }
    return new ThroughputRow(
        executor.name(),
        executor.backend(),
        Check.Mode.DECODING,
        batch,
        batch,
        right,
        inputs.steps(),
        watched.openingSeconds(),
        watched.promptSeconds(),
        all - watched.openingSeconds() - watched.promptSeconds(),
        watched.appendSeconds(),
        watched.chooseSeconds(),
        cacheBytes(executor, batch),
        List.of(),
        right == (long) batch * inputs.steps());
  }

  /** The operations of a step, measured in a run of their own; none but ND4J's are told apart. */
  private List<OperationRow> operations(Executor executor, int batch) {
    if (!(executor instanceof Nd4jExecutor nd4j)) {
      return List.of();
    }
    OperationTimes times = new OperationTimes();
    TokenSet all = inputs.model().vocabulary().all();
    int[] choices = new int[batch];
    try (Session session =
        new Nd4jExecutor(nd4j.arithmetic(), times).open(inputs.model(), batch, inputs.length())) {
      session.appendAll(inputs.prompts(0, batch));
      session.choose(all, choices);
      times.clear();
      for (int i = 0; i < inputs.steps(); i++) {
        session.append(choices);
        session.choose(all, choices);
      }
    }
    double steps = inputs.steps();
    return times.spent().entrySet().stream()
        .map(
            kind ->
                new OperationRow(
                    kind.getKey(),
                    kind.getValue().count() / steps,
                    kind.getValue().nanos() * 1e-9 / steps))
        .sorted(Comparator.comparingDouble(OperationRow::seconds).reversed())
        .toList();
  }

  private ThroughputRow confirm(Executor executor, int first, int batch) {
    int[][] prompts = inputs.prompts(first, batch);
    int[][] chains = inputs.chains(first, batch);
    Verifier verifier = new Verifier(inputs.model(), executor);
    long start = System.nanoTime();
    OptionalInt[] differences = verifier.firstDifferences(prompts, chains);
    double seconds = (System.nanoTime() - start) * 1e-9;
    long right = Arrays.stream(differences).mapToLong(d -> d.orElse(inputs.steps())).sum();
    return new ThroughputRow(
        executor.name(),
        executor.backend(),
        Check.Mode.ONE_PASS,
        batch,
        batch,
        right,
        0,
        0,
        0,
        seconds,
        0,
        0,
        0,
        List.of(),
        right == (long) batch * inputs.steps());
  }

  /** The inputs one after the other, each decoded alone. */
  private ThroughputRow oneByOne(Executor executor) {
    warmUp(executor, Check.Mode.DECODING, 1);
    List<ThroughputRow> runs = new ArrayList<>();
    long begin = System.nanoTime();
    do {
      runs.add(decode(executor, runs.size(), 1));
    } while (System.nanoTime() - begin < SHORT_NANOS && runs.size() < inputs.different());
    ThroughputRow one = runs.get(0);
    return new ThroughputRow(
        one.executor(),
        one.backend(),
        one.mode(),
        1,
        runs.size(),
        runs.stream().mapToLong(ThroughputRow::tokens).sum(),
        runs.stream().mapToLong(ThroughputRow::steps).sum(),
        runs.stream().mapToDouble(ThroughputRow::openingSeconds).sum(),
        runs.stream().mapToDouble(ThroughputRow::promptSeconds).sum(),
        runs.stream().mapToDouble(ThroughputRow::seconds).sum(),
        runs.stream().mapToDouble(ThroughputRow::appendSeconds).sum(),
        runs.stream().mapToDouble(ThroughputRow::chooseSeconds).sum(),
        one.cacheBytes(),
        List.of(),
        runs.stream().allMatch(ThroughputRow::right));
  }

  /** What a step has to read of keys and values, averaged over the steps. */
  private double cacheBytes(Executor executor, int batch) {
    long numbers =
        inputs.model().layers().stream()
            .mapToLong(layer -> layer.attention().cachedNumbers())
            .sum();
    int bytes = executor.arithmetic().precision() == 53 ? Double.BYTES : Float.BYTES;
    double length = inputs.length() - (inputs.steps() - 1) / 2.0;
    return batch * length * numbers * bytes;
  }
}
