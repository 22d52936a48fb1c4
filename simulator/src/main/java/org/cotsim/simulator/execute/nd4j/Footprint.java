package org.cotsim.simulator.execute.nd4j;

import java.lang.management.ManagementFactory;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.ModelTooLargeException;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.NotCarriedException;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/**
 * The memory that a model needs when its arrays are dense.
 *
 * @param weights bytes of all weights
 * @param cachePerToken bytes of keys and values per token of a sequence
 * @param activationsPerToken bytes of the activations of one position on its way through a layer
 * @param pair bytes per pair of a position and one that it may attend to
 * @param number bytes of a number
 */
record Footprint(
    long weights, long cachePerToken, long activationsPerToken, long pair, int number) {

  /** Positions of a block: the matrix that adds up those before each one is a square. */
  private static final long LONGEST_BLOCK = 1024;

  /** Bytes that the products of one block of positions may take. */
  private static final long BLOCK = 8L << 20;

  /** The same on a GPU, which has many more numbers to work on at one time. */
  private static final long DEVICE_BLOCK = 1L << 30;

  /** Bytes of scores and products that stay in a processor's own cache. */
  private static final long OWN_CACHE = 2L << 20;

  /** Sequences that share the start of each operation even where their products are too large. */
  private static final int SMALLEST_SLICE = 64;

  private static final int PREFERRED_ON_CPU = 1024;

  /** Bytes of caches that are read over and over without much waiting. */
  private static final long NEAR = 64L << 20;

  private static final int LARGEST_BATCH = 65_536;

  /** Arrays on a GPU must be shorter: ND4J's CUDA kernels count their elements in 32 bits. */
  private static final long LONGEST_ARRAY = 1L << 30;

  private static final int LARGEST_COUNT = 1 << 24; // in binary32: one more changes nothing

  private static final long LIMIT = limit();

  static Footprint of(Transformer model, Arithmetic arithmetic) {
    int number = Backend.type(arithmetic).width();
    int width = model.width();
    long weights = (long) model.vocabulary().size() * (width + 1);
    long changed = width; // rows of the stream that a sublayer changes, the last one first
    long widest = StreamLayout.decidedByToken(model);
    for (int l = model.layers().size() - 1; l >= 0; l--) {
      FeedForward feedForward = model.layers().get(l).feedForward();
      long read = rows(feedForward.norm(), width);
      weights += (1L + feedForward.hidden()) * (1 + read + changed) + read * (width + 1);
      changed += feedForward.norm().projections().isEmpty() ? 0 : read;
      Attention attention = model.layers().get(l).attention();
      long attended = rows(attention.norm(), width);
      long maps = DenseHeads.rows(attention.heads());
      weights += maps * (1 + attended + changed) + attended * (width + 1);
      changed += attention.norm().projections().isEmpty() ? 0 : attended;
      widest = Math.max(widest, Math.max(maps, 1L + feedForward.hidden()));
      widest = Math.max(widest, Math.max(read, attended));
    }
    long stream = changed + widest + 1;
    weights += model.vocabulary().size() * stream;
    if (model.positions() instanceof PositionEmbedding.Table table) {
      weights += table.rows().rows() * stream;
    }
    long columns = stream + 4 * widest + model.vocabulary().size();
    return new Footprint(
        weights * number,
        cached(model) * number,
        columns * number,
        (2 + largestHead(model)) * number,
        number);
  }

  /** The rows of what a norm reads, those between its parts included. */
  private static long rows(Norm norm, int width) {
    int largest = norm.projections().stream().mapToInt(Matrix::rows).max().orElse(width);
    return Math.max(1, norm.projections().size()) * (1L + largest);
  }

  private static long cached(Transformer model) {
    return TokenHeads.layersByPosition(model)
        .mapToLong(layer -> layer.attention().cachedNumbers())
        .sum();
  }

  private static long largestHead(Transformer model) {
    return model.layers().stream()
        .flatMap(layer -> layer.attention().heads().stream())
        .mapToLong(head -> Math.max(head.keySize(), head.valueSize()))
        .max()
        .orElse(1);
  }

  /** The bytes that a session needs once its sequences have this length, read one by one. */
  long session(int batch, int length) {
    return weights + (long) batch * (length * cachePerToken + activationsPerToken + length * pair);
  }

  /** How many of the next positions to run at once, between 1 and all of them. */
  int block(int batch, int length, int more) {
    long perPosition = batch * Math.max(activationsPerToken, pair * (length + more));
    long most = Backend.isCpu() ? BLOCK : DEVICE_BLOCK;
    long fitting = Math.min(LONGEST_BLOCK, most / Math.max(1, perPosition));
    return (int) Math.max(1, Math.min(more, fitting));
  }

  /**
   * How many of these sequences share one set of arrays; slices run in parallel on the CPU.
   *
   * @param length the most tokens that each will have
   */
  int slice(int batch, int length) {
    if (!Backend.isCpu()) {
      long attended = (length + (long) Block.STEP) * (cachePerToken + pair);
      long perSequence = Math.max(1, Math.max(attended, activationsPerToken) / number);
      return (int) Math.max(1, Math.min(batch, (LONGEST_ARRAY - 1) / perSequence));
    }
    int perThread = (batch + Workers.threads() - 1) / Workers.threads();
    long near = OWN_CACHE / Math.max(1, pair * (length + (long) Block.STEP));
    return (int) Math.min(perThread, Math.max(SMALLEST_SLICE, near));
  }

  /**
   * The positions to make room for when a session begins: all of them on a GPU, where memory is
   * slow to get, if that is a small part of what there is; otherwise none.
   */
  int firstRoom(int batch, int capacity) {
    boolean small = session(batch, capacity) < LIMIT / 4;
    return !Backend.isCpu() && small ? Block.roundUp(capacity) : 0;
  }

  /**
   * How many sequences of this length are worth running side by side, at least 1: on the CPU as
   * many as have their caches near the processor, on a GPU as many as there is room for.
   */
  int preferredBatch(int length) {
    long perSequence = Math.max(1, session(1, length) - weights);
    long fitting = (LIMIT - weights) / perSequence;
    long wanted = LARGEST_BATCH;
    if (Backend.isCpu()) {
      long near = NEAR / Math.max(1, length * cachePerToken);
      wanted = Math.max(32L * Workers.threads(), Math.min(near, PREFERRED_ON_CPU));
    }
    return (int) Math.max(1, Math.min(wanted, fitting));
  }

  /**
   * Refuses sequences whose tokens cannot be counted in the arithmetic.
   *
   * @throws NotCarriedException with both lengths
   */
  void requireCountable(int length) {
    if (number == Float.BYTES && length > LARGEST_COUNT) {
      throw new NotCarriedException(
          String.format("nd4j counts up to %d tokens in binary32, not %d", LARGEST_COUNT, length));
    }
  }

  /**
   * Refuses what does not fit into memory.
   *
   * @throws ModelTooLargeException with both sizes
   */
  void requireRoom(int batch, int length) {
    long needed = session(batch, length);
    if (needed > LIMIT) {
      throw new ModelTooLargeException(
          String.format(
              "dense arrays for %d sequences of %d tokens need %d MiB (%d MiB of them weights),"
                  + " but %d MiB are available; the reference executor stores no zeros",
              batch, length, needed >> 20, weights >> 20, LIMIT >> 20));
    }
  }

  /**
   * Three quarters of the memory that the machine or its container has, or of the device's if that
   * is less: ND4J keeps a copy of most arrays on the host.
   */
  private static long limit() {
    long host =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : Runtime.getRuntime().maxMemory();
    return Math.min(host, Backend.deviceBytes().orElse(host)) / 4 * 3;
  }
}
