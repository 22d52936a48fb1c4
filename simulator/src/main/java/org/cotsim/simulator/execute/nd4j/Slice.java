package org.cotsim.simulator.execute.nd4j;

import java.util.List;
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
 * operations of a block are prepared once and serve all blocks of the same shape.
 */
final class Slice implements AutoCloseable {

  private static final int FIRST_ROOM = 2 * Block.STEP;

  private final Transformer model;
  private final Footprint footprint;
  private final DenseModel weights;
  private final List<Head> heads; // of all layers
  private final DataType type;
  private final int batch;
  private final Workspace workspace;
  private final List<Cache> caches; // [layers]
  private final Choosers lastChoosers;
  private final Choosers allChoosers;
  private final Buffer embedded; // [width, 1, positions]
  private final Buffer ends; // [width, batch]
  private final Buffer lastScores; // [batch, vocabulary]
  private final Buffer allScores; // [n, vocabulary]
  private Plan plan;
  private Block block;
  private INDArray ids; // [n]
  private final OperationTimes times;
  private final Plan scorePlan;
  private INDArray scores; // [batch, vocabulary]
  private boolean scored;
  private int room;
  private int length;

  Slice(Transformer model, Arithmetic arithmetic, int batch, OperationTimes times) {
    this.model = model;
    this.times = times;
    this.scorePlan = new Plan(times);
    this.batch = batch;
    this.footprint = Footprint.of(model, arithmetic);
    this.weights = DenseModel.of(model, arithmetic);
    this.heads = model.layers().stream().flatMap(l -> l.attention().heads().stream()).toList();
    this.type = Backend.type(arithmetic);
    this.workspace = new Workspace(type);
    this.caches = weights.layers().stream().map(layer -> layer.cache(batch, type)).toList();
    this.lastChoosers = new Choosers(model.output(), type, times);
    this.allChoosers = new Choosers(model.output(), type, times);
    this.embedded = new Buffer(type);
    this.ends = new Buffer(type);
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
    if (block == null || !block.fits(length, positions)) {
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
      room = Math.max(FIRST_ROOM, Math.max(2 * room, needed));
      caches.forEach(cache -> cache.reserve(room));
      discardPlan();
    }
  }

  private void discardPlan() {
    if (block != null) {
      plan.close();
      block.close();
      ids.close();
      block = null;
    }
  }

  /** Prepares a plan, twice if buffers grew on the way and left views of old memory behind. */
  private void prepare(int positions) {
    int moves;
    do {
      moves = workspace.moves();
      prepareOnce(positions);
    } while (moves != workspace.moves());
  }

  private void prepareOnce(int positions) {
    discardPlan();
    plan = new Plan(times);
    block = Block.of(batch, length, positions, heads, type);
    ids = Nd4j.create(DataType.INT32, block.columns());
    INDArray stream = workspace.stream.shaped(model.width(), block.columns());
    embed(stream);
    for (int l = 0; l < caches.size(); l++) {
      DenseLayer layer = weights.layers().get(l);
      layer.attend(stream, caches.get(l), block, this::length, workspace, plan);
      layer.feedForward(stream, workspace, plan);
    }
  }

  private void embed(INDArray stream) {
    long width = stream.size(0);
    plan.gatherRows(weights.embedding(), ids, stream.transpose());
    INDArray table = weights.positions();
    if (table != null) {
      long[] shape = {width, 1, block.positions()};
      long[] strides = {table.size(1), table.size(1), 1};
      INDArray here = embedded.shaped(shape);
      plan.then("assign", () -> here.assign(Views.of(table, length, shape, strides)));
      INDArray bySequence = workspace.stream.at(0, width, batch, block.positions());
      plan.add(bySequence, here, bySequence);
    }
  }

  /** Chooses the next token of every sequence, [batch]. */
  void choose(TokenSet allowed, int[] choices) {
    lastChoosers.of(lastScores(), allowed).choose(choices);
  }

  /** Chooses after every position of the last block, [batch * positions]. */
  void chooseAll(TokenSet allowed, int[] choices) {
    INDArray everywhere = allScores.shaped(block.columns(), model.vocabulary().size());
    try (Plan once = new Plan(times)) {
      score(workspace.stream.at(0, model.width(), block.columns()), everywhere, once);
      once.run();
    }
    allChoosers.of(everywhere, allowed).choose(choices);
  }

  /** The scores after the last position, [batch, vocabulary]. */
  INDArray lastScores() {
    if (scores == null) {
      scores = lastScores.shaped(batch, model.vocabulary().size());
      score(ends.shaped(model.width(), batch), scores, scorePlan);
    }
    if (!scored) {
      INDArray last =
          workspace.stream.strided(
              block.positions() - 1,
              new long[] {model.width(), batch},
              new long[] {block.columns(), block.positions()});
      ends.shaped(model.width(), batch).assign(last);
      scorePlan.run();
      scored = true;
    }
    return scores;
  }

  /** The scores of all tokens of the residual stream [width, n]. */
  private void score(INDArray columns, INDArray target, Plan into) {
    into.product(columns.transpose(), weights.output(), target);
    into.add(target, weights.outputBias(), target);
  }

  @Override
  public void close() {
    discardPlan();
    scorePlan.close();
    caches.forEach(Cache::close);
    workspace.close();
    lastChoosers.close();
    allChoosers.close();
    embedded.close();
    ends.close();
    lastScores.close();
    allScores.close();
  }
}
