package org.cotsim.benchmarks.onnxruntime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.NotCarriedException;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** Sequences side by side; what is new is read when somebody asks for scores. */
final class OnnxFileSession implements Session {

  private final OnnxFile file;
  private final Ports ports;
  private final int[] ids;
  private final Transformer model;
  private final int batch;
  private final int capacity;
  private final Set<String> outputs = new HashSet<>();
  private final long[][] tokens; // [batch][capacity], numbers of the file
  private final Map<String, OnnxTensor> caches = new HashMap<>();
  private final double[][] scores; // [batch][vocabulary]
  private int length;
  private int read; // tokens whose scores are known

  OnnxFileSession(OnnxFile file, int[] ids, Transformer model, int batch, int capacity) {
    Choices.requireCapacity(model, batch, capacity);
    this.file = file;
    this.ports = file.ports();
    this.ids = ids;
    this.model = model;
    this.batch = batch;
    this.capacity = capacity;
    this.tokens = new long[batch][Math.min(capacity, 64)];
    this.scores = new double[batch][ids.length];
    outputs.add(Ports.LOGITS);
    ports.caches().forEach(cache -> outputs.add(cache.output()));
    try {
      for (Ports.Cache cache : ports.caches()) {
        caches.put(cache.input(), empty(cache));
      }
    } catch (OrtException e) {
      close();
      throw Engine.failed(e);
    }
  }

  private OnnxTensor empty(Ports.Cache cache) throws OrtException {
    return OnnxTensor.createTensor(
        Engine.environment(), ByteBuffer.allocateDirect(0), cache.empty(batch), cache.type());
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void append(int[] next) {
    Choices.requireTokens(model, next, batch);
    Choices.requireRoom(length, 1, capacity);
    for (int b = 0; b < batch; b++) {
      if (length == tokens[b].length) {
        tokens[b] = Arrays.copyOf(tokens[b], (int) Math.min(capacity, 2L * length));
      }
      tokens[b][length] = ids[next[b]];
    }
    length++;
  }

  @Override
  public void choose(TokenSet allowed, int[] choices) {
    readAll();
    for (int b = 0; b < batch; b++) {
      choices[b] = Choices.argMax(scores[b], allowed, model.output().tieTolerance());
    }
  }

  @Override
  public double[] scores(int sequence) {
    readAll();
    return scores[sequence].clone();
  }

  private void readAll() {
    if (length == 0) {
      throw new IllegalStateException("no token has been appended yet");
    }
    try {
      while (read < length) {
        boolean whole = caches.isEmpty();
        int from = whole ? 0 : read;
        int to = !whole && ports.oneByOne() ? read + 1 : length;
        run(from, to);
        read = to;
      }
    } catch (OrtException e) {
      throw new NotCarriedException(
          "%s does not run on %d tokens: %s".formatted(file.file(), length, Engine.sentence(e)));
    }
  }

  /** Reads some tokens behind those that are in the caches. */
  private void run(int from, int to) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>(caches);
    Map<String, OnnxTensor> own = new HashMap<>();
    try {
      own.put(Ports.IDS, longs(from, to, true));
      if (ports.positions()) {
        own.put(Ports.POSITIONS, longs(from, to, false));
      }
      if (ports.mask()) {
        LongBuffer ones = LongBuffer.allocate(batch * to);
        Arrays.fill(ones.array(), 1);
        own.put(
            Ports.MASK,
            OnnxTensor.createTensor(Engine.environment(), ones, new long[] {batch, to}));
      }
      inputs.putAll(own);
      keep(file.session().run(inputs, outputs), to - from);
    } finally {
      own.values().forEach(OnnxTensor::close);
    }
  }

  /** Tokens, or their places, [batch, to - from]. */
  private OnnxTensor longs(int from, int to, boolean token) throws OrtException {
    LongBuffer numbers = LongBuffer.allocate(batch * (to - from));
    for (int b = 0; b < batch; b++) {
      for (int i = from; i < to; i++) {
        numbers.put(token ? tokens[b][i] : i);
      }
    }
    return OnnxTensor.createTensor(
        Engine.environment(), numbers.flip(), new long[] {batch, to - from});
  }

  private void keep(OrtSession.Result next, int count) {
    for (Ports.Cache cache : ports.caches()) {
      OnnxTensor past =
          caches.put(cache.input(), (OnnxTensor) next.get(cache.output()).orElseThrow());
      past.close();
    }
    try (OnnxTensor logits = (OnnxTensor) next.get(Ports.LOGITS).orElseThrow()) {
      readScores(logits, count);
    }
  }

  private void readScores(OnnxTensor logits, int count) {
    long[] shape = logits.getInfo().getShape();
    if (!Arrays.equals(shape, new long[] {batch, count, ids.length})) {
      throw new NotCarriedException(
          "%s: logits has the shape %s, expected %s"
              .formatted(
                  file.file(),
                  Arrays.toString(shape),
                  Arrays.toString(new long[] {batch, count, ids.length})));
    }
    DoubleBuffer doubles =
        logits.getInfo().type == OnnxJavaType.DOUBLE ? logits.getDoubleBuffer() : null;
    FloatBuffer floats = doubles == null ? logits.getFloatBuffer() : null;
    for (int b = 0; b < batch; b++) {
      int start = (b * count + count - 1) * ids.length;
      for (int token = 0; token < ids.length; token++) {
        int at = start + ids[token];
        scores[b][token] = doubles == null ? floats.get(at) : doubles.get(at);
      }
    }
  }

  @Override
  public void close() {
    caches.values().forEach(OnnxTensor::close);
    caches.clear();
  }
}
