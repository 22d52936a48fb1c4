package org.cotsim.simulator.execute.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** Sequences of one model, in slices whose caches suit the memory hierarchy. */
final class Nd4jSession implements Session {

  private final Transformer model;
  private final Footprint footprint;
  private final int batch;
  private final int capacity;
  private final int perSlice;
  private final List<Slice> slices = new ArrayList<>();
  private final List<Workspace> workspaces = new ArrayList<>(); // one for each worker
  private int length;

  Nd4jSession(
      Transformer model, Arithmetic arithmetic, int batch, int capacity, OperationTimes times) {
    Choices.requireCapacity(model, batch, capacity);
    this.model = model;
    this.batch = batch;
    this.capacity = capacity;
    this.footprint = Footprint.of(model, arithmetic);
    footprint.requireRoom(batch, Math.min(capacity, 2 * Block.STEP));
    this.perSlice = footprint.slice(batch, capacity);
    int count = (batch + perSlice - 1) / perSlice;
    int workers = Backend.isCpu() ? Math.min(Workers.threads(), count) : 1;
    for (int worker = 0; worker < workers; worker++) {
      workspaces.add(new Workspace(Backend.type(arithmetic)));
    }
    for (int first = 0; first < batch; first += perSlice) {
      Workspace workspace = workspaces.get(slices.size() % workers);
      int size = Math.min(perSlice, batch - first);
      slices.add(new Slice(model, arithmetic, size, workspace, times));
      slices.get(slices.size() - 1).reserve(footprint.firstRoom(batch, capacity));
    }
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public void append(int[] tokens) {
    Choices.requireTokens(model, tokens, batch);
    grow(1);
    each(part -> part.slice.append(Arrays.copyOfRange(tokens, part.first, part.end()), 1));
    length++;
  }

  @Override
  public void appendAll(int[][] tokens) {
    int count = requireBlock(tokens);
    grow(count);
    each(
        part -> {
          int[][] rows = Arrays.copyOfRange(tokens, part.first, part.end());
          for (int from = 0; from < count; ) {
            from += part.slice.append(rows, from, count);
          }
        });
    length += count;
  }

  /** Checks [batch][count] tokens and returns the count. */
  private int requireBlock(int[][] tokens) {
    if (tokens.length != batch) {
      throw new IllegalArgumentException(tokens.length + " rows for " + batch + " sequences");
    }
    int count = tokens[0].length;
    for (int[] row : tokens) {
      Choices.requireTokens(model, row, count);
    }
    return count;
  }

  private void grow(int more) {
    Choices.requireRoom(length, more, capacity);
    footprint.requireCountable(length + more);
    footprint.requireRoom(batch, (int) Math.min(capacity, 2L * (length + more))); // caches double
  }

  @Override
  public void choose(TokenSet allowed, int[] choices) {
    requireToken();
    each(
        part -> {
          int[] chosen = new int[part.slice.batch()];
          part.slice.choose(allowed, chosen);
          System.arraycopy(chosen, 0, choices, part.first, chosen.length);
        });
  }

  @Override
  public double[] scores(int sequence) {
    requireToken();
    return Views.row(slices.get(sequence / perSlice).lastScores(), sequence % perSlice);
  }

  private void requireToken() {
    if (length == 0) {
      throw new IllegalStateException("no token has been appended yet");
    }
  }

  /** Runs the slices of each workspace one after the other, those of different ones in parallel. */
  private void each(Consumer<Part> action) {
    List<Runnable> tasks = new ArrayList<>();
    for (int worker = 0; worker < workspaces.size(); worker++) {
      int first = worker;
      tasks.add(
          () -> {
            for (int i = first; i < slices.size(); i += workspaces.size()) {
              action.accept(new Part(slices.get(i), i * perSlice));
            }
          });
    }
    Workers.run(tasks);
  }

  @Override
  public void close() {
    slices.forEach(Slice::close);
    workspaces.forEach(Workspace::close);
  }

  private record Part(Slice slice, int first) {
    int end() {
      return first + slice.batch();
    }
  }
}
