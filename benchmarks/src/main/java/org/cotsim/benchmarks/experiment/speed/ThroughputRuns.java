package org.cotsim.benchmarks.experiment.speed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.cotsim.benchmarks.experiment.check.DecoderCheck;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.nd4j.OperationTimes;
import org.cotsim.simulator.model.TokenSet;

/**
 * Single runs of one executor over some of the inputs.
 *
 * @param patience seconds that one decoding may take
 */
record ThroughputRuns(ThroughputInputs inputs, Executor executor, double patience) {

  /** Makes or confirms the chains of so many inputs, side by side. */
  ThroughputRow run(DecoderCheck.Mode mode, int first, int batch) {
    return mode == DecoderCheck.Mode.ONE_PASS ? confirm(first, batch) : decode(first, batch);
  }

  private ThroughputRow decode(int first, int batch) {
    int[][] prompts = inputs.prompts(first, batch);
    int[][] chains = inputs.chains(first, batch);
    long[][] budgets = new long[batch][];
    Arrays.fill(budgets, new long[] {inputs.steps()});
    StopwatchExecutor watched = new StopwatchExecutor(executor, patience);
    long start = System.nanoTime();
    long cpu = ProcessorShare.processNanos();
    List<Decoding> decodings = new Decoder(inputs.model(), watched).decode(prompts, budgets);
    double all = (System.nanoTime() - start) * 1e-9;
    double cpuSeconds = (ProcessorShare.processNanos() - cpu) * 1e-9 - watched.otherCpuSeconds();
    ThroughputRow.Times times = watched.times();
    long right = 0;
    for (int b = 0; b < batch; b++) {
      int[] chain = decodings.get(b).chain();
      int difference = Arrays.mismatch(chain, chains[b]);
      right += difference < 0 ? chain.length : difference;
    }
    double seconds = all - times.opening() - times.prompt();
    return row(
        DecoderCheck.Mode.DECODING,
        batch,
        right,
        inputs.steps(),
        seconds,
        cpuSeconds,
        Optional.of(times));
  }

  private ThroughputRow confirm(int first, int batch) {
    int[][] prompts = inputs.prompts(first, batch);
    int[][] chains = inputs.chains(first, batch);
    Verifier verifier = new Verifier(inputs.model(), executor);
    long start = System.nanoTime();
    long cpu = ProcessorShare.processNanos();
    OptionalInt[] differences = verifier.firstDifferences(prompts, chains);
    double seconds = (System.nanoTime() - start) * 1e-9;
    double cpuSeconds = (ProcessorShare.processNanos() - cpu) * 1e-9;
    long right = Arrays.stream(differences).mapToLong(d -> d.orElse(inputs.steps())).sum();
    return row(DecoderCheck.Mode.ONE_PASS, batch, right, 0, seconds, cpuSeconds, Optional.empty());
  }

  private ThroughputRow row(
      DecoderCheck.Mode mode,
      int batch,
      long right,
      long steps,
      double seconds,
      double cpuSeconds,
      Optional<ThroughputRow.Times> times) {
    boolean scans = mode == DecoderCheck.Mode.DECODING && executor instanceof Nd4jExecutor;
    return new ThroughputRow(
        executor.name(),
        executor.backend(),
        mode,
        batch,
        batch,
        right,
        steps,
        seconds,
        cpuSeconds,
        times,
        scans ? OptionalDouble.of(cacheBytes(batch)) : OptionalDouble.empty(),
        List.of(),
        right == (long) batch * inputs.steps());
  }

  /** What a step has to read of keys, averaged over the steps. */
  private double cacheBytes(int batch) {
    long numbers = Nd4jExecutor.keysPerPosition(inputs.model());
    int bytes = executor.arithmetic().precision() == 53 ? Double.BYTES : Float.BYTES;
    double length = inputs.length() - (inputs.steps() - 1) / 2.0;
    return batch * length * numbers * bytes;
  }

  /** ND4J's operations in a step, the longest first, measured in a run of their own. */
  List<OperationRow> operations(Nd4jExecutor nd4j, int batch) {
    OperationTimes times = new OperationTimes();
    TokenSet all = inputs.model().vocabulary().all();
    int[] choices = new int[batch];
    try (Session session = nd4j.open(inputs.model(), batch, inputs.length(), times)) {
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
}
