package org.cotsim.simulator.export;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cotsim.simulator.model.Mask;

/** Which positions are visible, computed once for all heads with the same mask. */
final class MaskGraph {

  private final OnnxGraph graph;
  private final Form form;
  private final String ids;
  private final Map<Mask, String> masks = new EnumMap<>(Mask.class);
  private String positions;

  MaskGraph(OnnxGraph graph, Form form, String ids) {
    this.graph = graph;
    this.form = form;
    this.ids = ids;
  }

  /**
   * Booleans that fit scores of [batch, tokens, length]; empty if all is visible.
   *
   * @param keys the keys of some head, [batch, size, length]
   */
  Optional<String> visible(Mask mask, String keys) {
    if (form == Form.STEP) {
      return mask == Mask.CAUSAL
          ? Optional.empty()
          : Optional.of(masks.computeIfAbsent(mask, strict -> allButTheLast(keys)));
    }
    return Optional.of(masks.computeIfAbsent(mask, this::triangle));
  }

  /** [length] */
  private String allButTheLast(String keys) {
    String length = size("length", keys, 2);
    String last = graph.node("Sub", "last_position", length, graph.integer(1));
    return graph.node("Less", "visible.strict", range("positions_seen", length), last);
  }

  /** [tokens, tokens] */
  private String triangle(Mask mask) {
    String columns = positions();
    String rows = graph.node("Unsqueeze", "rows." + name(mask), columns, graph.integers(1));
    String operator = mask == Mask.CAUSAL ? "LessOrEqual" : "Less";
    return graph.node(operator, "visible." + name(mask), columns, rows);
  }

  /** The positions of a whole sequence, [tokens]. */
  String positions() {
    if (positions == null) {
      positions = range("positions", size("tokens", ids, 1));
    }
    return positions;
  }

  private static String name(Mask mask) {
    return mask == Mask.CAUSAL ? "causal" : "strict";
  }

  /** The size of one dimension, as a number without dimensions. */
  private String size(String name, String value, int dimension) {
    Map<String, int[]> part =
        Map.of("start", new int[] {dimension}, "end", new int[] {dimension + 1});
    String vector = graph.node("Shape", name + "/vector", part, value);
    return graph.node("Squeeze", name, vector, graph.integers(0));
  }

  private String range(String name, String end) {
    return graph.node("Range", name, graph.integer(0), end, graph.integer(1));
  }
}
