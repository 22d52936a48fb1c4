package org.cotsim.simulator.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one head attended to from one position.
 *
 * @param spans the positions with weight, in their order; at most as many as asked for
 * @param omitted how many further positions have weight
 */
public record Attended(List<Span> spans, int omitted) {

  private static final double LEAST = 1e-6; // of a weight that is worth showing beside others

  public Attended {
    spans = List.copyOf(spans);
  }

  /** How many positions have weight. */
  public int positions() {
    return omitted + spans.stream().mapToInt(Span::length).sum();
  }

  /**
   * Groups weights into spans; if there are too many, keeps the heaviest and of these the first and
   * the latest.
   *
   * @param weights [visible] and perhaps more
   * @param total the sum of the visible weights
   * @param most the most spans to keep, at least 2
   */
  static Attended of(double[] weights, int visible, double total, int most) {
    List<Span> spans = new ArrayList<>();
    int omitted = 0;
    for (int from = 0, end; from < visible; from = end) {
      end = from + 1;
      while (end < visible && weights[end] == weights[from]) {
        end++;
      }
      if (weights[from] >= LEAST * total) {
        spans.add(new Span(from, end - from, weights[from] / total));
      } else if (weights[from] > 0) {
        omitted += end - from;
      }
    }
    while (spans.size() > most) {
      Span lightest =
          spans.subList(1, spans.size()).stream()
              .min(Comparator.comparingDouble(Span::weight))
              .orElseThrow();
      spans.remove(lightest);
      omitted += lightest.length();
    }
    return new Attended(spans, omitted);
  }
}
