package org.cotsim.simulator.assemble;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.Transformer;

/**
 * Which projections may be zero at some token once their mean is subtracted.
 *
 * <p>One cannot be zero if two of its rows differ for every token of the vocabulary, whatever the
 * sublayers write: that is looked for among rows that read embeddings only. Where nothing is found
 * the projection is taken to be possibly zero.
 */
final class ZeroProjections {

  private final Transformer model;
  private final BitSet written = new BitSet(); // coordinates that depend on more than the token

  ZeroProjections(Transformer model) {
    this.model = model;
    for (Layer layer : model.layers()) {
      layer.attention().heads().stream().map(Head::output).forEach(this::addRows);
      addRows(layer.feedForward().second().matrix());
    }
    model.feedback().ifPresent(fed -> addRows(fed.map()));
    if (model.positions() instanceof PositionEmbedding.Table table) {
      for (int e = 0; e < table.rows().nonZeros(); e++) {
        written.set(table.rows().column(e));
      }
    }
  }

  private void addRows(Matrix matrix) {
    for (int row = 0; row < matrix.rows(); row++) {
      written.set(row, written.get(row) || matrix.rowStart(row) < matrix.rowStart(row + 1));
    }
  }

  boolean possible(Matrix projection) {
    int last = projection.rows() - 1;
    for (int row = last - 1; row >= 0; row--) {
      if (alwaysDiffer(projection, row, last)) {
        return false;
      }
    }
    int half = projection.rows() / 2;
    for (int row = 0; row < half; row++) {
      if (alwaysDiffer(projection, row, row + half)) {
        return false;
      }
    }
    return true;
  }

  private boolean alwaysDiffer(Matrix projection, int one, int other) {
    Map<Integer, Double> difference = new TreeMap<>();
    addRow(projection, one, 1, difference);
    addRow(projection, other, -1, difference);
    difference.values().removeIf(weight -> weight == 0);
    if (difference.isEmpty() || difference.keySet().stream().anyMatch(written::get)) {
      return false;
    }
    for (int token = 0; token < model.vocabulary().size(); token++) {
      int row = token;
      double value =
          difference.entrySet().stream()
              .mapToDouble(entry -> entry.getValue() * model.embedding().get(row, entry.getKey()))
              .sum();
      if (value == 0) {
        return false;
      }
    }
    return true;
  }

  private static void addRow(Matrix matrix, int row, double sign, Map<Integer, Double> sum) {
    for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
      sum.merge(matrix.column(e), sign * matrix.value(e), Double::sum);
    }
  }
}
