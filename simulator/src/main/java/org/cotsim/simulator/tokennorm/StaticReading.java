package org.cotsim.simulator.tokennorm;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.PositionWise;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.Norm;
import org.cotsim.simulator.model.PositionEmbedding;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** What a normalised projection is at each token, where nothing but the token decides it. */
final class StaticReading {

  private final int offset; // of the projection in what the sublayer reads
  private final double[][] values; // [vocabulary, rows of the projection]

  StaticReading(Transformer model, Matrix projection, int offset) {
    this.offset = offset;
    this.values = new double[model.vocabulary().size()][];
    PositionWise at = new PositionWise(Arithmetic.BINARY64);
    Norm norm = new Norm.Projected(projection);
    for (int token = 0; token < values.length; token++) {
      double[] stream = new double[model.width()];
      addRow(model.embedding(), token, stream);
      values[token] = at.normalise(norm, token, stream);
    }
  }

  private static void addRow(Matrix matrix, int row, double[] sum) {
    for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
      sum[matrix.column(e)] += matrix.value(e);
    }
  }

  /** Which coordinates of the stream neither a position nor a layer nor a thought writes to. */
  static boolean[] coordinates(Transformer model) {
    boolean[] isStatic = new boolean[model.width()];
    Arrays.fill(isStatic, true);
    if (model.positions() instanceof PositionEmbedding.Table table) {
      IntStream.range(0, table.rows().nonZeros())
          .forEach(e -> isStatic[table.rows().column(e)] = false);
    }
    model.feedback().ifPresent(fed -> markWritten(Affine.linear(fed.map()), isStatic));
    for (Layer layer : model.layers()) {
      for (Head head : layer.attention().heads()) {
        markWritten(Affine.linear(head.output()), isStatic);
      }
      markWritten(layer.feedForward().second(), isStatic);
    }
    return isStatic;
  }

  private static void markWritten(Affine map, boolean[] isStatic) {
    for (int row = 0; row < map.outputs(); row++) {
      boolean written = map.matrix().rowStart(row) < map.matrix().rowStart(row + 1);
      isStatic[row] &= !written && map.bias(row) == 0;
    }
  }

  /** Whether a projection reads only these coordinates. */
  static boolean reads(Matrix projection, boolean[] coordinates) {
    return IntStream.range(0, projection.nonZeros())
        .allMatch(e -> coordinates[projection.column(e)]);
  }

  /**
   * The same map where the projection is 0 at all tokens but the special ones, if there is one.
   *
   * @param others the tokens at which it becomes 0
   */
  Optional<Affine> withoutOthers(Affine reader, int[] others, TokenSet special) {
    OptionalInt constant = constant(special);
    Matrix.Builder matrix = Matrix.builder(reader.outputs(), reader.inputs());
    double[] bias = reader.biases();
    for (int row = 0; row < reader.outputs(); row++) {
      int r = row;
      copyRow(reader.matrix(), row, matrix);
      double[] seen = Arrays.stream(others).mapToDouble(t -> at(reader.matrix(), r, t)).toArray();
      double common = seen.length == 0 ? 0 : seen[0];
      boolean differ = Arrays.stream(seen).anyMatch(number -> number != common);
      if (differ || (common != 0 && constant.isEmpty())) {
        return Optional.empty();
      }
      if (common != 0) {
        int component = constant.getAsInt();
        matrix.add(row, offset + component, -common / values[special.id(0)][component]);
        bias[row] += common;
      }
    }
    return Optional.of(new Affine(matrix.build(), bias));
  }

  /** A component that is the same number, not 0, at all of these tokens. */
  private OptionalInt constant(TokenSet tokens) {
    if (tokens.size() == 0) {
      return OptionalInt.empty();
    }
    double[] first = values[tokens.id(0)];
    return IntStream.range(0, first.length)
        .filter(c -> first[c] != 0)
        .filter(
            c -> IntStream.range(0, tokens.size()).allMatch(i -> at(tokens.id(i), c) == first[c]))
        .findFirst();
  }

  private double at(int token, int component) {
    return values[token][component];
  }

  /** What a row makes of the projection at a token. */
  private double at(Matrix matrix, int row, int token) {
    double sum = 0;
    for (int e = matrix.rowStart(row); e < matrix.rowStart(row + 1); e++) {
      int component = matrix.column(e) - offset;
      if (component >= 0 && component < values[token].length) {
        sum += matrix.value(e) * values[token][component];
      }
    }
    return sum;
  }

  private static void copyRow(Matrix from, int row, Matrix.Builder to) {
    for (int e = from.rowStart(row); e < from.rowStart(row + 1); e++) {
      to.add(row, from.column(e), from.value(e));
    }
  }
}
