package org.cotsim.simulator.execute.nd4j;

import java.util.List;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sequences side by side, read in blocks of positions; one appended token is a block of one.
 *
 * <p>Activations are [features, n] with n = batch * positions, positions running fastest. The
 * operations of a block are prepared once and serve all blocks of the same shape. Slices may share
 * a workspace if they run one after the other.
 */
final class Slice implements AutoCloseable {

  private static final int FIRST_ROOM = 2 * Block.STEP;

  private final Transformer model;
  private final Footprint footprint;
  private final DenseModel weights;
  private final List<Head> heads; // of all layers
  private final DataType type;
  private final int batch;
  private final OperationTimes times;
  private final Workspace workspace;
  private final List<Cache> caches; // [layers]
  private final Buffer stream; // [rows of the layout, n]
  private final Buffer normalised; // [1 + rows read, n]
  private final Buffer embedded; // [rows of the layout, 1, positions]
  private final Buffer lastScores; // [batch, vocabulary]
  private final Buffer allScores; // [n, vocabulary]
  private Plan plan;
  private Plan scorePlan;
  private Block block;
  private INDArray ids; // [n]
  private int preparedAfter; // moves of the workspace
  private boolean scored;
  private int room;
  private int length;

  Slice(
      Transformer model,
      Arithmetic arithmetic,
      int batch,
      Workspace workspace,
      OperationTimes times) {
    this.model = model;
    this.times = times;
    this.batch = batch;
    this.footprint = Footprint.of(model, arithmetic);
    this.weights = DenseModel.of(model, arithmetic);
    this.heads = model.layers().stream().flatMap(l -> l.attention().heads().stream()).toList();
    this.type = Backend.type(arithmetic);
    this.workspace = workspace;
    this.caches = weights.layers().stream().map(layer -> layer.cache(batch, type)).toList();
    this.stream = new Buffer(type);
    this.normalised = new Buffer(type);
    this.embedded = new Buffer(type);
    this.lastScores = new Buffer(type);
    this.allScores = new Buffer(type);
  }

  int batch() {
    return batch;
  }

  int length() {
    return length;
  }

  /** Appends the next block of checked tokens, [batch][], and returns how many positions it had. */
  int append(int[][] tokens, int from, int to) {
    int positions = footprint.block(batch, length, to - from);
    int[] flat = new int[batch * positions];
    for (int b = 0; b < batch; b++) {
      System.arraycopy(tokens[b], from, flat, b * positions, positions);
    }
    append(flat, positions);
    return positions;
  }

  /** Appends a block of checked tokens, [batch * positions]. */
  void append(int[] tokens, int positions) {
    reserve(Block.roundUp(length + positions));
    if (block == null || !block.fits(length, positions) || preparedAfter != workspace.moves()) {
      prepare(positions);
    }
    block.moveTo(length);
    ids.data().setData(tokens);
    plan.run();
    length += positions;
    scored = false;
  }

  /** Makes room for so many positions in all, and for as many again as there was room for. */
  void reserve(int needed) {
    if (needed > room) {
      discardPlan(); // it holds views of the old caches, also if there is no memory for new ones
      int more = Math.max(FIRST_ROOM, Math.max(2 * room, needed));
      caches.forEach(cache -> cache.reserve(more));
      room = more;
    }
  }

  private void discardPlan() {
    if (block != null) {
      plan.close();
      scorePlan.close();
      block.close();
      ids.close();
      block = null;
    }
  }

  /** Prepares a plan, twice if buffers grew on the way and left views of old memory behind. */
  private void prepare(int positions) {
    do {
      preparedAfter = workspace.moves();
      prepareOnce(positions);
    } while (preparedAfter != workspace.moves());
    if (block.isOpen()) {
      level();
    }
  }

  private void prepareOnce(int positions) {
    discardPlan();
    plan = new Plan(times);
    scorePlan = new Plan(times);
    block = Block.of(batch, length, positions, heads, type);
    long n = block.columns();
    ids = Nd4j.create(DataType.INT32, n);
    Rows rows = new Rows(stream, 0, n);
    stream.shaped(weights.layout().rows(), n);
    normalised.shaped(1L + weights.layout().mostRead(), n);
    normalised.at(0, n).assign(1);
    embed(rows);
    Rows read = new Rows(normalised, 0, n);
    for (int l = 0; l < caches.size(); l++) {
      DenseLayer layer = weights.layers().get(l);
      layer.attend(rows, read, caches.get(l), block, this::length, workspace, plan);
      layer.feedForward(rows, read, workspace, plan);
    }
    score(
        stream.strided(
            weights.layout().stream() * n + positions - 1,
            new long[] {model.width() + 1, batch},
            new long[] {n, positions}),
        lastScores.shaped(batch, model.vocabulary().size()),
        scorePlan);
  }

  private void embed(Rows rows) {
    long all = weights.layout().rows();
    plan.gatherRows(weights.embedding(), ids, rows.matrix(0, all).transpose());
    INDArray table = weights.positions();
    if (table != null) {
      long[] shape = {all, 1, block.positions()};
      long[] strides = {table.size(1), table.size(1), 1};
      INDArray here = embedded.shaped(shape);
      plan.then("assign", () -> here.assign(Views.of(table, length, shape, strides)));
      INDArray bySequence = rows.shaped(0, all, batch, block.positions());
      plan.add(bySequence, here, bySequence);
    }
  }

  /** Prepares the positions that are visible but not there yet. */
  private void level() {
    caches.forEach(cache -> cache.level(length, block.visible(), times));
  }

  /** Chooses the next token of every sequence, [batch]. */
  void choose(TokenSet allowed, int[] choices) {
    choose(lastScores(), allowed, choices);
  }

  /** Chooses after every position of the last block, [batch * positions]. */
  void chooseAll(TokenSet allowed, int[] choices) {
    long n = block.columns();
    INDArray everywhere = allScores.shaped(n, model.vocabulary().size());
    try (Plan once = new Plan(times)) {
      score(stream.at(weights.layout().stream() * n, model.width() + 1, n), everywhere, once);
      once.run();
    }
    choose(everywhere, allowed, choices);
  }

  /** The arg max over every row of scores, on the host: [n, vocabulary] is all that comes there. */
  private void choose(INDArray scores, TokenSet allowed, int[] choices) {
    double[] numbers = Views.all(scores);
    int vocabulary = model.vocabulary().size();
    double tolerance = model.output().tieTolerance();
    Workers.each(
        choices.length,
        i -> choices[i] = Choices.argMax(numbers, i * vocabulary, allowed, tolerance));
  }

  /** The scores after the last position, [batch, vocabulary]. */
  INDArray lastScores() {
    if (!scored) {
      scorePlan.run();
      scored = true;
    }
    return lastScores.at(0, batch, model.vocabulary().size());
  }

  /** The scores of all tokens of columns of the stream and ones, [width + 1, n]. */
  private void score(INDArray columns, INDArray target, Plan into) {
    into.product(columns.transpose(), weights.output(), target);
  }

  @Override
  public void close() {
    discardPlan();
    caches.forEach(Cache::close);
    for (Buffer buffer : List.of(stream, normalised, embedded, lastScores, allScores)) {
      buffer.close();
    }
  }
}
