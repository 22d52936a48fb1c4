package org.cotsim.simulator.execute.nd4j;

import java.util.Arrays;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.OutputMap;
import org.cotsim.simulator.model.TokenSet;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The arg max over scores for a fixed number of positions, with ties and errors found. */
final class Chooser implements AutoCloseable {

  private final TokenSet allowed;
  private final double tolerance;
  private final INDArray scores; // [n, vocabulary]
  private final INDArray far; // [1, vocabulary], 0 where allowed, far below every score elsewhere
  private final INDArray ones; // [vocabulary]
  private final INDArray restricted; // [n, vocabulary]
  private final INDArray largest; // [n]
  private final INDArray best; // [n]
  private final INDArray found; // [3, n]: the best token, how many come near it, the sum
  private final Plan plan;

  /**
   * A chooser among some tokens.
   *
   * @param scores [n, vocabulary], read in every run and left as they are
   */
  Chooser(
      INDArray scores, TokenSet allowed, OutputMap output, DataType type, OperationTimes times) {
    if (allowed.size() == 0) {
      throw new IllegalArgumentException("no token is allowed");
    }
    this.allowed = allowed;
    this.plan = new Plan(times);
    this.tolerance = output.tieTolerance();
    this.scores = scores;
    long n = scores.size(0);
    long vocabulary = scores.size(1);
    double[][] row = new double[1][(int) vocabulary];
    Arrays.fill(row[0], Dense.far(type));
    allowed.stream().forEach(token -> row[0][token] = 0);
    this.far = Dense.of(row, type);
    this.ones = Nd4j.ones(type, vocabulary);
    this.restricted = Nd4j.create(type, n, vocabulary);
    this.largest = Nd4j.create(type, n);
    this.best = Nd4j.create(DataType.INT64, n);
    this.found = Nd4j.create(type, 3, n);
    prepare(n, type);
  }

  private void prepare(long n, DataType type) {
    INDArray[] rows = new INDArray[3];
    Arrays.setAll(rows, i -> Views.of(found, i * n, new long[] {n}, new long[] {1}));
    plan.add(scores, far, restricted);
    plan.maxOfRows(restricted, largest);
    plan.argMaxOfRows(restricted, best);
    plan.then("assign", () -> rows[0].assign(best));
    plan.subtract(restricted, largest.reshape(n, 1), restricted);
    plan.isAbove(restricted, Dense.below(tolerance, type));
    plan.product(restricted, ones, rows[1]);
    plan.product(scores, ones, rows[2]);
  }

  /** Whether this chooser reads these scores and chooses among these tokens. */
  boolean serves(INDArray wantedScores, TokenSet wanted) {
    return scores == wantedScores
        && (allowed == wanted
            || Arrays.equals(allowed.stream().toArray(), wanted.stream().toArray()));
  }

  /** Chooses for every row; {@code choices} of length n is filled. */
  void choose(int[] choices) {
    plan.run();
    double[] numbers = Views.all(found); // the only transfer
    int n = choices.length;
    for (int i = 0; i < n; i++) {
      if (Double.isNaN(numbers[2 * n + i])) {
        choices[i] = Choices.argMax(Views.row(scores, i), allowed, tolerance);
      } else {
        choices[i] = numbers[n + i] > 1 ? Session.TIED : (int) numbers[i];
      }
    }
  }

  @Override
  public void close() {
    plan.close();
    for (INDArray array : new INDArray[] {far, ones, restricted, largest, best, found}) {
      array.close();
    }
  }
}
