package org.cotsim.benchmarks.onnxruntime;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The inputs and outputs of a decoder-only model, as Hugging Face's exporters and {@code cot
 * export} name them.
 *
 * @param mask whether there is an {@code attention_mask} [batch, tokens so far]
 * @param positions whether there are {@code position_ids} [batch, tokens]
 * @param caches what a step hands to the next; none if whole sequences are read
 * @param oneByOne whether a step takes one token only
 * @param oneSequence whether there can be no batch
 * @param logits the type of the scores [batch, tokens, vocabulary]
 * @param vocabulary how many scores a token has; -1 if the file leaves that open
 */
record Ports(
    boolean mask,
    boolean positions,
    List<Cache> caches,
    boolean oneByOne,
    boolean oneSequence,
    OnnxJavaType logits,
    long vocabulary) {

  static final String IDS = "input_ids";
  static final String MASK = "attention_mask";
  static final String POSITIONS = "position_ids";
  static final String LOGITS = "logits";
  private static final String PAST = "past_key_values.";
  private static final String PRESENT = "present.";
  private static final Set<OnnxJavaType> NUMBERS =
      Set.of(OnnxJavaType.FLOAT, OnnxJavaType.FLOAT16, OnnxJavaType.DOUBLE);

  /**
   * Keys or values of a step.
   *
   * @param shape of the input; the batch first, -1 for the tokens so far
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Cache(String input, String output, OnnxJavaType type, long[] shape) {

    /** The shape before the first token. */
    long[] empty(int batch) {
      long[] empty = shape.clone();
      for (int i = 1; i < empty.length; i++) {
        empty[i] = Math.max(0, empty[i]);
      }
      empty[0] = batch;
      return empty;
    }

    /** Numbers of a token. */
    long numbers() {
      return Arrays.stream(shape).skip(1).filter(size -> size > 0).reduce(1, Math::multiplyExact);
    }
  }

  /** The ports of a file that is open. */
  static Ports of(Path file, OrtSession session) throws UnfitFileException, OrtException {
    return new Reader(file, session.getInputInfo(), session.getOutputInfo()).read();
  }

  /** Looks at one file. */
  private record Reader(Path file, Map<String, NodeInfo> inputs, Map<String, NodeInfo> outputs) {

    Ports read() throws UnfitFileException {
      List<Cache> caches = new ArrayList<>();
      for (String name : new TreeSet<>(inputs.keySet())) {
        if (name.startsWith(PAST)) {
          caches.add(cache(name));
        } else if (!Set.of(IDS, MASK, POSITIONS).contains(name)) {
          throw unfit(
              "the input %s is not known here; expected input_ids and, where there are any, attention_mask, position_ids and past_key_values.*"
                  .formatted(name));
        }
      }
      TensorInfo ids = integers(IDS, "sequence");
      long[] shape = ids.getShape();
      boolean fixed = shape[1] > 0;
      if (fixed && (shape[1] != 1 || caches.isEmpty())) {
        throw unfit(
            "%s is fixed to %s, expected a number of tokens that is left open (dynamic_axes of torch.onnx.export)"
                .formatted(IDS, sizes(ids)));
      }
      if (shape[0] > 1) {
        throw unfit(
            "%s is fixed to %s, expected a batch of 1 or one that is left open"
                .formatted(IDS, sizes(ids)));
      }
      boolean mask = inputs.containsKey(MASK);
      boolean positions = inputs.containsKey(POSITIONS);
      if (mask) {
        integers(MASK, "tokens so far");
      }
      if (positions) {
        integers(POSITIONS, "sequence");
      }
      TensorInfo logits = logits();
      return new Ports(
          mask, positions, caches, fixed, shape[0] == 1, logits.type, logits.getShape()[2]);
    }

    private TensorInfo integers(String name, String last) throws UnfitFileException {
      if (!inputs.containsKey(name)) {
        throw unfit("there is no input %s; its inputs are %s".formatted(name, names(inputs)));
      }
      if (!(inputs.get(name).getInfo() instanceof TensorInfo info)
          || info.type != OnnxJavaType.INT64
          || info.getShape().length != 2) {
        throw unfit(
            "the input %s is %s, expected INT64 [batch, %s]"
                .formatted(name, shown(inputs.get(name)), last));
      }
      return info;
    }

    private TensorInfo logits() throws UnfitFileException {
      if (!outputs.containsKey(LOGITS)) {
        throw unfit("there is no output logits; its outputs are " + names(outputs));
      }
      if (!(outputs.get(LOGITS).getInfo() instanceof TensorInfo info)
          || !NUMBERS.contains(info.type)
          || info.getShape().length != 3) {
        throw unfit(
            "the output logits is %s, expected FLOAT, FLOAT16 or DOUBLE [batch, sequence, vocabulary]"
                .formatted(shown(outputs.get(LOGITS))));
      }
      return info;
    }

    private Cache cache(String input) throws UnfitFileException {
      String output = PRESENT + input.substring(PAST.length());
      if (!outputs.containsKey(output)) {
        throw unfit(
            "the input %s has no output %s; its outputs are %s"
                .formatted(input, output, names(outputs)));
      }
      if (!(inputs.get(input).getInfo() instanceof TensorInfo info)
          || !NUMBERS.contains(info.type)
          || Arrays.stream(info.getShape()).skip(1).filter(size -> size < 0).count() != 1) {
        throw unfit(
            "the input %s is %s, expected FLOAT, FLOAT16 or DOUBLE with one size beside the batch that is left open"
                .formatted(input, shown(inputs.get(input))));
      }
      return new Cache(input, output, info.type, info.getShape());
    }

    private UnfitFileException unfit(String message) {
      return new UnfitFileException(file, message);
    }

    private static String names(Map<String, NodeInfo> nodes) {
      return nodes.isEmpty() ? "none" : String.join(", ", new TreeSet<>(nodes.keySet()));
    }

    private static String shown(NodeInfo node) {
      return node.getInfo() instanceof TensorInfo info
          ? info.type + " " + sizes(info)
          : "no tensor";
    }

    private static String sizes(TensorInfo info) {
      return Arrays.stream(info.getShape())
          .mapToObj(size -> size < 0 ? "?" : String.valueOf(size))
          .collect(Collectors.joining(", ", "[", "]"));
    }
  }
}
