package org.cotsim.simulator.execute.nd4j;

import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.TokenSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The arg max over scores for many positions at once, with ties and errors found. */
final class Chooser implements AutoCloseable {

  private final DataType type;
  private final double tolerance;
  private final Buffer scores;
  private final Buffer results;
  private TokenSet allowed;
  private INDArray far; // [1, vocabulary], 0 where allowed, far below every score elsewhere

  Chooser(double tolerance, DataType type) {
    this.tolerance = tolerance;
    this.type = type;
    this.scores = new Buffer(type);
    this.results = new Buffer(type);
  }

  /**
   * Chooses for every row.
   *
   * @param all [n, vocabulary], left as it is
   * @param choices [n], filled
   */
  void choose(INDArray all, TokenSet among, int[] choices) {
    allow(among, all.size(1));
    int n = (int) all.size(0);
    INDArray restricted = scores.shaped(n, all.size(1));
    results.shaped(4, n);
    INDArray found = results.at(0, 3, n); // the best token, how many come near, the sum
    Ops.add(all, far, restricted);
    Ops.maxOfRows(restricted, results.at(3L * n, n));
    try (INDArray best = Nd4j.argMax(restricted, 1)) {
      results.at(0, n).assign(best);
    }
    Ops.subtract(restricted, results.at(3L * n, n, 1), restricted);
    Ops.isAbove(restricted, Dense.below(tolerance, type));
    INDArray ones = Nd4j.ones(type, all.size(1));
    Ops.product(restricted, ones, results.at(n, n));
    Ops.product(all, ones, results.at(2L * n, n));
    ones.close();
    decode(found.toDoubleMatrix(), all, choices);
  }

  private void allow(TokenSet among, long vocabulary) {
    if (among.size() == 0) {
      throw new IllegalArgumentException("no token is allowed");
    }
    if (among == allowed) {
      return;
    }
    double[][] row = new double[1][(int) vocabulary];
    java.util.Arrays.fill(row[0], Dense.far(type));
    among.stream().forEach(token -> row[0][token] = 0);
    far = Dense.of(row, type);
    allowed = among;
  }

  private void decode(double[][] found, INDArray all, int[] choices) {
    for (int i = 0; i < choices.length; i++) {
      if (Double.isNaN(found[2][i])) {
        choices[i] = Choices.argMax(Ops.row(all, i), allowed, tolerance);
      } else {
        choices[i] = found[1][i] > 1 ? Session.TIED : (int) found[0][i];
      }
    }
  }

  @Override
  public void close() {
    scores.close();
    results.close();
  }
}
