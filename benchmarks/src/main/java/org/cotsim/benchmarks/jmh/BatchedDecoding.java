package org.cotsim.benchmarks.jmh;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.regular.RegularProblem;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Transformer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Is decoding many words side by side faster per token than one after the other?
 *
 * <p>Time per intermediate token, the prompt included, for the parity of words of length 256 with
 * chains of 257 tokens: the baseline decodes a few words one by one, the batches all 1 024 at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class BatchedDecoding {

  private static final int WORD = 256;
  private static final int CHAIN = WORD + 1;
  private static final int BATCH = 1024;
  private static final int SAMPLE = 16;
  private static final long SEED = 20240507;

  private Transformer model;
  private int[][] prompts; // [batch][word + 2]

  /** Builds the model and draws the words. */
  @Setup
  public void prepare() throws InputException, ExperimentException, NotCertifiedException {
    RegularEntry parity = (RegularEntry) Catalogue.find("parity");
    RegularProblem problem = new RegularProblem(parity.language(), parity.summary(), "regular");
    ConstructedDecoder<List<String>> decoder =
        problem.construction(ConstructionOptions.defaults()).compile(Extent.of(WORD));
    Iterator<List<String>> words = problem.random(WORD, SEED);
    model = decoder.model();
    prompts = new int[BATCH][];
    Arrays.setAll(prompts, b -> decoder.prompt(words.next()));
  }

  /** The words one after the other, by the executor that reads as the definition. */
  @Benchmark
  @OperationsPerInvocation(SAMPLE * CHAIN)
  public long referenceOneByOne() {
    return oneByOne(new ReferenceExecutor());
  }

  /** The words one after the other, by the executor that looks up instead of scanning. */
  @Benchmark
  @OperationsPerInvocation(SAMPLE * CHAIN)
  public long indexedOneByOne() {
    return oneByOne(new IndexedExecutor());
  }

  /** All words side by side. */
  @Benchmark
  @OperationsPerInvocation(BATCH * CHAIN)
  public long nd4jBatch() {
    return decode(new Nd4jExecutor(), prompts);
  }

  private long oneByOne(Executor executor) {
    long steps = 0;
    for (int b = 0; b < SAMPLE; b++) {
      steps += decode(executor, Arrays.copyOfRange(prompts, b, b + 1));
    }
    return steps;
  }

  private long decode(Executor executor, int[][] words) {
    long[][] budgets = new long[words.length][];
    Arrays.fill(budgets, new long[] {CHAIN});
    return new Decoder(model, executor)
        .decode(words, budgets).stream().mapToLong(Decoding::steps).sum();
  }
}
