package org.cotsim.execute;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import onnx.Onnx.ModelProto;
import org.cotsim.simulator.export.Form;
import org.cotsim.simulator.export.OnnxExport;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;

/** An exported model run by somebody who has nothing but the file and ONNX Runtime. */
final class OnnxFile implements AutoCloseable {

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  OnnxFile(byte[] file) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(file, options);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(Transformer model, Form form, Arithmetic arithmetic) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new OnnxExport(model, form, arithmetic).write(out, Map.of());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /** The file as another library reads it. */
  static ModelProto parsed(byte[] file) {
    try {
      return ModelProto.parseFrom(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The whole-sequence form: the next token after every position. */
  int[] afterEvery(int[] tokens) throws OrtException {
    long[] ids = IntStream.of(tokens).asLongStream().toArray();
    try (OnnxTensor input = longs(ids, 1, ids.length);
        OrtSession.Result result = session.run(Map.of("input_ids", input))) {
      return ints(result);
    }
  }

  /**
   * The step form: the next token after every position, once the prompt is read the tokens being
   * those that the model chose itself, as long as they are wanted or there is a single one.
   */
  int[] decode(int[] prompt, int wanted) throws OrtException {
    int[] next = new int[wanted];
    Map<String, OnnxTensor> caches = emptyCaches();
    for (int i = 0; i < wanted; i++) {
      int token = i < prompt.length ? prompt[i] : next[i - 1];
      if (token < 0) {
        return Arrays.copyOf(next, i);
      }
      Map<String, OnnxTensor> inputs = new HashMap<>(caches);
      inputs.put("input_ids", longs(new long[] {token}, 1, 1));
      if (session.getInputNames().contains("position_ids")) {
        inputs.put("position_ids", longs(new long[] {i}, 1, 1));
      }
      OrtSession.Result result = session.run(inputs);
      next[i] = ints(result)[0];
      caches.clear();
      result.forEach(
          output -> {
            String past = output.getKey().replace("present.", "past_key_values.");
            if (!past.equals(output.getKey())) {
              caches.put(past, (OnnxTensor) output.getValue());
            }
          });
    }
    return next;
  }

  private Map<String, OnnxTensor> emptyCaches() throws OrtException {
    Map<String, OnnxTensor> caches = new HashMap<>();
    for (var input : session.getInputInfo().entrySet()) {
      if (input.getKey().startsWith("past_key_values.")) {
        TensorInfo info = (TensorInfo) input.getValue().getInfo();
        long[] shape = info.getShape();
        shape[0] = 1;
        shape[input.getKey().endsWith(".key") ? 2 : 1] = 0;
        caches.put(
            input.getKey(),
            switch (info.type) {
              case DOUBLE -> OnnxTensor.createTensor(environment, DoubleBuffer.allocate(0), shape);
              default -> OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), shape);
            });
      }
    }
    return caches;
  }

  private OnnxTensor longs(long[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private static int[] ints(OrtSession.Result result) {
    LongBuffer next = ((OnnxTensor) result.get("next_token").orElseThrow()).getLongBuffer();
    return IntStream.range(0, next.remaining()).map(i -> (int) next.get(i)).toArray();
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
