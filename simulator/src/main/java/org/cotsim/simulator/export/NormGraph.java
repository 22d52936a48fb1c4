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

  /** Projections of one size that follow each other, and are normalised together. */
  private record Run(int count, int size) {
    int width() {
      return count * size;
    }
  }

  /**
   * The normalised input of a sublayer.
   *
   * @throws IllegalArgumentException if all projections have no rows
   */
  String add(String name, Norm norm, String stream) {
    if (norm instanceof Norm.Standard) {
      return layerNorm(name, stream, LAST_AXIS);
    }
    List<Matrix> projections =
        norm.projections().stream().filter(matrix -> matrix.rows() > 0).toList();
    if (projections.isEmpty()) {
      throw new IllegalArgumentException("a sublayer that reads nothing cannot be exported");
    }
    String weight = graph.matrix(name + "/projection/weight", Weights.transposed(projections));
    String projected = graph.node("MatMul", name + "/projection", stream, weight);
    List<Run> runs = runs(projections);
    if (runs.size() == 1) {
      return normalised(name, projected, runs.get(0));
    }
    List<String> parts = new ArrayList<>();
    for (int r = 0; r < runs.size(); r++) {
      parts.add(name + "." + r + "/projection");
    }
    String sizes = graph.integers(runs.stream().mapToInt(Run::width).toArray());
    graph.node("Split", parts, Map.of("axis", new int[] {LAST_AXIS}), projected, sizes);
    List<String> normalised = new ArrayList<>();
    for (int r = 0; r < runs.size(); r++) {
      normalised.add(normalised(name + "." + r, parts.get(r), runs.get(r)));
    }
    return graph.node(
        "Concat", name, Map.of("axis", new int[] {LAST_AXIS}), normalised.toArray(String[]::new));
  }

  private static List<Run> runs(List<Matrix> projections) {
    List<Run> runs = new ArrayList<>();
    for (Matrix projection : projections) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).size() == projection.rows()) {
        runs.set(last, new Run(runs.get(last).count() + 1, projection.rows()));
      } else {
        runs.add(new Run(1, projection.rows()));
      }
    }
    return runs;
  }

  private String normalised(String name, String projected, Run run) {
    if (run.count() == 1) {
      return layerNorm(name, projected, LAST_AXIS);
    }
    String apart = graph.integers(0, 0, run.count(), run.size()); // 0: as it was
    String rows = graph.node("Reshape", name + "/rows", projected, apart);
    String normalised = layerNorm(name + "/rows_normalised", rows, LAST_AXIS + 1);
    return graph.node("Reshape", name, normalised, graph.integers(0, 0, run.width()));
  }

  /** {@code LN(v) = v' / ||v'||} with {@code v' = v - mean(v)}, and {@code LN(0) = 0}. */
  private String layerNorm(String name, String v, int axis) {
    String mean = graph.reduce("ReduceMean", name + "/mean", v, axis);
    String centred = graph.node("Sub", name + "/centred", v, mean);
    String squares = graph.reduce("ReduceSumSquare", name + "/squares", centred, axis);
    String length = graph.node("Sqrt", name + "/length", squares);
    String isZero = graph.node("Equal", name + "/is_zero", length, graph.number("zero", 0));
    String divisor = graph.node("Where", name + "/divisor", isZero, graph.number("one", 1), length);
    return graph.node("Div", name, centred, divisor);
  }
}
