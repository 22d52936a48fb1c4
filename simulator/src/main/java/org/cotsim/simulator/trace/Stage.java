package org.cotsim.simulator.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.assemble.Subspace;
import org.cotsim.simulator.model.FeedForward;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/**
 * A moment at which a subspace is written that is written more than once, as in a loop.
 *
 * @param subspace its index in the blueprint
 * @param sublayer after which it is read: 0 is the embedding, what is fed back included, 2 l + 1
 *     the attention and 2 l + 2 the feed-forward sublayer of layer l, counted from 0
 */
public record Stage(int subspace, int sublayer) {

  /** All of them, subspace by subspace in their order; read off the non-zero weights. */
  public static List<Stage> of(Assembly assembly) {
    List<IntPredicate> writers = writers(assembly.model());
    List<Stage> stages = new ArrayList<>();
    List<Subspace> subspaces = assembly.blueprint().subspaces();
    for (int s = 0; s < subspaces.size(); s++) {
      Subspace subspace = subspaces.get(s);
      int index = s;
      List<Stage> own =
          IntStream.range(0, writers.size())
              .filter(
                  sublayer ->
                      IntStream.range(0, subspace.width())
                          .map(subspace::index)
                          .anyMatch(writers.get(sublayer)))
              .mapToObj(sublayer -> new Stage(index, sublayer))
              .toList();
      if (own.size() > 1) {
        stages.addAll(own);
      }
    }
    return stages;
  }

  /** Per sublayer, the embedding first, whether it writes a coordinate. */
  private static List<IntPredicate> writers(Transformer model) {
    List<IntPredicate> writers = new ArrayList<>();
    writers.add(
        coordinate ->
            hasColumn(model.embedding(), coordinate)
                || model.feedback().filter(fed -> hasRow(fed.map(), coordinate)).isPresent()
                || (model.positions() instanceof PositionEmbedding.Table table
                    && hasColumn(table.rows(), coordinate)));
    for (Layer layer : model.layers()) {
      List<Head> heads = layer.attention().heads();
      FeedForward feedForward = layer.feedForward();
      writers.add(coordinate -> heads.stream().anyMatch(head -> hasRow(head.output(), coordinate)));
      writers.add(coordinate -> hasRow(feedForward.second().matrix(), coordinate));
    }
    return writers;
  }

  private static boolean hasRow(Matrix matrix, int row) {
    return matrix.rowStart(row) < matrix.rowStart(row + 1);
  }

  private static boolean hasColumn(Matrix matrix, int column) {
    return IntStream.range(0, matrix.nonZeros()).anyMatch(e -> matrix.column(e) == column);
  }
}
