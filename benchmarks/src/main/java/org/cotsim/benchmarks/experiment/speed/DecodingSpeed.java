package org.cotsim.benchmarks.experiment.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import org.cotsim.benchmarks.experiment.CompiledModels;
import org.cotsim.benchmarks.experiment.ExperimentSetup;
import org.cotsim.benchmarks.experiment.InputsByChainLength;
import org.cotsim.benchmarks.experiment.Progress;
import org.cotsim.benchmarks.problem.Expected;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.OracleChain;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.UnboundedRuns;
import org.cotsim.benchmarks.problem.VocabularyByInput;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.decode.RestartingSession;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.indexed.step.StepTimes;

/** Measures how fast one sequence is decoded, and how much memory its caches take. */
public final class DecodingSpeed {

  private static final int WARM_UP = 2_000_000; // tokens, unless that takes longer than
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final int LONGEST_WARM_UP = 20_000; // intermediate tokens of one run

  private static final int RUNS = 3;
  private static final long SHORT_NANOS = 2_000_000_000L; // runs are repeated up to here
  private static final int BLOCK = 4096; // tokens of a prompt between looks at the clock

  private final Executor executor;
  private final ConstructedDecoder<?> decoder;
  private final int[] prompt;
  private final LongFunction<OracleChain> chains; // what the oracle says, cut after so many tokens
  private final int steps; // that are measured
  private final int n;
  private final List<String> notes; // on how the decoder is built

  private DecodingSpeed(
      Executor executor,
      ConstructedDecoder<?> decoder,
      int[] prompt,
      LongFunction<OracleChain> chains,
      int steps,
      int n,
      List<String> notes) {
    this.executor = executor;
    this.decoder = decoder;
    this.prompt = prompt;
    this.chains = chains;
    this.steps = steps;
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
    return problem instanceof UnboundedRuns<I> able && able.holdsNoChain()
        ? readingTheOracle(able, input, length, setup)
        : holdingTheChain(problem, input, length, setup);
  }

  private static <I> DecodingSpeed readingTheOracle(
      UnboundedRuns<I> problem, I input, int length, ExperimentSetup setup)
      throws ExperimentException {
    int steps = (int) problem.chain(input, length).count();
    InputsByChainLength.requireChain(problem, steps);
    CompiledModels<I> models = setup.compiled(problem);
    ConstructedDecoder<I> decoder = models.forRun(problem.promptLength(input), steps);
    return new DecodingSpeed(
        setup.executor(),
        decoder,
        decoder.prompt(input),
        limit -> problem.chain(input, limit),
        steps,
        problem.length(input),
        models.notes(decoder.certificate()));
  }

  private static <I> DecodingSpeed holdingTheChain(
      Problem<I> problem, I input, int length, ExperimentSetup setup) throws ExperimentException {
    Expected expected = problem.expected(input, length);
    boolean atOnce = problem.mostSteps(problem.length(input)) == 0; // then the answer is measured
    if (!atOnce) {
      InputsByChainLength.requireChain(problem, expected.steps());
    }
    CompiledModels<I> models = setup.compiled(problem);
    ConstructedDecoder<I> decoder = models.forRun(problem.promptLength(input), expected);
    int[] answers = atOnce ? expected.continuation() : new int[0];
    return new DecodingSpeed(
        setup.executor(),
        decoder,
        decoder.prompt(input),
        limit ->
            atOnce
                ? OracleChain.held(answers, OptionalInt.empty())
                : OracleChain.of(expected, limit),
        atOnce ? answers.length : Math.min(expected.steps(), length),
        problem.length(input),
        models.notes(decoder.certificate()));
  }

  /** Intermediate tokens that are decoded; fewer than were asked for where the chain ends. */
  public int steps() {
    return steps;
  }

  /** Whether the chain writes a tape that can be drawn. */
  public boolean writesTape() {
    return chains.apply(0).history().isPresent();
  }

  /** Whether the model is certified for what is decoded. */
  public boolean certified() {
    return decoder.certificate().holds();
  }

  /** Warms up, then measures some runs and answers the median one. */
  public DecodingSpeedResult run(int runs, Progress progress) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    int warmUp = Math.min(steps, LONGEST_WARM_UP);
    for (long done = 0; done < WARM_UP && System.nanoTime() < end; ) {
      run(warmUp, false, Optional.empty(), Progress.NONE);
      done += warmUp + (long) prompt.length;
    }
    List<DecodingSpeedResult> results = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      results.add(run(steps, i == runs - 1, Optional.empty(), progress));
    }
    double bytes = results.get(runs - 1).bytesPerToken();
    results.sort(Comparator.comparingDouble(DecodingSpeedResult::seconds));
    return results.get(runs / 2).withBytesPerToken(bytes);
  }

  /** One run without a warm-up. */
  public DecodingSpeedResult once() {
    return run(steps, false, Optional.empty(), Progress.NONE);
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
        run(steps, false, Optional.empty(), Progress.NONE, System.nanoTime() + patience);
      }
      long begin = System.nanoTime();
      do {
        results.add(
            run(steps, false, Optional.empty(), Progress.NONE, System.nanoTime() + patience));
      } while (results.size() < RUNS && System.nanoTime() - begin < SHORT_NANOS);
    } catch (TooSlowException e) {
      return Optional.empty();
    }
    results.sort(Comparator.comparingDouble(DecodingSpeedResult::wholeSeconds));
    return Optional.of(results.get(results.size() / 2));
  }

  /** One more run that measures where the time goes. */
  public DecodingSpeedResult profile(StepTimes profile) {
    return run(steps, false, Optional.of(profile), Progress.NONE);
  }

  private DecodingSpeedResult run(
      int limit, boolean weigh, Optional<StepTimes> profile, Progress progress) {
    try {
      return run(limit, weigh, profile, progress, System.nanoTime() + Long.MAX_VALUE / 2);
    } catch (TooSlowException e) {
      throw new IllegalStateException("nobody set a limit", e);
    }
  }

  private DecodingSpeedResult run(
      int limit, boolean weigh, Optional<StepTimes> profile, Progress progress, long deadline)
      throws TooSlowException {
    int capacity = prompt.length + Math.max(1, limit);
    CheckedDecoding decoding =
        new CheckedDecoding(decoder.model().vocabulary(), chains.apply(limit), progress, deadline);
    try (Session session = open(capacity, profile)) {
      long heap = weigh ? usedHeap() : 0;
      long start = System.nanoTime();
      appendPrompt(session, deadline);
      double promptSeconds = (System.nanoTime() - start) * 1e-9;
      decoding.run(session);
      double bytes = weigh ? (usedHeap() - heap) / (double) session.length() : Double.NaN;
      return new DecodingSpeedResult(
          n,
          prompt.length,
          decoding.tokens(),
          promptSeconds,
          decoding.seconds(),
          decoding.cpuSeconds(),
          bytes,
          session.peakBytes(),
          decoding.right(),
          decoding.result(),
          decoding.history(),
          ProcessorShare.refusal(executor, decoding.seconds(), decoding.cpuSeconds()));
    }
  }

  private Session open(int capacity, Optional<StepTimes> profile) {
    boolean restarts = RestartingSession.restarts(decoder.model().vocabulary());
    return !restarts && profile.isPresent() && executor instanceof IndexedExecutor indexed
        ? indexed.open(decoder.model(), capacity, profile.get())
        : RestartingSession.open(executor, decoder.model(), 1, capacity);
  }

  private void appendPrompt(Session session, long deadline) throws TooSlowException {
    for (int from = 0; from < prompt.length; from += BLOCK) {
      int to = Math.min(prompt.length, from + BLOCK);
      session.appendAll(new int[][] {Arrays.copyOfRange(prompt, from, to)});
      TooSlowException.requireTime(deadline);
    }
  }

  private static long usedHeap() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
