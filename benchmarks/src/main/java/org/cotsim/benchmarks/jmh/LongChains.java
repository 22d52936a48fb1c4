package org.cotsim.benchmarks.jmh;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.cotsim.benchmarks.experiment.Executors;
import org.cotsim.benchmarks.experiment.speed.DecodingSpeed;
import org.cotsim.benchmarks.experiment.speed.DecodingSpeedResult;
import org.cotsim.benchmarks.problem.ExperimentException;
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

/** How the time of a whole chain, prompt included, grows with its length. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class LongChains {

  @Param({"parity", "word-a5", "palindrome"})
  private String problem;

  @Param({"10000", "1000000"})
  private int length;

  @Param("indexed")
  private String executor;

  private DecodingSpeed bench;

  /** Chooses the input and compiles the model. */
  @Setup
  public void prepare() throws InputException, ExperimentException {
    bench =
        DecodingSpeed.of(
            Problems.find(problem, Optional.empty(), length),
            length,
            1,
            new org.cotsim.benchmarks.experiment.ExperimentSetup(
                ConstructionOptions.defaults(),
                OptionalInt.empty(),
                Executors.named(executor, Arithmetic.BINARY64)));
  }

  /** Decodes the chain once. */
  @Benchmark
  public DecodingSpeedResult chain() {
    return bench.once();
  }
}
