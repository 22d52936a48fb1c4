package org.cotsim.benchmarks.experiment.divergence;

import java.util.Optional;
import org.cotsim.simulator.assemble.Assembly;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.NotFiniteException;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ObservedExecutor;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;

/** Two sides decode the same prompt, step by step, until they part. */
final class SeenRun {

  private static final int NOT_A_NUMBER = -2;

  private final Assembly assembly;
  private final Transformer model;
  private final TokenSet all;
  private final Attending[] attending = {new Attending(), new Attending()};
  private final boolean showsHeads;
  private final Executor[] executors = new Executor[2];
  private Optional<Place> head = Optional.empty();
  private int tokens;
  private Optional<Parting> parting = Optional.empty();

  SeenRun(Assembly assembly, Side one, Side other) {
    this.assembly = assembly;
    this.model = assembly.model();
    this.all = model.vocabulary().all();
    this.showsHeads = one.showsHeads() && other.showsHeads();
    executors[0] = showsHeads ? watched(one, attending[0]) : one.executor();
    executors[1] = showsHeads ? watched(other, attending[1]) : other.executor();
  }

  private static Executor watched(Side side, Attending attending) {
    return new ObservedExecutor(side.arithmetic(), attending);
  }

  /** The tokens on which both agreed. */
  int tokens() {
    return tokens;
  }

  Optional<Parting> parting() {
    return parting;
  }

  void run(int[] prompt, int most) {
    try (Session one = executors[0].open(model, 1, prompt.length + most);
        Session other = executors[1].open(model, 1, prompt.length + most)) {
      for (int i = 0; i < prompt.length; i++) {
        append(one, other, prompt[i], i);
      }
      while (tokens < most) {
        int position = prompt.length + tokens - 1;
        int said = choice(one);
        int otherSaid = choice(other);
        if (said != otherSaid) {
          parting = Optional.of(parting(one, other, said, otherSaid, position));
          return;
        }
        tokens++;
        if (isEnd(said)) {
          return;
        }
        if (tokens < most) {
          append(one, other, said, position + 1);
        }
      }
    }
  }

  private void append(Session one, Session other, int token, int position) {
    one.append(new int[] {token});
    other.append(new int[] {token});
    if (showsHeads && head.isEmpty()) {
      int[] place = attending[0].firstOther(attending[1]);
      if (place.length > 0) {
        head = Optional.of(Place.head(assembly.blueprint(), place[0], place[1], position));
      }
    }
  }

  private boolean isEnd(int choice) {
    return isEnd(model, choice);
  }

  /** Whether decoding ends with a choice: an answer, a tie, or what is no number. */
  static boolean isEnd(Transformer model, int choice) {
    return choice < 0 || model.vocabulary().token(choice).role() == Token.Role.ANSWER;
  }

  private int choice(Session session) {
    int[] choice = new int[1];
    try {
      session.choose(all, choice);
      return choice[0];
    } catch (NotFiniteException e) {
      return NOT_A_NUMBER;
    }
  }

  private Parting parting(Session one, Session other, int said, int otherSaid, int position) {
    return new Parting(
        tokens + 1,
        position,
        text(said),
        text(otherSaid),
        lead(one.scores(0)),
        lead(other.scores(0)),
        head);
  }

  private String text(int choice) {
    return switch (choice) {
      case Session.TIED -> "a tie";
      case NOT_A_NUMBER -> "not a number";
      default -> model.vocabulary().token(choice).text();
    };
  }

  /** How far the best score is ahead of the next. */
  private static double lead(double[] scores) {
    double best = Double.NEGATIVE_INFINITY;
    double next = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      next = Math.max(next, Math.min(best, score));
      best = Math.max(best, score);
    }
    return best - next;
  }
}
