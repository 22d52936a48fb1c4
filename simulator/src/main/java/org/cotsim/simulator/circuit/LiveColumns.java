package org.cotsim.simulator.circuit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Attention;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.Transformer;

/**
 * The columns of the residual stream that something still reads, before each layer and at the end;
 * what nothing reads any more makes no difference between two streams.
 */
final class LiveColumns {

  private final int width;
  private final boolean[][] answering; // [layers + 1][width], where the output map is read
  private final boolean[][] inner; // [layers][width], where only other positions read the last one

  LiveColumns(Transformer model) {
    List<Layer> layers = model.layers();
    this.width = model.width();
    this.answering = new boolean[layers.size() + 1][width];
    this.inner = new boolean[layers.size() + 1][width];
    mark(model.output().map().matrix(), answering[layers.size()]);
    for (int l = layers.size() - 1; l >= 0; l--) {
      Attention attention = layers.get(l).attention();
      keep(answering[l + 1], answering[l]);
      mark(
          layers.get(l).feedForward().norm(),
          all(layers.get(l).feedForward().norm()),
          answering[l]);
      mark(attention.norm(), all(attention.norm()), answering[l]);
      if (l < layers.size() - 1) {
        keep(inner[l + 1], inner[l]);
        mark(layers.get(l).feedForward().norm(), all(layers.get(l).feedForward().norm()), inner[l]);
        mark(attention.norm(), all(attention.norm()), inner[l]);
      } else {
        mark(attention.norm(), readByKeysAndValues(attention), inner[l]);
      }
    }
  }

  /** Sets to zero what nothing reads any more before a layer; and makes all zeros positive. */
  void clear(int layer, boolean answers, double[] stream) {
    boolean[] live = (answers ? answering : inner)[layer];
    for (int c = 0; c < width; c++) {
      stream[c] = live[c] ? stream[c] + 0.0 : 0.0;
    }
  }

  private static void keep(boolean[] from, boolean[] to) {
    for (int c = 0; c < to.length; c++) {
      to[c] |= from[c];
    }
  }

  private boolean[] all(Norm norm) {
    boolean[] all = new boolean[norm.outputs(width)];
    Arrays.fill(all, true);
    return all;
  }

  private boolean[] readByKeysAndValues(Attention attention) {
    boolean[] read = new boolean[attention.norm().outputs(width)];
    for (Head head : attention.heads()) {
      for (Affine map : List.of(head.key(), head.value())) {
        mark(map.matrix(), read);
      }
    }
    return read;
  }

  /** Marks what a norm reads of the stream for those of its outputs that are read in turn. */
  private void mark(Norm norm, boolean[] outputs, boolean[] columns) {
    if (norm.projections().isEmpty()) {
      Arrays.fill(columns, true);
      return;
    }
    int first = 0;
    for (Matrix projection : norm.projections()) {
      if (IntStream.range(first, first + projection.rows()).anyMatch(r -> outputs[r])) {
        mark(projection, columns);
      }
      first += projection.rows();
    }
  }

  private static void mark(Matrix matrix, boolean[] columns) {
    for (int e = 0; e < matrix.nonZeros(); e++) {
      columns[matrix.column(e)] = true;
    }
  }
}
