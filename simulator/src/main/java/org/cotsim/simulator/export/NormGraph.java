package org.cotsim.simulator.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;

/** What a sublayer reads of the residual stream; every value is [batch, tokens, size]. */
final class NormGraph {

  static final int LAST_AXIS = 2;

  private final OnnxGraph graph;

  NormGraph(OnnxGraph graph) {
    this.graph = graph;
  }

  /** The normalised input of a sublayer. */
  String add(String name, Norm norm, String stream) {
    List<Matrix> projections =
        norm.projections().stream().filter(matrix -> matrix.rows() > 0).toList();
    if (norm instanceof Norm.Standard) {
      return layerNorm(name, stream);
    }
    if (projections.isEmpty()) {
      throw new IllegalArgumentException("a sublayer that reads nothing cannot be exported");
    }
    String weight = graph.matrix(name + "/projection/weight", Weights.transposed(projections));
    String projected = graph.node("MatMul", name + "/projection", stream, weight);
    if (projections.size() == 1) {
      return layerNorm(name, projected);
    }
    List<String> parts = new ArrayList<>();
    for (int p = 0; p < projections.size(); p++) {
      parts.add(name + "." + p + "/projection");
    }
    int[] sizes = projections.stream().mapToInt(Matrix::rows).toArray();
    graph.node(
        "Split", parts, Map.of("axis", new int[] {LAST_AXIS}), projected, graph.integers(sizes));
    List<String> normalised = new ArrayList<>();
    for (int p = 0; p < projections.size(); p++) {
      normalised.add(layerNorm(name + "." + p, parts.get(p)));
    }
    return graph.node(
        "Concat", name, Map.of("axis", new int[] {LAST_AXIS}), normalised.toArray(String[]::new));
  }

  /** {@code LN(v) = v' / ||v'||} with {@code v' = v - mean(v)}, and {@code LN(0) = 0}. */
  private String layerNorm(String name, String v) {
    String mean = graph.reduce("ReduceMean", name + "/mean", v, LAST_AXIS);
    String centred = graph.node("Sub", name + "/centred", v, mean);
    String squares = graph.reduce("ReduceSumSquare", name + "/squares", centred, LAST_AXIS);
    String length = graph.node("Sqrt", name + "/length", squares);
    String isZero = graph.node("Equal", name + "/is_zero", length, graph.number("zero", 0));
    String divisor = graph.node("Where", name + "/divisor", isZero, graph.number("one", 1), length);
    return graph.node("Div", name, centred, divisor);
  }
}
