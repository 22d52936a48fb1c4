package org.cotsim.simulator.execute.nd4j;

import java.util.Arrays;
import java.util.List;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sequences side by side, read in blocks of positions; one appended token is a block of one.
 *
 * <p>Activations are [features, n] with n = batch * positions, positions running fastest.
 */
final class Nd4jSession implements Session {

  private static final int FIRST_ROOM = 64;

  private final Transformer model;
  private final Footprint footprint;
  private final DenseModel weights;
  private final int batch;
  private final int capacity;
  private final DataType type;
  private final Workspace workspace;
  private final List<Cache> caches; // [layers]
  private final Chooser chooser;
  private final Buffer read; // [n, width]
  private final Buffer last; // [width, batch]
  private final Buffer scored; // [n, vocabulary]
  private INDArray stream; // [width, n] after the last layer
  private INDArray scores; // [batch, vocabulary], or null until somebody asks
  private Block block;
  private int room;
  private int length;

  Nd4jSession(Transformer model, Arithmetic arithmetic, int batch, int capacity) {
    Choices.requireCapacity(model, batch, capacity);
    this.model = model;
    this.batch = batch;
    this.capacity = capacity;
    this.footprint = Footprint.of(model, arithmetic);
    footprint.requireRoom(batch, Math.min(capacity, FIRST_ROOM));
    this.weights = DenseModel.of(model, arithmetic);
    this.type = Backend.type(arithmetic);
    this.workspace = new Workspace(type);
    this.caches = weights.layers().stream().map(layer -> layer.cache(batch, type)).toList();
    this.chooser = new Chooser(model.output().tieTolerance(), type);
    this.read = new Buffer(type);
    this.last = new Buffer(type);
    this.scored = new Buffer(type);
    this.block = new Block(batch, 1, type);
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
    Choices.requireRoom(length, 1, capacity);
    run(tokens, 1);
  }

  @Override
  public void appendAll(int[][] tokens) {
    int count = requireBlock(tokens);
    for (int from = 0; from < count; ) {
      from += appendBlock(tokens, from, count);
    }
  }

  /** Checks [batch][count] tokens and returns the count. */
  int requireBlock(int[][] tokens) {
    if (tokens.length != batch) {
      throw new IllegalArgumentException(tokens.length + " rows for " + batch + " sequences");
    }
    int count = tokens[0].length;
    for (int[] row : tokens) {
      Choices.requireTokens(model, row, count);
    }
    Choices.requireRoom(length, count, capacity);
    return count;
  }

  /** Appends the next block of checked tokens and returns how many positions it had. */
  int appendBlock(int[][] tokens, int from, int to) {
    int positions = footprint.block(batch, length, to - from);
    int[] flat = new int[batch * positions];
    for (int b = 0; b < batch; b++) {
      System.arraycopy(tokens[b], from, flat, b * positions, positions);
    }
    run(flat, positions);
    return positions;
  }

  /** Runs all layers on a block, [batch * positions] tokens. */
  private void run(int[] tokens, int positions) {
    reserve(length + positions);
    if (block.positions() != positions) {
      block.close();
      block = new Block(batch, positions, type);
    }
    scores = null;
    stream = embed(tokens, positions);
    for (int l = 0; l < caches.size(); l++) {
      weights.layers().get(l).attend(stream, caches.get(l), block, workspace);
      weights.layers().get(l).feedForward(stream, workspace);
    }
    length += positions;
  }

  private void reserve(int needed) {
    if (needed > room) {
      int wanted = (int) Math.min(capacity, Math.max(FIRST_ROOM, Math.max(2L * room, needed)));
      footprint.requireRoom(batch, wanted);
      room = wanted;
      caches.forEach(cache -> cache.reserve(room));
    }
  }

  private INDArray embed(int[] tokens, int positions) {
    long width = weights.embedding().size(1);
    INDArray rows = read.shaped(tokens.length, width);
    try (INDArray ids = Nd4j.createFromArray(tokens)) {
      Ops.gatherRows(weights.embedding(), ids, rows);
    }
    INDArray embedded = workspace.stream.shaped(width, tokens.length);
    embedded.assign(rows.transpose());
    if (weights.positions() != null) {
      INDArray bySequence = workspace.stream.shaped(width, batch, positions);
      long longest = weights.positions().size(1);
      INDArray rowsOfTable =
          Ops.view(
              weights.positions(),
              length,
              new long[] {width, 1, positions},
              new long[] {longest, longest, 1});
      Ops.add(bySequence, rowsOfTable, bySequence);
    }
    return embedded;
  }

  @Override
  public void choose(TokenSet allowed, int[] choices) {
    chooser.choose(lastScores(), allowed, choices);
  }

  /** Chooses after every position of the last block, [batch * positions]. */
  void chooseAll(TokenSet allowed, int[] choices) {
    scores = null;
    chooser.choose(score(stream), allowed, choices);
  }

  @Override
  public double[] scores(int sequence) {
    return Arrays.copyOf(Ops.row(lastScores(), sequence), model.vocabulary().size());
  }

  private INDArray lastScores() {
    if (length == 0) {
      throw new IllegalStateException("no token has been appended yet");
    }
    if (scores == null) {
      INDArray ends = stream;
      int positions = block.positions();
      if (positions > 1) {
        long width = stream.size(0);
        ends = last.shaped(width, batch);
        ends.assign(
            workspace.stream.strided(
                positions - 1, new long[] {width, batch}, new long[] {block.columns(), positions}));
      }
      scores = score(ends);
    }
    return scores;
  }

  /** The scores of all tokens, [n, vocabulary], of the residual stream [width, n]. */
  private INDArray score(INDArray columns) {
    INDArray result = scored.shaped(columns.size(1), model.vocabulary().size());
    Ops.product(columns.transpose(), weights.output(), result);
    Ops.add(result, weights.outputBias(), result);
    return result;
  }

  @Override
  public void close() {
    caches.forEach(Cache::close);
    workspace.close();
    chooser.close();
    block.close();
    read.close();
    last.close();
    scored.close();
  }
}
