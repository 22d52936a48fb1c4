package org.cotsim.languages.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.graph.ChainStep;
import org.cotsim.languages.graph.ChainStep.Direction;
import org.cotsim.languages.graph.ConnectivityInstance;

/**
 * Checks a claimed breadth-first chain by the rules, step by step, without searching the graph.
 *
 * <p>Each named edge exists and starts at a vertex reached before; the vertex reached earliest
 * comes first; its edges come in input order, none skipped and none twice; the chain ends where it
 * must. Exactly the chains of {@link BreadthFirstChain} pass. Steps count from 1 and edges from 0.
 */
public final class ChainCheck {

  private static final int NONE = -1;

  private final ConnectivityInstance instance;

  /**
   * Half-edge 2e is edge e forward, 2e + 1 backward; the first of each vertex, the next of each.
   */
  private final int[] first;

  private final int[] next;
  private final List<Integer> reached = new ArrayList<>();
  private final boolean[] isReached;

  /** Position in {@link #reached} of the vertex whose turn it is, and its next half-edge. */
  private int rank;

  private int expected;
  private boolean finished;

  private ChainCheck(ConnectivityInstance instance) {
    this.instance = instance;
    this.first = new int[instance.names().size()];
    this.next = new int[2 * instance.edges().size()];
    this.isReached = new boolean[first.length];
    Arrays.fill(first, NONE);
    int stride = instance.directed() ? 2 : 1;
    for (int half = next.length - stride; half >= 0; half -= stride) {
      int owner = examine(half).from(instance.edges().get(half / 2));
      next[half] = first[owner];
      first[owner] = half;
    }
    reach(instance.source());
    expected = first[instance.source()];
  }

  /**
   * The first rule that the chain breaks, in one sentence, or empty if it keeps all of them.
   *
   * @param accepted the answer claimed at its end
   */
  public static Optional<String> firstViolation(
      ConnectivityInstance instance, List<ChainStep> steps, boolean accepted) {
    ChainCheck check = new ChainCheck(instance);
    for (int i = 0; i < steps.size(); i++) {
      Optional<String> violation = check.step(steps.get(i));
      if (violation.isPresent()) {
        return Optional.of("step " + (i + 1) + " " + violation.get());
      }
    }
    return check.end(accepted);
  }

  private Optional<String> step(ChainStep step) {
    if (isReached[instance.target()]) {
      return Optional.of("comes after t was reached");
    }
    if (finished) {
      return Optional.of("comes after every reached vertex was exhausted");
    }
    return step instanceof ChainStep.Examine examine ? examined(examine) : skipped();
  }

  private Optional<String> skipped() {
    if (expected != NONE) {
      return Optional.of("skips, but " + pending() + " was not examined");
    }
    nextVertex();
    return Optional.empty();
  }

  private Optional<String> examined(ChainStep.Examine step) {
    int edge = step.edge();
    if (edge < 0 || edge >= instance.edges().size()) {
      return Optional.of(
          "names edge " + edge + ", but there are only " + instance.edges().size() + " edges");
    }
    if (instance.directed() && step.direction() == Direction.BACKWARD) {
      return Optional.of("goes backward along edge " + edge + " of a directed graph");
    }
    int from = step.from(instance.edges().get(edge));
    int half = 2 * edge + (step.direction() == Direction.BACKWARD ? 1 : 0);
    if (half != expected) {
      return Optional.of("examines " + text(half, from) + wrong(half, from));
    }
    reach(step.to(instance.edges().get(edge)));
    expected = next[half];
    if (expected == NONE) {
      nextVertex();
    }
    return Optional.empty();
  }

  private String wrong(int half, int from) {
    if (!isReached[from]) {
      return ", which no earlier step reached";
    }
    if (expected == NONE) {
      return ", but " + pending() + " was not skipped";
    }
    boolean again = reached.indexOf(from) < rank || (from == reached.get(rank) && half < expected);
    return again ? " a second time" : ", but " + pending() + " comes first";
  }

  private Optional<String> end(boolean accepted) {
    if (accepted == isReached[instance.target()]) {
      return accepted || finished
          ? Optional.empty()
          : Optional.of("the chain rejects, but " + pending() + " was not examined");
    }
    return Optional.of(
        accepted ? "the chain accepts, but no step reaches t" : "the chain rejects, but reaches t");
  }

  private String pending() {
    int vertex = reached.get(rank);
    return expected == NONE
        ? "vertex " + instance.names().get(vertex) + " without edges"
        : text(expected, vertex);
  }

  private String text(int half, int from) {
    return "edge " + half / 2 + " from vertex " + instance.names().get(from);
  }

  private void reach(int vertex) {
    if (!isReached[vertex]) {
      isReached[vertex] = true;
      reached.add(vertex);
    }
  }

  private void nextVertex() {
    rank++;
    finished = rank == reached.size();
    expected = finished ? NONE : first[reached.get(rank)];
  }

  private static ChainStep.Examine examine(int half) {
    return new ChainStep.Examine(half / 2, half % 2 == 0 ? Direction.FORWARD : Direction.BACKWARD);
  }
}
