package org.cotsim.benchmarks.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.export.Form;
import org.cotsim.simulator.export.OnnxExport;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** Sequences side by side; the caches are tensors of ONNX Runtime and stay there. */
final class OnnxRuntimeSession implements Session {

  private static final String PAST = "past_key_values.";
  private static final String PRESENT = "present.";

  private final Transformer model;
  private final Arithmetic arithmetic;
  private final int batch;
  private final int capacity;
  private final OrtSession session;
  private final LongBuffer ids; // [batch]
  private final LongBuffer positions; // [batch]
  private final Map<String, OnnxTensor> inputs = new HashMap<>();
  private OrtSession.Result result; // of the last step; owns its tensors
  private int length;

  OnnxRuntimeSession(Transformer model, Arithmetic arithmetic, int batch, int capacity) {
    Choices.requireCapacity(model, batch, capacity);
    this.model = model;
    this.arithmetic = arithmetic;
    this.batch = batch;
    this.capacity = capacity;
    this.ids = longs(batch);
    this.positions = longs(batch);
    this.session = Engine.open(new OnnxExport(model, Form.STEP, arithmetic));
    try {
      prepareInputs();
    } catch (OrtException e) {
      close();
      throw Engine.failed(e);
    }
  }

  /** The tensors of tokens and positions, which are overwritten step by step, and empty caches. */
  private void prepareInputs() throws OrtException {
    OrtEnvironment environment = Engine.environment();
    long[] oneEach = {batch, 1};
    inputs.put("input_ids", OnnxTensor.createTensor(environment, ids, oneEach));
    if (model.positions() instanceof PositionEmbedding.Table) {
      inputs.put("position_ids", OnnxTensor.createTensor(environment, positions, oneEach));
    }
    for (int l = 0; l < model.layers().size(); l++) {
      List<Head> heads = model.layers().get(l).attention().heads();
      for (int h = 0; h < heads.size(); h++) {
        String cache = PAST + l + "." + h;
        inputs.put(cache + ".key", empty(batch, heads.get(h).keySize(), 0));
        inputs.put(cache + ".value", empty(batch, 0, heads.get(h).valueSize()));
      }
    }
  }

  private OnnxTensor empty(long... shape) throws OrtException {
    OrtEnvironment environment = Engine.environment();
    return arithmetic.equals(Arithmetic.BINARY64)
        ? OnnxTensor.createTensor(environment, DoubleBuffer.allocate(0), shape)
        : OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), shape);
  }

  private static LongBuffer longs(int size) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(size, Long.BYTES))
        .order(ByteOrder.nativeOrder())
        .asLongBuffer();
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
  public void append(int[] tokens) {
    Choices.requireTokens(model, tokens, batch);
    Choices.requireRoom(length, 1, capacity);
    for (int b = 0; b < batch; b++) {
      ids.put(b, tokens[b]);
      positions.put(b, length);
    }
    try {
      OrtSession.Result next = session.run(inputs);
      next.forEach(
          output -> {
            if (output.getKey().startsWith(PRESENT)) {
              String past = PAST + output.getKey().substring(PRESENT.length());
              inputs.put(past, (OnnxTensor) output.getValue()).close();
            }
          });
      if (result != null) {
        tensor("logits").close();
        tensor("next_token").close();
      }
      result = next;
      length++;
    } catch (OrtException e) {
      throw Engine.failed(e);
    }
  }

  @Override
  public void choose(TokenSet allowed, int[] choices) {
    LongBuffer next = tensor("next_token").getLongBuffer();
    boolean all = allowed.size() == model.vocabulary().size();
    for (int b = 0; b < batch; b++) {
      choices[b] =
          all && next.get(b) >= 0
              ? (int) next.get(b)
              : Choices.argMax(scores(b), allowed, model.output().tieTolerance());
    }
  }

  @Override
  public double[] scores(int sequence) {
    double[] scores = new double[model.vocabulary().size()];
    int start = sequence * scores.length;
    OnnxTensor logits = tensor("logits");
    if (arithmetic.equals(Arithmetic.BINARY64)) {
      logits.getDoubleBuffer().get(start, scores);
      return scores;
    }
    FloatBuffer floats = logits.getFloatBuffer();
    for (int token = 0; token < scores.length; token++) {
      scores[token] = floats.get(start + token);
    }
    return scores;
  }

  private OnnxTensor tensor(String output) {
    if (result == null) {
      throw new IllegalStateException("no token has been appended yet");
    }
    return (OnnxTensor) result.get(output).orElseThrow();
  }

  @Override
  public void close() {
    if (result != null) {
      tensor("logits").close();
      tensor("next_token").close();
      result = null;
    }
    inputs.values().forEach(OnnxTensor::close);
    inputs.clear();
    try {
      session.close();
    } catch (OrtException e) {
      throw Engine.failed(e);
    }
  }
}
