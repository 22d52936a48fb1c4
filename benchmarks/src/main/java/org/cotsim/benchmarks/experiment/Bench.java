package org.cotsim.benchmarks.experiment;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.indexed.Profile;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;

/** Measures how fast one sequence is decoded, and how much memory its caches take. */
public final class Bench {

  private static final int WARM_UP = 500_000; // tokens, unless that takes longer than
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final int LONGEST_WARM_UP = 20_000; // intermediate tokens of one run

  private final Executor executor;
  private final ConstructedDecoder<?> decoder;
  private final int[] prompt;
  private final int[] expected; // what the oracle says, at most the steps that are measured
  private final int n;

  private Bench(
      Executor executor, ConstructedDecoder<?> decoder, int[] prompt, int[] expected, int n) {
    this.executor = executor;
    this.decoder = decoder;
    this.prompt = prompt;
    this.expected = expected;
    this.n = n;
  }

  /**
   * Prepares an input whose chain has about so many tokens: longer chains are cut there.
   *
   * @param length intermediate tokens, at least 1
   */
  public static <I> Bench of(Problem<I> problem, int length, long seed, Setup setup)
      throws ExperimentException, InputException {
    return of(problem, BenchInput.of(problem, length, seed), length, setup);
  }

  /** Prepares an input whose chain is cut after so many tokens. */
  public static <I> Bench of(Problem<I> named, I input, int length, Setup setup)
      throws ExperimentException {
    Problem<I> problem = named.forInput(input);
    Expected expected = problem.expected(input, length);
    ConstructedDecoder<I> decoder =
        setup.compiled(problem).forRun(problem.promptLength(input), Math.max(1, expected.steps()));
    int[] chain = expected.continuation();
    int steps = Math.min(expected.steps(), length);
    return new Bench(
        setup.executor(),
        decoder,
        decoder.prompt(input),
        Arrays.copyOf(chain, steps),
        problem.length(input));
  }

  /** Warms up, then measures some runs and answers the median one. */
  public BenchResult run(int runs) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (long done = 0; done < WARM_UP && System.nanoTime() < end; ) {
      int steps = Math.min(expected.length, LONGEST_WARM_UP);
      run(steps, false, Optional.empty());
      done += steps + (long) prompt.length;
    }
    List<BenchResult> results = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      results.add(run(expected.length, i == runs - 1, Optional.empty()));
    }
    double bytes = results.get(runs - 1).bytesPerToken();
    results.sort(Comparator.comparingDouble(BenchResult::seconds));
    return results.get(runs / 2).withBytesPerToken(bytes);
  }

  /** One run without a warm-up. */
  public BenchResult once() {
    return run(expected.length, false, Optional.empty());
  }

  /** One more run that measures where the time goes. */
  public BenchResult profile(Profile profile) {
    return run(expected.length, false, Optional.of(profile));
  }

  private BenchResult run(int steps, boolean weigh, Optional<Profile> profile) {
    int capacity = prompt.length + Math.max(1, steps);
    try (Session session = open(capacity, profile)) {
      long heap = weigh ? usedHeap() : 0;
      long start = System.nanoTime();
      session.appendAll(new int[][] {prompt});
      long prompted = System.nanoTime();
      long cpu = cpuTime();
      int right = decode(session, steps);
      double seconds = (System.nanoTime() - prompted) * 1e-9;
      double cpuSeconds = (cpuTime() - cpu) * 1e-9;
      double bytes = weigh ? (usedHeap() - heap) / (double) session.length() : Double.NaN;
      double promptSeconds = (prompted - start) * 1e-9;
      return new BenchResult(
          n, prompt.length, steps, promptSeconds, seconds, cpuSeconds, bytes, right == steps);
    }
  }

  private Session open(int capacity, Optional<Profile> profile) {
    return profile.isPresent() && executor instanceof IndexedExecutor indexed
        ? indexed.open(decoder.model(), capacity, profile.get())
        : executor.open(decoder.model(), 1, capacity);
  }

  /** Decodes step by step; answers how many tokens are those of the oracle. */
  private int decode(Session session, int steps) {
    TokenSet all = decoder.model().vocabulary().all();
    TokenSet chain = decoder.model().vocabulary().withRole(Token.Role.STEP);
    int[] choice = new int[1];
    for (int i = 0; i < steps; i++) {
      session.choose(all, choice);
      if (choice[0] != expected[i] || !chain.contains(choice[0])) {
        return i;
      }
      session.append(choice);
    }
    return steps;
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
