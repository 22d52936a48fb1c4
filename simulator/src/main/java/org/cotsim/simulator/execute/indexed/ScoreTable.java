package org.cotsim.simulator.execute.indexed;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.TokenSet;

/** The scores of all tokens after one token: constants, and the few that vary. */
final class ScoreTable {

  private final double[] constants; // [vocabulary]
  private final int[] varying; // tokens, ascending
  private final int[] registers; // [varying]
  private volatile Choice all;
  private volatile Choice latest;

  ScoreTable(Value[] scores) {
    this.constants = Arrays.stream(scores).mapToDouble(v -> v.isConstant() ? v.low : 0).toArray();
    this.varying = IntStream.range(0, scores.length).filter(t -> !scores[t].isConstant()).toArray();
    this.registers = IntStream.of(varying).map(t -> scores[t].register).toArray();
  }

  double[] scores(double[] r) {
    double[] scores = constants.clone();
    for (int i = 0; i < varying.length; i++) {
      scores[varying[i]] = r[registers[i]];
    }
    return scores;
  }

  /** The arg max among the allowed tokens, as {@code Choices.argMax}. */
  int choose(TokenSet allowed, double tolerance, double[] r) {
    return choice(allowed).choose(tolerance, r);
  }

  private Choice choice(TokenSet allowed) {
    boolean isAll = allowed.size() == constants.length;
    Choice known = isAll ? all : latest;
    if (known == null || (!isAll && known.allowed != allowed)) {
      known = new Choice(allowed);
      if (isAll) {
        all = known;
      } else {
        latest = known;
      }
    }
    return known;
  }

  /** What is known of the arg max among some tokens before the varying scores are. */
  private final class Choice {
    private final TokenSet allowed;
    private final int[] tokens; // the varying ones
    private final int[] places; // their registers
    private int best; // of the constant ones
    private double largest = Double.NEGATIVE_INFINITY;
    private double second = Double.NEGATIVE_INFINITY;

    Choice(TokenSet allowed) {
      if (allowed.size() == 0) {
        throw new IllegalArgumentException("no token is allowed");
      }
      this.allowed = allowed;
      int[] among = IntStream.range(0, varying.length).filter(this::allows).toArray();
      this.tokens = IntStream.of(among).map(i -> varying[i]).toArray();
      this.places = IntStream.of(among).map(i -> registers[i]).toArray();
      this.best = allowed.id(0);
      for (int i = 0; i < allowed.size(); i++) {
        int token = allowed.id(i);
        if (Arrays.binarySearch(varying, token) < 0) {
          add(token, constants[token]);
        }
      }
    }

    private boolean allows(int i) {
      return allowed.contains(varying[i]);
    }

    private void add(int token, double score) {
      if (score > largest) {
        second = largest;
        largest = score;
        best = token;
      } else {
        second = Math.max(second, score);
      }
    }

    int choose(double tolerance, double[] r) {
      int chosen = best;
      double first = largest;
      double next = second;
      for (int i = 0; i < tokens.length; i++) {
        double score = r[places[i]];
        if (score > first) {
          next = first;
          first = score;
          chosen = tokens[i];
        } else if (score > next) {
          next = score;
        } else if (Double.isNaN(score)) {
          throw new ArithmeticException("the score of token " + tokens[i] + " is not a number");
        }
      }
      return allowed.size() > 1 && next >= first - tolerance ? Session.TIED : chosen;
    }
  }
}
