package org.cotsim.simulator.execute.enclosure;

import java.util.ArrayList;
import java.util.List;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.RoundedWeights;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Layer;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/**
 * One sequence of tokens that grows, run on balls that hold the numbers of every executor in every
 * one of several arithmetics: a choice that is certain is the choice of all of them.
 *
 * <p>What is taken for granted of an executor: it computes the operations of the definition, each
 * rounded once or fused with the next, sums in any order, values summed before they are divided by
 * the sum of the weights. Time: that of the reference executor, some ten times over. Source of the
 * idea: running error analysis (J. H. Wilkinson; N. J. Higham, "Accuracy and Stability of Numerical
 * Algorithms", section 3.3).
 */
public final class EnclosedSequence {

  private final Transformer model;
  private final Roundings roundings;
  private final BallPositionWise at;
  private final List<List<EnclosedHead>> heads = new ArrayList<>(); // [layers][heads]
  private Balls last;
  private Balls scores = Balls.zeros(0); // [vocabulary]
  private int length;

  /**
   * What all of them choose.
   *
   * @param token the token of largest score, or {@link Session#TIED}
   * @param margin how safe that is
   */
  public record Choice(int token, Margin margin) {

    /** Whether every executor in every arithmetic makes this choice. */
    public boolean isCertain() {
      return margin.holds();
    }
  }

  /**
   * A sequence without tokens.
   *
   * @param arithmetics at least one
   * @throws org.cotsim.simulator.execute.NotFiniteException if a weight is too large for one
   */
  public EnclosedSequence(Transformer model, List<Arithmetic> arithmetics) {
    arithmetics.forEach(arithmetic -> RoundedWeights.of(model, arithmetic));
    this.model = model;
    this.roundings = Roundings.in(arithmetics);
    this.at = new BallPositionWise(roundings);
    this.last = Balls.zeros(model.width());
    for (Layer layer : model.layers()) {
      heads.add(
          layer.attention().heads().stream()
              .map(head -> new EnclosedHead(head, roundings))
              .toList());
    }
  }

  /** How many tokens there are. */
  public int length() {
    return length;
  }

  /** Appends a token. */
  public void append(int token) {
    Balls stream = at.embed(model, token, length, last);
    for (int l = 0; l < model.layers().size(); l++) {
      Layer layer = model.layers().get(l);
      if (!heads.get(l).isEmpty()) {
        Balls x = at.normalise(layer.attention().norm(), token, stream);
        stream = at.plus(stream, heads.get(l).stream().map(head -> head.attend(x)).toList());
      }
      stream = at.feedForward(layer.feedForward(), token, stream);
    }
    length++;
    last = stream;
    scores = at.apply(model.output().map(), stream);
  }

  /** How safe each head's choice of positions was at the last position, [layers][heads]. */
  public List<List<Margin>> margins() {
    return heads.stream().map(layer -> layer.stream().map(EnclosedHead::latest).toList()).toList();
  }

  /** No executor's score of a token is lower. */
  public double lowest(int token) {
    return scores.mid()[token] - scores.rad()[token];
  }

  /** No executor's score of a token is higher. */
  public double highest(int token) {
    return scores.mid()[token] + scores.rad()[token];
  }

  /** Chooses the next token, at least one of which is allowed. */
  public Choice choose(TokenSet allowed) {
    double tolerance = model.output().tieTolerance();
    int first = best(allowed, -1);
    if (allowed.size() == 1) {
      return new Choice(first, Margin.NONE);
    }
    double edge = tolerance == 0 ? 0 : roundings.unit() * (size(first) + tolerance);
    double widest = allowed.stream().mapToDouble(token -> scores.rad()[token]).max().orElseThrow();
    double ahead = scores.mid()[first] - scores.mid()[best(allowed, first)];
    Margin tied = new Margin(tolerance - ahead, scores.rad()[first] + widest + edge);
    if (tied.holds()) {
      return new Choice(Session.TIED, tied);
    }
    Margin margin =
        allowed.stream()
            .filter(token -> token != first)
            .mapToObj(token -> margin(first, token, tolerance, edge))
            .reduce(Margin.NONE, Margin::or);
    return new Choice(first, margin);
  }

  private Margin margin(int first, int token, double tolerance, double edge) {
    return new Margin(
        scores.mid()[first] - scores.mid()[token] - tolerance,
        scores.rad()[first] + scores.rad()[token] + edge);
  }

  private double size(int token) {
    return Math.abs(scores.mid()[token]);
  }

  private int best(TokenSet allowed, int without) {
    int best = -1;
    for (int i = 0; i < allowed.size(); i++) {
      int token = allowed.id(i);
      if (token != without && (best < 0 || scores.mid()[token] > scores.mid()[best])) {
        best = token;
      }
    }
    return best;
  }
}
