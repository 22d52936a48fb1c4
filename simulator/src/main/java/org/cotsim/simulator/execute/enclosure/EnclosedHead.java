package org.cotsim.simulator.execute.enclosure;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.model.Head;
import org.cotsim.simulator.model.Weighting;

/**
 * One head of one sequence on balls.
 *
 * <p>Where it is not certain which positions a saturated head attends to, the mean lies between the
 * least and the largest value of those that it may.
 */
final class EnclosedHead {

  private final Head head;
  private final Roundings roundings;
  private final BallPositionWise at;
  private final BallSum sum;
  private final List<Balls> keys = new ArrayList<>(); // [length]
  private final List<Balls> values = new ArrayList<>(); // [length]
  private Margin latest = Margin.NONE;

  EnclosedHead(Head head, Roundings roundings) {
    this.head = head;
    this.roundings = roundings;
    this.at = new BallPositionWise(roundings);
    this.sum = new BallSum(roundings);
  }

  /** How safe the choice of positions was at the last position. */
  Margin latest() {
    return latest;
  }

  /** What the head adds to the stream at the next position. */
  Balls attend(Balls x) {
    keys.add(at.apply(head.key(), x));
    values.add(at.apply(head.value(), x));
    int visible = head.mask().visible(keys.size());
    latest = Margin.NONE;
    if (visible == 0) {
      return at.apply(head.output(), Balls.zeros(head.valueSize()));
    }
    Balls scores = scores(at.apply(head.query(), x), visible);
    Balls mixed =
        head.weighting() instanceof Weighting.Saturated saturated
            ? saturated(scores, saturated.tolerance())
            : softmax(scores, ((Weighting.Softmax) head.weighting()).inverseTemperature());
    return at.apply(head.output(), mixed);
  }

  private Balls scores(Balls query, int visible) {
    Balls scores = Balls.zeros(visible);
    for (int j = 0; j < visible; j++) {
      Balls key = keys.get(j);
      sum.clear();
      for (int c = 0; c < key.size(); c++) {
        sum.add(query.mid()[c], query.rad()[c], key.mid()[c], key.rad()[c]);
      }
      sum.writeTo(scores, j);
    }
    return scores;
  }

  private Balls saturated(Balls scores, double tolerance) {
    Largest largest = Largest.of(scores);
    double edge = tolerance == 0 ? 0 : roundings.unit() * (Math.abs(largest.mid()) + tolerance);
    boolean alone = isAlone(scores, largest.at());
    boolean[] inside = new boolean[scores.size()];
    boolean[] open = new boolean[scores.size()];
    boolean certain = true;
    for (int j = 0; j < scores.size(); j++) {
      double over = scores.mid()[j] - largest.mid() + tolerance; // at least 0 if attended to
      inside[j] = over >= 0;
      if (alone && j == largest.at()) {
        continue; // whatever the scores are, the largest is attended to
      }
      double noise = scores.rad()[j] + edge + (inside[j] ? largest.up() : largest.down());
      Margin margin = new Margin(Math.abs(over), noise);
      open[j] = !margin.holds() && !(inside[j] && noise <= over);
      certain &= !open[j];
      latest = noise == 0 && over == 0 ? latest : latest.or(margin);
    }
    return certain ? mean(inside) : hull(inside, open);
  }

  /**
   * The largest of several scores.
   *
   * @param at the one with the largest centre
   * @param mid its centre
   * @param up how far the largest may lie above that
   * @param down how far it may lie below
   */
  private record Largest(int at, double mid, double up, double down) {

    static Largest of(Balls scores) {
      int best = 0;
      double above = Double.NEGATIVE_INFINITY;
      double below = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < scores.size(); j++) {
        best = scores.mid()[j] > scores.mid()[best] ? j : best;
        above = Math.max(above, scores.mid()[j] + scores.rad()[j]);
        below = Math.max(below, scores.mid()[j] - scores.rad()[j]);
      }
      double mid = scores.mid()[best];
      return new Largest(best, mid, above - mid, mid - below);
    }
  }

  /** Whether no other score can be the largest. */
  private static boolean isAlone(Balls scores, int best) {
    double below = scores.mid()[best] - scores.rad()[best];
    for (int j = 0; j < scores.size(); j++) {
      if (j != best && !(scores.mid()[j] + scores.rad()[j] < below)) {
        return false;
      }
    }
    return true;
  }

  private Balls mean(boolean[] inside) {
    Balls mean = Balls.zeros(head.valueSize());
    int count = 0;
    for (boolean one : inside) {
      count += one ? 1 : 0;
    }
    for (int c = 0; c < mean.size(); c++) {
      sum.clear();
      for (int j = 0; j < inside.length; j++) {
        if (inside[j]) {
          sum.add(values.get(j).mid()[c], values.get(j).rad()[c]);
        }
      }
      sum.writeTo(mean, c);
      divide(mean, c, count);
    }
    return mean;
  }

  private void divide(Balls mean, int c, int count) {
    double total = mean.mid()[c];
    double radius = mean.rad()[c];
    double quotient = total / count;
    boolean exact =
        count == 1
            || (radius == 0
                && Math.fma(quotient, count, -total) == 0
                && roundings.isExact(quotient));
    double rounding =
        exact ? 0 : roundings.operations(3) * (Math.abs(total) + radius) / count + roundings.tiny();
    mean.mid()[c] = quotient;
    mean.rad()[c] = Roundings.up(radius / count + rounding);
  }

  private Balls hull(boolean[] inside, boolean[] open) {
    Balls hull = Balls.zeros(head.valueSize());
    int most = 0;
    for (int j = 0; j < inside.length; j++) {
      most += inside[j] || open[j] ? 1 : 0;
    }
    for (int c = 0; c < hull.size(); c++) {
      double least = Double.POSITIVE_INFINITY;
      double largest = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < inside.length; j++) {
        if (inside[j] || open[j]) {
          least = Math.min(least, values.get(j).mid()[c] - values.get(j).rad()[c]);
          largest = Math.max(largest, values.get(j).mid()[c] + values.get(j).rad()[c]);
        }
      }
      double size = Math.max(Math.abs(least), Math.abs(largest));
      double rounding = roundings.operations(most + 3) * size + roundings.tiny();
      double radius = Roundings.up((largest - least) / 2 + rounding);
      if (size * most + radius <= roundings.largest()) {
        hull.mid()[c] = (least + largest) / 2;
        hull.rad()[c] = radius;
      } else {
        hull.forget(c);
      }
    }
    return hull;
  }

  /** Weights are known up to a common factor, which the division takes out. */
  private Balls softmax(Balls scores, double beta) {
    int n = scores.size();
    double largest = Double.NEGATIVE_INFINITY;
    double widest = 0;
    for (int j = 0; j < n; j++) {
      largest = Math.max(largest, scores.mid()[j]);
      widest = Math.max(widest, scores.rad()[j]);
    }
    double[] weights = new double[n];
    double[] errors = new double[n];
    double total = 0;
    double error = 0;
    for (int j = 0; j < n; j++) {
      double below = largest - scores.mid()[j];
      weights[j] = Math.exp(-beta * below);
      double exponent =
          beta * scores.rad()[j]
              + roundings.operations(3) * beta * (below + scores.rad()[j] + 2 * widest);
      double relative = Math.expm1(exponent) + roundings.operations(3) * Math.exp(exponent);
      errors[j] =
          Roundings.up(
              weights[j] * relative + 2 * roundings.smallestNormal() * Math.exp(2 * beta * widest));
      total += weights[j];
      error += errors[j];
    }
    Balls mixed = Balls.zeros(head.valueSize());
    for (int c = 0; c < mixed.size(); c++) {
      mix(mixed, c, weights, errors, total, Roundings.up(error));
    }
    return mixed;
  }

  private void mix(
      Balls mixed, int c, double[] weights, double[] errors, double total, double error) {
    double weighed = 0;
    for (int j = 0; j < weights.length; j++) {
      weighed += weights[j] * values.get(j).mid()[c];
    }
    double mean = weighed / total;
    double off = 0;
    double size = 0;
    for (int j = 0; j < weights.length; j++) {
      double value = values.get(j).mid()[c];
      double radius = values.get(j).rad()[c];
      off += errors[j] * Math.abs(value - mean) + (weights[j] + errors[j]) * radius;
      size += (weights[j] + errors[j]) * (Math.abs(value) + radius);
    }
    double least = total - error;
    double radius =
        Roundings.up(
            (off + roundings.operations(2.0 * weights.length + 3) * size) / least
                + roundings.tiny());
    if (least > 0 && size <= roundings.largest() && radius < Double.POSITIVE_INFINITY) {
      mixed.mid()[c] = mean;
      mixed.rad()[c] = radius;
    } else {
      mixed.forget(c);
    }
  }
}
