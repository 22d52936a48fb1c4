package org.cotsim.benchmarks.onnxruntime;

import ai.onnxruntime.OnnxJavaType;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/**
 * Runs the weights of a file in ONNX Runtime on one thread, whatever they were made by; of the
 * model that it is given it reads the number of tokens and the tie tolerance only.
 *
 * <p>Cost: a file that reads whole sequences reads all of the sequence again for every token.
 *
 * @param file the weights
 * @param ids the number in the file of each token of the model, [vocabulary]
 */
@SuppressWarnings("ArrayRecordComponent")
public record OnnxFileExecutor(OnnxFile file, int[] ids) implements Executor {

  private static final int LARGEST_BATCH = 64;
  private static final long BATCH_TOKENS = 1 << 16;
  private static final long BATCH_BYTES = 256 << 20; // of caches

  public OnnxFileExecutor {
    ids = ids.clone();
  }

  @Override
  public String name() {
    return "onnxruntime";
  }

  @Override
  public String backend() {
    return "ONNX Runtime %s (CPU, 1 thread), %s: %s"
        .formatted(Engine.environment().getVersion(), file.file(), file.form());
  }

  @Override
  public Arithmetic arithmetic() {
    if (file.isDouble()) {
      return Arithmetic.BINARY64;
    }
    return file.ports().logits() == OnnxJavaType.FLOAT16
        ? Arithmetic.BINARY16
        : Arithmetic.BINARY32;
  }

  @Override
  public int preferredBatch(Transformer model, int length) {
    if (file.ports().oneSequence()) {
      return 1;
    }
    long bytes = 8 * file.ports().caches().stream().mapToLong(Ports.Cache::numbers).sum();
    long fitting =
        Math.min(BATCH_TOKENS / Math.max(1, length), BATCH_BYTES / Math.max(1, bytes * length));
    return (int) Math.max(1, Math.min(LARGEST_BATCH, fitting));
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.cotsim.simulator.model.NotCarriedException when the first scores are asked for, or
   *     later, if the file does not run on so many tokens, or has another number of scores
   */
  @Override
  public Session open(Transformer model, int batch, int capacity) {
    return new OnnxFileSession(file, ids, model, batch, capacity);
  }
}
