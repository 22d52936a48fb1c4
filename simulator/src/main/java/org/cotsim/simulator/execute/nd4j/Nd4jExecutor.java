package org.cotsim.simulator.execute.nd4j;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * Runs many sequences side by side as dense ND4J arrays, on the CPU or the GPU.
 *
 * <p>Weights become dense arrays, so a model with large look-up tables needs much memory; what does
 * not fit is refused with a sentence. Cost per token: all weights, zeros included, and for every
 * head at most the positions so far times its key and value sizes. The dense weights of the last
 * model stay in memory until another model is opened.
 *
 * <p>Heads of the first layer count tokens where the token decides their queries, keys and values
 * and the vocabulary is small; other heads score all positions, but where each sequence of a slice
 * gives all weight to one position, no value of another one is read.
 *
 * <p>Measured for parity, words of length 256, on one core: 30 operations per step are started
 * however small the batch, 1 to 10 microseconds each, and a position of a sequence takes 13 to 17
 * ns (the reference executor: 13 ns and next to nothing per step). So a batch of one is slow, and a
 * CPU gains what it has cores. On the CPU threads are this executor's own, as many as {@code
 * OMP_NUM_THREADS} says, else one per processor.
 *
 * <p>Models whose numbers overflow are beyond it: a score of a head that is not a number is passed
 * over, as ND4J's maximum does, where other executors refuse it, and an infinite value spoils all
 * positions of its sequence. A score of a token that is not a number is refused here too.
 *
 * @param arithmetic of every operation, except that sums may be taken in any order, products may be
 *     fused into sums, and linear maps that follow each other may be multiplied with each other
 *     first, that which takes the mean off included, and equal values are multiplied by their count
 */
public record Nd4jExecutor(Arithmetic arithmetic) implements Executor {

  public Nd4jExecutor {
    if (!arithmetic.equals(Arithmetic.BINARY64) && !arithmetic.equals(Arithmetic.BINARY32)) {
      throw new IllegalArgumentException("ND4J does not compute in " + arithmetic);
    }
  }

  /** The executor in binary64. */
  public Nd4jExecutor() {
    this(Arithmetic.BINARY64);
  }

  @Override
  public String name() {
    return "nd4j";
  }

  /**
   * The back end that ND4J chose, with the threads or the device it uses; loads ND4J.
   *
   * @throws IllegalStateException if there is no ND4J back end
   */
  @Override
  public String backend() {
    Nd4jLoader.quietly();
    return Backend.description() + ", " + arithmetic;
  }

  /**
   * How many numbers a decoding step reads of every position so far at the least: the keys of all
   * heads that look at positions.
   */
  public static long keysPerPosition(Transformer model) {
    return TokenHeads.layersByPosition(model)
        .flatMap(layer -> layer.attention().heads().stream())
        .mapToLong(Head::keySize)
        .sum();
  }

  /** {@inheritDoc} Bounded by memory and by where larger batches stop being faster. */
  @Override
  public int preferredBatch(Transformer model, int length) {
    model.requireSharedNorms(name());
    model.requireNoThoughts(name());
    Nd4jLoader.quietly();
    return Footprint.of(model, arithmetic).preferredBatch(length);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Caches grow by doubling, so a capacity that is never used costs no memory, though fewer
   * sequences share the start of an operation; a session that outgrows the memory throws {@link
   * IllegalArgumentException} when it does.
   *
   * @throws IllegalStateException if there is no ND4J back end
   */
  @Override
  public Session open(Transformer model, int batch, int capacity) {
    return open(model, batch, capacity, OperationTimes.NONE);
  }

  /** Opens a session as {@link #open(Transformer, int, int)} does, and measures its operations. */
  public Session open(Transformer model, int batch, int capacity, OperationTimes times) {
    model.requireSharedNorms(name());
    model.requireNoThoughts(name());
    Nd4jLoader.quietly();
    return new Nd4jSession(model, arithmetic, batch, capacity, times);
  }

  /** {@inheritDoc} Sequences of similar length run side by side, in blocks of positions. */
  @Override
  public int[][] choices(Transformer model, int[][] sequences, TokenSet allowed) {
    model.requireSharedNorms(name());
    model.requireNoThoughts(name());
    Nd4jLoader.quietly();
    return new ParallelPass(model, arithmetic, allowed).choices(sequences);
  }
}
