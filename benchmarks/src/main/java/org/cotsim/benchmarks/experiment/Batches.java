package org.cotsim.benchmarks.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.languages.input.InputException;

/**
 * Groups inputs of equal length, and chains of about equal length, until there are enough of them
 * to decode side by side: a batch takes as many steps as its longest chain.
 *
 * <p>Memory: what waits has at most {@code MOST_TOKENS} tokens of input and chain together, however
 * many inputs pass through.
 *
 * @param <T> the inputs
 */
public final class Batches<T> {

  /** Handles inputs of equal length. */
  public interface Handler<T> {
    void handle(List<T> batch) throws ExperimentException, InputException;
  }

  /** How many inputs like this one are worth decoding side by side. */
  public interface Size<T> {
    int of(T input) throws ExperimentException;
  }

  private static final long MOST_TOKENS = 1 << 24;

  /** What the inputs of a batch have in common; {@code steps} to the next power of two. */
  private record Shape(int length, int logSteps) implements Comparable<Shape> {
    static Shape of(int length, long steps) {
      return new Shape(length, Long.SIZE - Long.numberOfLeadingZeros(steps));
    }

    @Override
    public int compareTo(Shape other) {
      int lengths = Integer.compare(length, other.length);
      return lengths == 0 ? Integer.compare(logSteps, other.logSteps) : lengths;
    }
  }

  private final Map<Shape, List<T>> waiting = new TreeMap<>();
  private final Size<T> size;
  private final Handler<T> handler;
  private long tokens;

  public Batches(Size<T> size, Handler<T> handler) {
    this.size = size;
    this.handler = handler;
  }

  public void add(int length, long steps, T input) throws ExperimentException, InputException {
    Shape shape = Shape.of(length, steps);
    List<T> batch = waiting.computeIfAbsent(shape, none -> new ArrayList<>());
    batch.add(input);
    tokens += length + steps;
    if (tokens >= MOST_TOKENS) {
      flushAll();
    } else if (batch.size() >= size.of(input)) {
      handler.handle(waiting.remove(shape));
    }
  }

  public void flushAll() throws ExperimentException, InputException {
    for (List<T> batch : waiting.values()) {
      handler.handle(batch);
    }
    waiting.clear();
    tokens = 0;
  }
}
