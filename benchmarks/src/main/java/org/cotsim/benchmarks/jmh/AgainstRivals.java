package org.cotsim.benchmarks.jmh;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.speed.DecodingSpeed;
import org.cotsim.benchmarks.experiment.speed.DecodingSpeedResult;
import org.cotsim.benchmarks.experiment.speed.SpeedComparison;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.model.Arithmetic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many times as long other executors take for the same chains, prompt included.
 *
 * <p>A pair of executor and length that would take minutes fails with a sentence that says so.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(1)
public class AgainstRivals {

  private static final double PATIENCE = 60; // seconds for one run

  @Param("parity")
  private String problem;

  @Param({"indexed", "reference", "nd4j", "onnxruntime"})
  private String executor;

  @Param({"100", "1000", "10000", "100000", "1000000"})
  private int length;

  private DecodingSpeed bench;

  /** Chooses the input, compiles the model, and refuses what shorter chains show to be too slow. */
  @Setup
  public void prepare() throws InputException, ExperimentException {
    org.cotsim.benchmarks.experiment.ExperimentSetup setup =
        new org.cotsim.benchmarks.experiment.ExperimentSetup(
            ConstructionOptions.defaults(),
            OptionalInt.empty(),
            Executors.named(executor, Arithmetic.BINARY64));
    Problem<?> found = Problems.find(problem, Optional.empty(), length);
    SpeedComparison shorter =
        SpeedComparison.measure(
            problem,
            List.of(setup),
            List.of(length / 100, length / 10, length),
            PATIENCE,
            true,
            (n, one) -> DecodingSpeed.of(found, n, 1, one),
            soFar -> {});
    if (!shorter.stopped().isEmpty()) {
      throw new IllegalStateException(executor + " " + shorter.stopped().get(executor));
    }
    bench = DecodingSpeed.of(found, length, 1, setup);
  }

  /** Decodes the chain once. */
  @Benchmark
  public DecodingSpeedResult chain() {
    return bench.once();
  }
}
