package org.cotsim.simulator.execute.indexed.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.indexed.tree.BoxTree;
import org.cotsim.simulator.execute.indexed.tree.KeySplit;
import org.cotsim.simulator.execute.indexed.tree.PointRows;
import org.cotsim.simulator.execute.indexed.tree.SearchSpace;
import org.cotsim.simulator.model.Affine;
import org.cotsim.simulator.model.Matrix;
import org.cotsim.simulator.model.OutputMap;

/**
 * How the token of largest score is found: many tokens whose scores read the same few columns are
 * searched in a tree of boxes, the others are computed one by one.
 */
public final class OutputPlan {

  private static final int FEWEST_SEARCHED = 128;
  private static final int MOST_COLUMNS = 8; // boxes of more dimensions exclude little

  public final int vocabulary;
  public final int[] direct; // tokens whose scores are computed, ascending
  public final List<Part> searched;

  /** Tokens whose scores are products of the same columns, without a bias. */
  public static final class Part {
    public final int[] columns; // of the residual stream, ascending
    public final int[] tokens; // ascending
    public final double[][] rows; // [tokens][columns]
    public final SearchSpace space;
    public final Optional<PointRows> points; // the rows, if they are two points on circles
    public final BoxTree tree; // of the rows, with the token as value, where they are not

    private Part(OutputMap output, List<Integer> tokens) {
      Matrix matrix = output.map().matrix();
      int first = tokens.get(0);
      this.columns =
          IntStream.range(matrix.rowStart(first), matrix.rowStart(first + 1))
              .map(matrix::column)
              .toArray();
      this.tokens = tokens.stream().mapToInt(Integer::intValue).toArray();
      this.rows = new double[this.tokens.length][columns.length];
      double largest = 0;
      for (int i = 0; i < rows.length; i++) {
        for (int c = 0; c < columns.length; c++) {
          rows[i][c] = matrix.value(matrix.rowStart(this.tokens[i]) + c);
          largest = Math.max(largest, Math.abs(rows[i][c]));
        }
      }
      KeySplit split = KeySplit.ofOneGroup(columns.length, largest);
      this.space = new SearchSpace(split, 1, true, output.tieTolerance());
      this.tree = new BoxTree(space);
      this.points = PointRows.of(rows, this.tokens);
      for (int i = 0; i < rows.length && points.isEmpty(); i++) {
        tree.insert(rows[i], new double[] {this.tokens[i]}, i);
      }
    }

    /** Writes the scores of all tokens of the part, by the operations of the definition. */
    public void addScores(double[] x, double[] scores) {
      for (int i = 0; i < rows.length; i++) {
        double sum = 0;
        for (int c = 0; c < x.length; c++) {
          sum += rows[i][c] * x[c];
        }
        scores[tokens[i]] = sum;
      }
    }
  }

  public OutputPlan(OutputMap output) {
    Affine map = output.map();
    this.vocabulary = map.outputs();
    this.searched = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>(); // by columns
    for (int token = 0; token < vocabulary; token++) {
      Matrix matrix = map.matrix();
      List<Integer> columns =
          IntStream.range(matrix.rowStart(token), matrix.rowStart(token + 1))
              .mapToObj(matrix::column)
              .toList();
      boolean fits = !columns.isEmpty() && columns.size() <= MOST_COLUMNS && map.bias(token) == 0;
      (fits ? groups.computeIfAbsent(columns, c -> new ArrayList<>()) : others).add(token);
    }
    for (List<Integer> tokens : groups.values()) {
      if (tokens.size() >= FEWEST_SEARCHED) {
        searched.add(new Part(output, tokens));
      } else {
        others.addAll(tokens);
      }
    }
    this.direct = others.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
