package org.cotsim.languages.oracle;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;

/**
 * The exact chain of a breadth-first search that examines one edge per step, with its answer.
 *
 * <p>The queue starts with s. The edges of the vertex at its head are examined in input order, and
 * a vertex seen for the first time joins the queue. A vertex without edges costs one skip. An
 * undirected self-loop is examined forward, then backward. The search accepts with the step that
 * discovers t (with no step at all if s = t) and rejects when the queue is empty, so there are at
 * most {@link ConnectivityInstance#stepBound} steps.
 *
 * @param steps in order
 * @param accepted whether t was reached
 */
public record BreadthFirstChain(List<ChainStep> steps, boolean accepted) {

  public BreadthFirstChain {
    steps = List.copyOf(steps);
  }

  /** The chain of this instance; time and memory linear in the graph. */
  public static BreadthFirstChain of(ConnectivityInstance instance) {
    if (instance.source() == instance.target()) {
      return new BreadthFirstChain(List.of(), true);
    }
    List<List<ChainStep>> examinations = examinations(instance);
    List<ChainStep> steps = new ArrayList<>();
    List<Integer> queue = new ArrayList<>(List.of(instance.source()));
    BitSet discovered = new BitSet();
    discovered.set(instance.source());
    for (int head = 0; head < queue.size(); head++) {
      List<ChainStep> next = examinations.get(queue.get(head));
      for (ChainStep step : next.isEmpty() ? List.of(ChainStep.skip()) : next) {
        steps.add(step);
        if (step instanceof ChainStep.Examine examine) {
          int reached = examine.to(instance.edges().get(examine.edge()));
          if (reached == instance.target()) {
            return new BreadthFirstChain(steps, true);
          }
          if (!discovered.get(reached)) {
            discovered.set(reached);
            queue.add(reached);
          }
        }
      }
    }
    return new BreadthFirstChain(steps, false);
  }

  /** For every vertex the steps that examine its edges, in input order. */
  private static List<List<ChainStep>> examinations(ConnectivityInstance instance) {
    List<List<ChainStep>> result =
        new ArrayList<>(Collections.nCopies(instance.names().size(), List.of()));
    result.replaceAll(empty -> new ArrayList<>());
    for (int i = 0; i < instance.edges().size(); i++) {
      Edge edge = instance.edges().get(i);
      result.get(edge.source()).add(ChainStep.forward(i));
      if (!instance.directed()) {
        result.get(edge.target()).add(ChainStep.backward(i));
      }
    }
    return result;
  }
}
