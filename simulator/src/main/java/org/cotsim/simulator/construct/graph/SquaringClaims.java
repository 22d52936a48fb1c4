package org.cotsim.simulator.construct.graph;

import java.util.List;
import org.cotsim.simulator.assemble.RoundingError;
import org.cotsim.simulator.assemble.ScoreClaim;
import org.cotsim.simulator.assemble.UniformAverage;
import org.cotsim.simulator.model.Arithmetic;

/**
 * What squaring at width O(V) relies on.
 *
 * <p>One-hots are read without rounding. A row is read by its direction: its flags are off by a
 * relative error, the coordinates that are 0 by what the mean of the norm leaves.
 *
 * @param vertices V
 * @param edges the most edges of an input, at least 1
 * @param ways 1 if edges are directed, else 2
 */
record SquaringClaims(int vertices, int loops, int edges, int ways, Arithmetic arithmetic) {

  static final double UNIT_GAP = 0.5; // of one-hots, to the start token
  static final double OUTPUT_TOLERANCE = 0.25;

  /** Half of the least score of a vertex in a row, to the start token. */
  double rowGap() {
    return 1 / (2 * Math.sqrt(vertices));
  }

  /**
   * The least coordinate of the direction of a mean of up to V unit vectors, each with up to V
   * equal coordinates: its norm is at most 1.
   */
  double leastShare() {
    return 1 / (vertices * Math.sqrt(vertices));
  }

  /** The same of the vertex itself and a mean over up to E edges, one for each way: norm 1 each. */
  double leastEdge() {
    return 1 / ((1.0 + ways) * edges);
  }

  List<ScoreClaim> all() {
    RoundingError errors = RoundingError.in(arithmetic);
    double own = ownRow(errors);
    double noise = own + 3 * errors.operations(vertices + loops + 4.0) * (1 + own); // scores to 3
    return List.of(
        unit("edges"),
        UniformAverage.claim("source", errors),
        UniformAverage.claim("target", errors),
        new ScoreClaim("flags of edges", leastEdge(), edgeNoise(errors), leastEdge() / 2),
        unit("own row"),
        new ScoreClaim("rows reached", rowGap(), noise, rowGap() / 2),
        new ScoreClaim("flags of rows", leastShare(), shareNoise(errors), leastShare() / 2),
        new ScoreClaim("answer", rowGap(), noise, rowGap() / 2),
        new ScoreClaim("output", OUTPUT_TOLERANCE * 2, 0, OUTPUT_TOLERANCE));
  }

  /** Scores that are sums of flags have no rounding error. */
  private static ScoreClaim unit(String name) {
    return new ScoreClaim(name, UNIT_GAP, 0, UNIT_GAP / 2);
  }

  /**
   * The relative error of a flag after all loops: both of its hidden units begin with the same
   * product, of up to 2 / least, from which each takes its own constant.
   */
  private double flag(RoundingError errors) {
    double steepest = 2 / Math.min(leastEdge(), leastShare());
    return 2 * errors.operations(1) * (steepest + 2) + errors.operations(loops + 3.0);
  }

  /** The error of a row as it is fetched, summed up over the loops and read once more. */
  private double ownRow(RoundingError errors) {
    double read = direction(flag(errors)) + errors.direction(vertices);
    return direction(read + errors.operations(loops + 2.0)) + errors.direction(vertices);
  }

  /** The error of a direction for a relative error of the vector (Dunkl and Williams 1964). */
  private static double direction(double error) {
    return error < 1 ? error / (1 - error) : Double.POSITIVE_INFINITY;
  }

  private double edgeNoise(RoundingError errors) {
    double relative = errors.operations(ways + 4.0) + errors.direction(vertices);
    return errors.absent(vertices) + leastEdge() * relative;
  }

  /** A mean of rows is at least 1 / sqrt(V) long, so that reading it enlarges errors by sqrt(V). */
  private double shareNoise(RoundingError errors) {
    double root = Math.sqrt(vertices);
    double absent = errors.absent(vertices);
    double relative =
        2 * (direction(flag(errors)) + root * absent + errors.direction(vertices))
            + errors.operations(vertices + loops + 4.0);
    return 2 * (root + 1) * absent + leastShare() * relative;
  }
}
