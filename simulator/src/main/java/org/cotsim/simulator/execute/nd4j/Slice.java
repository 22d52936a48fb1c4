package org.cotsim.simulator.execute.nd4j;

import java.util.List;
import java.util.stream.IntStream;
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
  private final List<Memory> memories; // [layers]
  private final Buffer normalised; // [1 + rows read, n]
  private final Buffer lastScores; // [batch, vocabulary]
  private final Buffer allScores; // [n, vocabulary]
  private Plan plan;
  private Block block;
  private INDArray ids; // [n]
  private int preparedAfter; // moves of the workspace
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
    this.memories =
        IntStream.range(0, weights.layers().size())
            .mapToObj(layer -> weights.memory(layer, batch, type))
            .toList();
    this.normalised = new Buffer(type);
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
  }

  /** Makes room for so many positions in all, and for as many again as there was room for. */
  void reserve(int needed) {
    if (needed > room) {
      discardPlan(); // it holds views of the old caches, also if there is no memory for new ones
      int more = Math.max(FIRST_ROOM, Math.max(2 * room, needed));
      memories.forEach(memory -> memory.reserve(more));
      room = more;
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
    block = Block.of(batch, length, positions, heads, type);
    long n = block.columns();
    ids = Nd4j.create(DataType.INT32, n);
    Rows rows = new Rows(workspace.stream, 0, n);
    workspace.stream.shaped(weights.layout().rows(), n);
    normalised.shaped(1L + weights.layout().mostRead(), n);
    normalised.at(0, n).assign(1);
    embed(rows);
    Rows read = new Rows(normalised, 0, n);
    for (int l = 0; l < memories.size(); l++) {
      DenseLayer layer = weights.layers().get(l);
      layer.attend(rows, read, memories.get(l), block, this::length, workspace, plan);
      layer.feedForward(rows, read, workspace, plan);
    }
    score(
        workspace.stream.strided(
            weights.layout().stream() * n + positions - 1,
            new long[] {model.width() + 1, batch},
            new long[] {n, positions}),
        lastScores.shaped(batch, model.vocabulary().size()),
        plan);
  }

  private void embed(Rows rows) {
    long all = weights.layout().rows();
    INDArray target = rows.matrix(0, all);
    if (block.positions() > 1 && weights.oneHot().isPresent()) {
      INDArray tokens = workspace.tokens.shaped(block.columns(), model.vocabulary().size());
      plan.gatherRows(weights.oneHot().get(), ids, tokens);
      plan.product(weights.embedding().transpose(), tokens.transpose(), target);
    } else {
      plan.gatherRows(weights.embedding(), ids, target.transpose());
    }
    INDArray table = weights.positions();
    if (table != null) {
      long[] shape = {all, 1, block.positions()};
      long[] strides = {table.size(1), table.size(1), 1};
      INDArray here = workspace.embedded.shaped(shape);
      plan.then("assign", () -> here.assign(Views.of(table, length, shape, strides)));
      INDArray bySequence = rows.shaped(0, all, batch, block.positions());
      plan.add(bySequence, here, bySequence);
    }
  }

  /** Prepares the positions that are visible but not there yet. */
  private void level() {
    memories.forEach(memory -> memory.level(length, block.visible(), times));
  }

  /** Chooses the next token of every sequence, [batch]. */
  void choose(TokenSet allowed, int[] choices) {
    choose(lastScores(), allowed, choices);
  }

  /**
   * Chooses after every position of the last block, [batch * positions], which no other slice with
   * this workspace may have followed.
   */
  void chooseAll(TokenSet allowed, int[] choices) {
    long n = block.columns();
    INDArray everywhere = allScores.shaped(n, model.vocabulary().size());
    try (Plan once = new Plan(times)) {
      score(
          workspace.stream.at(weights.layout().stream() * n, model.width() + 1, n),
          everywhere,
          once);
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
    return lastScores.at(0, batch, model.vocabulary().size());
  }

  /** The scores of all tokens of columns of the stream and ones, [width + 1, n]. */
  private void score(INDArray columns, INDArray target, Plan into) {
    into.product(columns.transpose(), weights.output(), target);
  }

  @Override
  public void close() {
    discardPlan();
    memories.forEach(Memory::close);
    normalised.close();
    lastScores.close();
    allScores.close();
  }
}
