package org.cotsim.simulator.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.ModelTooLargeException;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/**
 * A decoder as an ONNX model (IR version 8, operator set 18, standard operators only), which any
 * engine runs that follows the standard.
 *
 * <p>The graph computes what {@link Transformer} defines, ties included: a saturated head attends
 * to every position whose score is within its tolerance of the largest, and sums values before it
 * divides by their number. Matrices of more than 1 MiB that are mostly zeros are scattered from
 * what is not 0, which engines do once; all other weights are dense. Inputs and outputs, with T = 1
 * in the form {@link Form#STEP}:
 *
 * <ul>
 *   <li>{@code input_ids} [batch, T], integers of 64 bits; {@code position_ids} [batch, 1] as well,
 *       counted from 0, if one step is exported and the model has a position table;
 *   <li>{@code logits} [batch, T, vocabulary]: the scores of the next token;
 *   <li>{@code next_token} [batch, T]: the token of largest score, -1 if several are within the tie
 *       tolerance of it;
 *   <li>one step only, for head h of layer l, both counted from 0: {@code past_key_values.l.h.key}
 *       [batch, key size, length], {@code past_key_values.l.h.value} [batch, length, value size]
 *       and, one longer, {@code present.l.h.key} and {@code present.l.h.value}. A sequence starts
 *       with caches of length 0.
 * </ul>
 *
 * @param model what is exported
 * @param form one step, or whole sequences
 * @param arithmetic the type of weights and of all operations
 */
public record OnnxExport(Transformer model, Form form, Arithmetic arithmetic) {

  private static final long LARGEST = Integer.MAX_VALUE; // of a protobuf message, in bytes

  public OnnxExport {
    model.requireSharedNorms("an ONNX file");
    model.requireNoThoughts("an ONNX file");
    if (!arithmetic.equals(Arithmetic.BINARY64) && !arithmetic.equals(Arithmetic.BINARY32)) {
      throw new IllegalArgumentException(
          "an ONNX file computes in binary64 or binary32, not in " + arithmetic);
    }
  }

  /**
   * Writes the model.
   *
   * @param metadata what the file says about itself, in this order
   * @throws IllegalArgumentException before anything is written, if the file, all dense, would have
   *     more than 2 GiB, the most that the format allows, or if a sublayer reads nothing
   */
  public void write(OutputStream out, Map<String, String> metadata) throws IOException {
    OnnxGraph graph = graph();
    ProtoMessage message = graph.model(metadata);
    long dense = message.size() + graph.saved();
    if (dense > LARGEST) {
      throw new ModelTooLargeException(
          "the weights have "
              + (dense >> 20)
              + " MiB as engines hold them, and ONNX allows 2048 MiB");
    }
    message.writeTo(out);
  }

  private OnnxGraph graph() {
    OnnxGraph graph = new OnnxGraph("decoder_" + form, arithmetic);
    Object tokens = form == Form.STEP ? (Object) 1 : "sequence";
    String ids = graph.input("input_ids", Element.INT64, "batch", tokens);
    MaskGraph masks = new MaskGraph(graph, form, ids);
    AttentionGraph attention = new AttentionGraph(graph, form, masks);
    NormGraph norms = new NormGraph(graph);
    String stream = embed(graph, masks, ids);
    for (int l = 0; l < model.layers().size(); l++) {
      Layer layer = model.layers().get(l);
      String name = "layer." + l;
      List<Head> heads = layer.attention().heads();
      if (!heads.isEmpty()) {
        String x = norms.add(name + "/attention_norm", layer.attention().norm(), stream);
        String sum = attention.add(l, heads, x);
        stream = graph.node("Add", name + "/attended", stream, sum);
      }
      stream = feedForward(graph, norms, name, layer.feedForward(), stream);
    }
    choose(graph, tokens, stream);
    return graph;
  }

  private String embed(OnnxGraph graph, MaskGraph masks, String ids) {
    String rows = graph.matrix("embedding/weight", model.embedding());
    String embedded = graph.node("Gather", "embedding", rows, ids);
    if (!(model.positions() instanceof PositionEmbedding.Table table)) {
      return embedded;
    }
    String positions =
        form == Form.STEP
            ? graph.input("position_ids", Element.INT64, "batch", 1)
            : masks.positions();
    String all = graph.matrix("position_embedding/weight", table.rows());
    String added = graph.node("Gather", "position_embedding", all, positions);
    return graph.node("Add", "embedded", embedded, added);
  }

  private static String feedForward(
      OnnxGraph graph, NormGraph norms, String layer, FeedForward sublayer, String stream) {
    String name = layer + "/feed_forward";
    Affine second = sublayer.second();
    if (second.nonZeros() == 0) {
      return stream;
    }
    String sum;
    if (sublayer.hidden() == 0) {
      sum = graph.vector(name + "/bias", second.biases());
    } else {
      String x = norms.add(name + "_norm", sublayer.norm(), stream);
      String hidden = graph.affine(name + "/hidden", x, sublayer.first());
      sum = graph.affine(name, graph.node("Relu", name + "/relu", hidden), second);
    }
    return graph.node("Add", layer, stream, sum);
  }

  /** The scores, and the token of largest score or -1. */
  private void choose(OnnxGraph graph, Object tokens, String stream) {
    OutputMap output = model.output();
    String scores = graph.affine("logits", stream, output.map());
    graph.output(scores, graph.element(), "batch", tokens, model.vocabulary().size());
    String largest = graph.reduce("ReduceMax", "output/largest", scores, NormGraph.LAST_AXIS);
    String tolerance = graph.number("output/tie_tolerance", output.tieTolerance());
    String least = graph.node("Sub", "output/least", largest, tolerance);
    String tied = graph.node("GreaterOrEqual", "output/tied", scores, least);
    Map<String, int[]> integer = Map.of("to", new int[] {Element.INT64.code});
    String ones = graph.node("Cast", "output/tied/integer", integer, tied);
    Map<String, int[]> without = Map.of("keepdims", new int[] {0});
    String count =
        graph.node("ReduceSum", "output/count", without, ones, graph.integers(NormGraph.LAST_AXIS));
    Map<String, int[]> axis =
        Map.of("axis", new int[] {NormGraph.LAST_AXIS}, "keepdims", new int[] {0});
    String best = graph.node("ArgMax", "output/best", axis, scores);
    String single = graph.node("Equal", "output/single", count, graph.integer(1));
    graph.node("Where", "next_token", single, best, graph.integer(-1));
    graph.output("next_token", Element.INT64, "batch", tokens);
  }
}
