package org.cotsim.benchmarks.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.languages.input.InputException;

/**
 * Groups inputs of equal length until there are enough of them to decode side by side.
 *
 * <p>Memory: at most {@code MOST_WAITING} inputs wait, however many pass through.
 *
 * @param <T> the inputs
 */
final class Batches<T> {

  /** Handles inputs of equal length. */
  interface Handler<T> {
    void handle(int length, List<T> batch) throws ExperimentException, InputException;
  }

  /** How many inputs of a length are worth decoding side by side. */
  interface Size {
    int of(int length) throws ExperimentException;
  }

  private static final int MOST_WAITING = 1 << 16;

  private final Map<Integer, List<T>> waiting = new TreeMap<>();
  private final Size size;
  private final Handler<T> handler;
  private int count;

  Batches(Size size, Handler<T> handler) {
    this.size = size;
    this.handler = handler;
  }

  void add(int length, T input) throws ExperimentException, InputException {
    List<T> batch = waiting.computeIfAbsent(length, n -> new ArrayList<>());
    batch.add(input);
    count++;
    if (batch.size() >= size.of(length)) {
      flush(length);
    } else if (count >= MOST_WAITING) {
      flushAll();
    }
  }

  void flushAll() throws ExperimentException, InputException {
    for (int length : new ArrayList<>(waiting.keySet())) {
      flush(length);
    }
  }

  private void flush(int length) throws ExperimentException, InputException {
    List<T> batch = waiting.remove(length);
    count -= batch.size();
    handler.handle(length, batch);
  }
}
