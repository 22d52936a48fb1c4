package org.cotsim.simulator.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Weighting;

/**
 * The heads of an attention sublayer.
 *
 * <p>Queries and values are [batch, tokens, size]. Keys are columns, [batch, size, length], so that
 * queries are multiplied with a cache as it is.
 */
final class AttentionGraph {

  private static final int LAST_AXIS = NormGraph.LAST_AXIS;

  private final OnnxGraph graph;
  private final Form form;
  private final MaskGraph masks;

  AttentionGraph(OnnxGraph graph, Form form, MaskGraph masks) {
    this.graph = graph;
    this.form = form;
    this.masks = masks;
  }

  /** The sum of what the heads of a layer add to the residual stream, [batch, tokens, width]. */
  String add(int layer, List<Head> heads, String x) {
    String name = "layer." + layer;
    List<String> parts = queriesKeysAndValues(name, heads, x);
    List<String> means = new ArrayList<>();
    for (int h = 0; h < heads.size(); h++) {
      String key =
          graph.node(
              "Transpose",
              headName(name, h) + "/key_column",
              Map.of("perm", new int[] {0, 2, 1}),
              parts.get(3 * h + 1));
      String cache = layer + "." + h;
      String keys = kept(cache + ".key", key, LAST_AXIS, heads.get(h).keySize());
      String values = kept(cache + ".value", parts.get(3 * h + 2), 1, heads.get(h).valueSize());
      String scores = graph.node("MatMul", headName(name, h) + "/scores", parts.get(3 * h), keys);
      means.add(mean(headName(name, h), heads.get(h), scores, keys, values));
    }
    String all = means.get(0);
    if (means.size() > 1) {
      all =
          graph.node(
              "Concat",
              name + "/heads",
              Map.of("axis", new int[] {LAST_AXIS}),
              means.toArray(String[]::new));
    }
    Matrix outputs = Weights.transposedSideBySide(heads.stream().map(Head::output).toList());
    return graph.node(
        "MatMul", name + "/attention", all, graph.matrix(name + "/attention/weight", outputs));
  }

  private static String headName(String layer, int head) {
    return layer + "/head." + head;
  }

  /** The queries, keys and values of all heads in this order, by one product. */
  private List<String> queriesKeysAndValues(String name, List<Head> heads, String x) {
    List<Affine> maps =
        heads.stream().flatMap(head -> Stream.of(head.query(), head.key(), head.value())).toList();
    List<String> parts = new ArrayList<>();
    for (int h = 0; h < heads.size(); h++) {
      for (String part : List.of("/query", "/key", "/value")) {
        parts.add(headName(name, h) + part);
      }
    }
    double[] bias = maps.stream().flatMapToDouble(map -> DoubleStream.of(map.biases())).toArray();
    Matrix weights = Weights.transposed(maps.stream().map(Affine::matrix).toList());
    String all = graph.affine(name + "/query_key_value", x, weights, bias);
    int[] sizes = maps.stream().mapToInt(Affine::outputs).toArray();
    graph.node("Split", parts, Map.of("axis", new int[] {LAST_AXIS}), all, graph.integers(sizes));
    return parts;
  }

  /** The keys or values of all tokens: those of the cache and the new ones. */
  private String kept(String cache, String added, int axis, int size) {
    if (form == Form.SEQUENCE) {
      return added;
    }
    Object[] before = {"batch", "past_length", "past_length"};
    Object[] after = {"batch", "past_length + 1", "past_length + 1"};
    before[3 - axis] = size;
    after[3 - axis] = size;
    String past = graph.input("past_key_values." + cache, graph.element(), before);
    String present = "present." + cache;
    graph.output(present, graph.element(), after);
    return graph.node("Concat", present, Map.of("axis", new int[] {axis}), past, added);
  }

  /** The mean of the visible values under the head's weights; zero where nothing is visible. */
  private String mean(String name, Head head, String scores, String keys, String values) {
    Optional<String> mask = masks.visible(head.mask(), keys);
    String weights = weights(name, head.weighting(), scores, mask);
    String total = graph.reduce("ReduceSum", name + "/total", weights, LAST_AXIS);
    if (mask.isPresent()) {
      String one = graph.number("one", 1); // a total is at least 1 where anything is visible
      total = graph.node("Max", name + "/total_or_one", total, one);
    }
    String sum = graph.node("MatMul", name + "/sum", weights, values);
    return graph.node("Div", name + "/mean", sum, total);
  }

  /** The weights before division by their sum, [batch, tokens, length]. */
  private String weights(String name, Weighting weighting, String scores, Optional<String> mask) {
    String seen = scores;
    if (mask.isPresent()) {
      String none = graph.number("minus_infinity", Double.NEGATIVE_INFINITY);
      seen = graph.node("Where", name + "/visible_scores", mask.get(), scores, none);
    }
    String largest = graph.reduce("ReduceMax", name + "/largest", seen, LAST_AXIS);
    if (weighting instanceof Weighting.Saturated saturated) {
      String tolerance = graph.number(name + "/tie_tolerance", saturated.tolerance());
      String least = graph.node("Sub", name + "/least", largest, tolerance);
      String tied = graph.node("GreaterOrEqual", name + "/tied", seen, least);
      if (mask.isPresent()) {
        tied = graph.node("And", name + "/visible_and_tied", tied, mask.get());
      }
      Map<String, int[]> type = Map.of("to", new int[] {graph.element().code});
      return graph.node("Cast", name + "/weights", type, tied);
    }
    double beta = ((Weighting.Softmax) weighting).inverseTemperature();
    String below = graph.node("Sub", name + "/below_largest", seen, largest);
    String inverse = graph.number(name + "/inverse_temperature", beta);
    String scaled = graph.node("Mul", name + "/scaled", below, inverse);
    String powers = graph.node("Exp", name + "/exp", scaled);
    return mask.isEmpty()
        ? powers
        : graph.node("Where", name + "/weights", mask.get(), powers, graph.number("zero", 0));
  }
}
