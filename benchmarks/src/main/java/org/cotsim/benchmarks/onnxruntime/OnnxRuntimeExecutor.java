package org.cotsim.benchmarks.onnxruntime;

import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/**
 * Runs the exported step form of a model in ONNX Runtime on one thread.
 *
 * <p>The caches that one step returns are the inputs of the next without a copy on the way, but the
 * graph copies them when it appends a token. Cost per token: all weights, zeros included, about a
 * microsecond per operation of the graph, and for every head the positions so far times its key and
 * value sizes. Opening a session exports the model and has ONNX Runtime optimise it. The native
 * library is loaded by the first call that needs it.
 *
 * @param arithmetic of every operation, except that sums may be taken in any order and products may
 *     be fused into sums
 */
public record OnnxRuntimeExecutor(Arithmetic arithmetic) implements Executor {

  private static final long BATCH_BYTES = 16 << 20; // caches that stay near the processor
  private static final int LARGEST_BATCH = 64;

  @Override
  public String name() {
    return "onnxruntime";
  }

  /**
   * The version that runs; loads the native library.
   *
   * @throws IllegalStateException if there is none for this machine
   */
  @Override
  public String backend() {
    return "ONNX Runtime " + Engine.environment().getVersion() + " (CPU, 1 thread), " + arithmetic;
  }

  @Override
  public int preferredBatch(Transformer model, int length) {
    long perToken =
        8L
            * model.layers().stream()
                .flatMap(layer -> layer.attention().heads().stream())
                .mapToInt(head -> head.keySize() + head.valueSize())
                .sum();
    long fitting = BATCH_BYTES / Math.max(1, perToken * length);
    return (int) Math.max(1, Math.min(LARGEST_BATCH, fitting));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if ONNX Runtime has no native library for this machine
   */
  @Override
  public Session open(Transformer model, int batch, int capacity) {
    return new OnnxRuntimeSession(model, arithmetic, batch, capacity);
  }
}
