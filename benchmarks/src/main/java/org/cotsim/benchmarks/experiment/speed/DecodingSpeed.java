package org.cotsim.benchmarks.experiment.speed;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.InputsByChainLength;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.RestartingSession;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.indexed.step.StepTimes;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Vocabulary;

/** Measures how fast one sequence is decoded, and how much memory its caches take. */
public final class DecodingSpeed {

  private static final int WARM_UP = 2_000_000; // tokens, unless that takes longer than
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final int LONGEST_WARM_UP = 20_000; // intermediate tokens of one run

  private static final int RUNS = 3;
  private static final long SHORT_NANOS = 2_000_000_000L; // runs are repeated up to here
  private static final int BLOCK = 4096; // tokens of a prompt between looks at the clock
  private static final int CHECKED_EVERY = 64; // steps between looks at the clock

  private final Executor executor;
  private final ConstructedDecoder<?> decoder;
  private final int[] prompt;
  private final int[] expected; // what the oracle says, at most the steps that are measured
  private final int n;
  private final List<String> notes; // on how the decoder is built

  private DecodingSpeed(
      Executor executor,
      ConstructedDecoder<?> decoder,
      int[] prompt,
      int[] expected,
      int n,
      List<String> notes) {
    this.executor = executor;
    this.decoder = decoder;
    this.prompt = prompt;
    this.expected = expected;
    this.n = n;
    this.notes = notes;
  }

  /** What a person should know of how the decoder is built, one sentence each. */
  public List<String> notes() {
    return notes;
  }

  /**
   * Prepares an input whose chain has about so many tokens: longer chains are cut there.
   *
   * @param length intermediate tokens, at least 1
   */
  public static <I> DecodingSpeed of(
      Problem<I> problem, int length, long seed, ExperimentSetup setup)
      throws ExperimentException, InputException {
    return of(problem, InputsByChainLength.of(problem, length, seed), length, setup);
  }

  /** Prepares an input whose chain is cut after so many tokens. */
  public static <I> DecodingSpeed of(Problem<I> named, I input, int length, ExperimentSetup setup)
      throws ExperimentException {
    Problem<I> problem = VocabularyByInput.suited(named, input);
    Expected expected = problem.expected(input, length);
    boolean atOnce = problem.mostSteps(problem.length(input)) == 0; // then the answer is measured
    if (!atOnce) {
      InputsByChainLength.requireChain(problem, expected.steps());
    }
    CompiledModels<I> models = setup.compiled(problem);
    ConstructedDecoder<I> decoder = models.forRun(problem.promptLength(input), expected);
    int[] chain = expected.continuation();
    int steps = atOnce ? chain.length : Math.min(expected.steps(), length);
    return new DecodingSpeed(
        setup.executor(),
        decoder,
        decoder.prompt(input),
        Arrays.copyOf(chain, steps),
        problem.length(input),
        models.notes(decoder));
  }

  /** Warms up, then measures some runs and answers the median one. */
  public DecodingSpeedResult run(int runs) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    for (long done = 0; done < WARM_UP && System.nanoTime() < end; ) {
      int steps = Math.min(expected.length, LONGEST_WARM_UP);
      run(steps, false, Optional.empty());
      done += steps + (long) prompt.length;
    }
    List<DecodingSpeedResult> results = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      results.add(run(expected.length, i == runs - 1, Optional.empty()));
    }
    double bytes = results.get(runs - 1).bytesPerToken();
    results.sort(Comparator.comparingDouble(DecodingSpeedResult::seconds));
    return results.get(runs / 2).withBytesPerToken(bytes);
  }

  /** One run without a warm-up. */
  public DecodingSpeedResult once() {
    return run(expected.length, false, Optional.empty());
  }

  /**
   * The median of up to three runs, empty if the first one takes too long.
   *
   * @param seconds the longest that a run may take
   * @param warmUp whether to repeat runs before, for some seconds
   */
  Optional<DecodingSpeedResult> within(double seconds, boolean warmUp) {
    long patience = (long) (seconds * 1e9);
    List<DecodingSpeedResult> results = new ArrayList<>();
    long end = System.nanoTime() + Math.min(WARM_UP_NANOS, patience / 4);
    try {
      while (warmUp && System.nanoTime() < end) {
        run(expected.length, false, Optional.empty(), System.nanoTime() + patience);
      }
      long begin = System.nanoTime();
      do {
        results.add(run(expected.length, false, Optional.empty(), System.nanoTime() + patience));
      } while (results.size() < RUNS && System.nanoTime() - begin < SHORT_NANOS);
    } catch (TooSlowException e) {
      return Optional.empty();
    }
    results.sort(Comparator.comparingDouble(DecodingSpeedResult::wholeSeconds));
    return Optional.of(results.get(results.size() / 2));
  }

  /** A run took longer than it may. */
  private static final class TooSlowException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** One more run that measures where the time goes. */
  public DecodingSpeedResult profile(StepTimes profile) {
    return run(expected.length, false, Optional.of(profile));
  }

  private DecodingSpeedResult run(int steps, boolean weigh, Optional<StepTimes> profile) {
    try {
      return run(steps, weigh, profile, System.nanoTime() + Long.MAX_VALUE / 2);
    } catch (TooSlowException e) {
      throw new IllegalStateException("nobody set a limit", e);
    }
  }

  private DecodingSpeedResult run(
      int steps, boolean weigh, Optional<StepTimes> profile, long deadline)
      throws TooSlowException {
    int capacity = prompt.length + Math.max(1, steps);
    try (Session session = open(capacity, profile)) {
      long heap = weigh ? usedHeap() : 0;
      long start = System.nanoTime();
      appendPrompt(session, deadline);
      long prompted = System.nanoTime();
      long cpu = cpuTime();
      int right = decode(session, steps, deadline);
      double seconds = (System.nanoTime() - prompted) * 1e-9;
      double cpuSeconds = (cpuTime() - cpu) * 1e-9;
      double bytes = weigh ? (usedHeap() - heap) / (double) session.length() : Double.NaN;
      double promptSeconds = (prompted - start) * 1e-9;
      return new DecodingSpeedResult(
          n,
          prompt.length,
          right,
          promptSeconds,
          seconds,
          cpuSeconds,
          bytes,
          session.peakBytes(),
          right == steps);
    }
  }

  private Session open(int capacity, Optional<StepTimes> profile) {
    boolean restarts = RestartingSession.restarts(decoder.model().vocabulary());
    return !restarts && profile.isPresent() && executor instanceof IndexedExecutor indexed
        ? indexed.open(decoder.model(), capacity, profile.get())
        : RestartingSession.open(executor, decoder.model(), 1, capacity);
  }

  /** Decodes step by step; answers how many tokens are those of the oracle. */
  private int decode(Session session, int steps, long deadline) throws TooSlowException {
    Vocabulary vocabulary = decoder.model().vocabulary();
    TokenSet chain =
        vocabulary.chain().size() == 0
            ? vocabulary.withRole(Token.Role.ANSWER)
            : vocabulary.chain();
    TokenSet all = vocabulary.all();
    int[] choice = new int[1];
    for (int i = 0; i < steps; i++) {
      session.choose(all, choice);
      if (choice[0] != expected[i] || !chain.contains(choice[0])) {
        return i;
      }
      session.append(choice);
      if (i % CHECKED_EVERY == 0) {
        requireTime(deadline);
      }
    }
    return steps;
  }

  private void appendPrompt(Session session, long deadline) throws TooSlowException {
    for (int from = 0; from < prompt.length; from += BLOCK) {
      int to = Math.min(prompt.length, from + BLOCK);
      session.appendAll(new int[][] {Arrays.copyOfRange(prompt, from, to)});
      requireTime(deadline);
    }
  }

  private static void requireTime(long deadline) throws TooSlowException {
    if (System.nanoTime() - deadline > 0) {
      throw new TooSlowException();
    }
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
