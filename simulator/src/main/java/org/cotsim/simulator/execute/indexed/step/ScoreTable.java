package org.cotsim.simulator.execute.indexed.step;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Choices;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.plan.OutputPlan;
import org.cotsim.simulator.execute.indexed.plan.SymbolicTrace;
import org.cotsim.simulator.execute.indexed.plan.TracedNumber;
import org.cotsim.simulator.model.TokenSet;

/** The scores of all tokens after one token: constants, the few that vary, and searched parts. */
final class ScoreTable {

  private final OutputPlan output;
  private final double[] constants; // [direct]
  private final int[] varying; // places among the direct tokens, ascending
  private final int[] registers; // [varying]
  private final List<RegisterVector> searched; // [parts]
  private volatile Choice all;
  private volatile Choice latest;

  ScoreTable(SymbolicTrace trace, OutputPlan output) {
    TracedNumber[] scores = trace.scores;
    this.output = output;
    this.constants = Arrays.stream(scores).mapToDouble(v -> v.isConstant() ? v.low : 0).toArray();
    this.varying = IntStream.range(0, scores.length).filter(i -> !scores[i].isConstant()).toArray();
    this.registers = IntStream.of(varying).map(i -> scores[i].register).toArray();
    this.searched = trace.searched.stream().map(RegisterVector::new).toList();
  }

  /** Whether all that vary are in registers. */
  boolean isDirect() {
    return searched.isEmpty();
  }

  /** The registers that decide the scores. */
  int[] reads() {
    return IntStream.concat(
            IntStream.of(registers),
            searched.stream().flatMapToInt(vector -> IntStream.of(vector.registers())))
        .toArray();
  }

  /** The scores of all tokens, [vocabulary]. */
  double[] scores(SequenceState sequence) {
    double[] scores = new double[output.vocabulary];
    for (int i = 0; i < constants.length; i++) {
      scores[output.direct[i]] = constants[i];
    }
    for (int i = 0; i < varying.length; i++) {
      scores[output.direct[varying[i]]] = sequence.registers[registers[i]];
    }
    for (int p = 0; p < searched.size(); p++) {
      output.searched.get(p).addScores(searched.get(p).filled(sequence.registers), scores);
    }
    return scores;
  }

  /** The arg max among the allowed tokens, as {@code Choices.argMax}. */
  int choose(TokenSet allowed, double tolerance, SequenceState sequence) {
    boolean isAll = allowed.size() == output.vocabulary;
    if (!isAll && !searched.isEmpty() && holdsSearched(allowed)) {
      return Choices.argMax(scores(sequence), allowed, tolerance);
    }
    Choice choice = choice(allowed, isAll);
    if (isAll && !searched.isEmpty() && !search(sequence)) {
      return Choices.argMax(scores(sequence), allowed, tolerance);
    }
    return choice.choose(tolerance, sequence.registers, isAll ? sequence.searches : NO_SEARCHES);
  }

  private static final OutputSearch[] NO_SEARCHES = {};

  private boolean holdsSearched(TokenSet allowed) {
    return allowed.stream().anyMatch(token -> Arrays.binarySearch(output.direct, token) < 0);
  }

  /** Searches all parts; answers false if one of them reads what is not a finite number. */
  private boolean search(SequenceState sequence) {
    for (int p = 0; p < sequence.searches.length; p++) {
      OutputSearch search = sequence.searches[p];
      searched.get(p).fill(sequence.registers, search.x);
      if (!search.isFinite()) {
        return false;
      }
      search.run();
    }
    return true;
  }

  private Choice choice(TokenSet allowed, boolean isAll) {
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

  /** What is known of the arg max among some direct tokens before the varying scores are. */
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
      int[] among =
          IntStream.range(0, varying.length)
              .filter(i -> allowed.contains(output.direct[varying[i]]))
              .toArray();
      this.tokens = IntStream.of(among).map(i -> output.direct[varying[i]]).toArray();
      this.places = IntStream.of(among).map(i -> registers[i]).toArray();
      this.best = allowed.id(0);
      for (int i = 0; i < constants.length; i++) {
        if (allowed.contains(output.direct[i]) && Arrays.binarySearch(varying, i) < 0) {
          add(output.direct[i], constants[i]);
        }
      }
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

    int choose(double tolerance, double[] r, OutputSearch[] searches) {
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
      for (OutputSearch search : searches) {
        if (search.largest() > first) {
          next = Math.max(first, search.second());
          first = search.largest();
          chosen = search.best();
        } else {
          next = Math.max(next, search.largest());
        }
      }
      return allowed.size() > 1 && next >= first - tolerance ? Session.TIED : chosen;
    }
  }
}
