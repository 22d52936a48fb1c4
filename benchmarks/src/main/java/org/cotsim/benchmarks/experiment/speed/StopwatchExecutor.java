package org.cotsim.benchmarks.experiment.speed;

import java.util.OptionalLong;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * Measures what the sessions of another executor spend on prompts, on steps and on choices.
 *
 * <p>An executor may return from {@code append} before a device has done the work; {@code choose}
 * then waits for it.
 */
final class StopwatchExecutor implements Executor {

  /** A run came to its deadline. */
  static final class TooSlowException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Executor executor;
  private final long deadline; // as System.nanoTime tells
  private long openingNanos;
  private long promptNanos;
  private long appendNanos;
  private long chooseNanos;
  private long otherCpuNanos; // of this process while prompts were read and sessions opened

  /**
   * A watched executor.
   *
   * @param seconds from now on; a session that has appended later throws {@link TooSlowException}
   */
  StopwatchExecutor(Executor executor, double seconds) {
    this.executor = executor;
    this.deadline = System.nanoTime() + (long) (seconds * 1e9);
  }

  /** What was spent so far. */
  ThroughputRow.Times times() {
    return new ThroughputRow.Times(
        openingNanos * 1e-9, promptNanos * 1e-9, appendNanos * 1e-9, chooseNanos * 1e-9);
  }

  /** Processor time of this process, all its threads, that went into prompts and opening. */
  double otherCpuSeconds() {
    return otherCpuNanos * 1e-9;
  }

  private void requireTime(long now) {
    if (now - deadline > 0) {
      throw new TooSlowException();
    }
  }

  @Override
  public String name() {
    return executor.name();
  }

  @Override
  public String backend() {
    return executor.backend();
  }

  @Override
  public Arithmetic arithmetic() {
    return executor.arithmetic();
  }

  @Override
  public int preferredBatch(Transformer model, int length) {
    return executor.preferredBatch(model, length);
  }

  @Override
  public Session open(Transformer model, int batch, int capacity) {
    long start = System.nanoTime();
    long cpu = ProcessorShare.processNanos();
    Session opened = executor.open(model, batch, capacity);
    otherCpuNanos += ProcessorShare.processNanos() - cpu;
    openingNanos += System.nanoTime() - start;
    return new Watched(opened);
  }

  @Override
  public int[][] choices(Transformer model, int[][] sequences, TokenSet allowed) {
    return executor.choices(model, sequences, allowed);
  }

  private final class Watched implements Session {
    private final Session session;

    Watched(Session session) {
      this.session = session;
    }

    @Override
    public int batch() {
      return session.batch();
    }

    @Override
    public int length() {
      return session.length();
    }

    @Override
    public void append(int[] tokens) {
      long start = System.nanoTime();
      session.append(tokens);
      long end = System.nanoTime();
      appendNanos += end - start;
      requireTime(end);
    }

    @Override
    public void appendAll(int[][] tokens) {
      long start = System.nanoTime();
      long cpu = ProcessorShare.processNanos();
      session.appendAll(tokens);
      session.scores(0); // waits until the prompt is really read
      otherCpuNanos += ProcessorShare.processNanos() - cpu;
      long end = System.nanoTime();
      promptNanos += end - start;
      requireTime(end);
    }

    @Override
    public void choose(TokenSet allowed, int[] choices) {
      long start = System.nanoTime();
      session.choose(allowed, choices);
      chooseNanos += System.nanoTime() - start;
    }

    @Override
    public double[] scores(int sequence) {
      return session.scores(sequence);
    }

    @Override
    public void retire(int sequence) {
      session.retire(sequence);
    }

    @Override
    public OptionalLong peakBytes() {
      return session.peakBytes();
    }

    @Override
    public void close() {
      long start = System.nanoTime();
      session.close();
      openingNanos += System.nanoTime() - start;
    }
  }
}
