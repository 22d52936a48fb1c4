package org.cotsim.simulator.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the positions of one context stand in the whole sequence.
 *
 * <p>A context after a restart begins with a start token, the summary and a think token. Start and
 * think token stand at the place of the restart token, the summary right before it.
 *
 * @param restart the place of the restart token, or 0 for the first context
 * @param summary how many tokens of a summary the context begins with
 */
record Places(int restart, int summary) {

  static final Places FIRST = new Places(0, -1);

  private boolean isFirst() {
    return summary < 0;
  }

  /** The same spans at their places in the whole sequence, in the order of these. */
  Attended of(Attended context) {
    if (isFirst()) {
      return context;
    }
    List<Span> spans = new ArrayList<>();
    for (Span span : context.spans()) {
      add(spans, span, 0, 0, restart);
      add(spans, span, 1, Integer.MAX_VALUE, restart - summary - 1);
    }
    spans.sort(Comparator.comparingInt(Span::from));
    return new Attended(spans, context.omitted());
  }

  /** The part of a span between two positions of the context, moved. */
  private static void add(List<Span> spans, Span span, int first, int last, int by) {
    int from = Math.max(first, span.from());
    int to = Math.min(last, span.from() + span.length() - 1);
    if (from <= to) {
      spans.add(new Span(from + by, to - from + 1, span.weight()));
    }
  }
}
