package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cotsim.benchmarks.onnxruntime.OnnxRuntimeExecutor;
import org.cotsim.simulator.execute.Executor;
import org.cotsim.simulator.execute.NotFiniteException;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.enclosure.EnclosedSequence;
import org.cotsim.simulator.execute.enclosure.EnclosedSequence.Choice;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.nd4j.Nd4jExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Weighting;
import org.junit.jupiter.api.Test;

/** Whatever is rounded, the balls hold it; what is certain is what every executor chooses. */
class EnclosedSequenceTest {

  private static final int MODELS = Integer.getInteger("cotsim.enclosed", 500);
  private static final long SEED = Long.getLong("cotsim.seed", 1);
  private static final int LONGEST = 24;

  private static final List<Arithmetic> ARITHMETICS =
      Stream.of(
              Arithmetic.BINARY64,
              Arithmetic.BINARY32,
              Arithmetic.BINARY16,
              Arithmetic.BFLOAT16,
              Arithmetic.bits(4),
              Arithmetic.bits(7),
              Arithmetic.bits(13),
              Arithmetic.bits(20),
              Arithmetic.bits(33),
              Arithmetic.bits(60))
          .flatMap(arithmetic -> Stream.of(arithmetic, arithmetic.truncating()))
          .toList();

  /** How much the test saw, so that it cannot pass over everything. */
  private record Seen(int certain, int open) {}

  @Test
  void theBallsHoldWhatEveryExecutorComputes() {
    int certain = 0;
    int open = 0;
    for (long seed = SEED; seed < SEED + MODELS; seed++) {
      Seen seen = compare(seed);
      certain += seen.certain();
      open += seen.open();
    }
    assertThat(certain).as("certain choices").isGreaterThan(3 * MODELS);
    assertThat(open).as("choices that are not certain").isGreaterThan(MODELS / 10);
  }

  private static Seen compare(long seed) {
    Random random = new Random(~seed);
    double tolerance = random.nextInt(3) == 0 ? 0 : Math.pow(2, -1 - random.nextInt(30));
    Transformer model = RandomTransformer.of(seed, tolerance, LONGEST);
    Arithmetic one = arithmetic(model, random);
    Arithmetic other = arithmetic(model, random);
    List<Executor> executors = new ArrayList<>();
    executors.add(new ReferenceExecutor(one));
    executors.add(new ReferenceExecutor(other));
    executors.addAll(others(one, seed));
    EnclosedSequence enclosed = new EnclosedSequence(model, List.of(one, other));
    List<Session> sessions = executors.stream().map(e -> e.open(model, 1, LONGEST)).toList();
    int certain = 0;
    for (int i = 0; i < LONGEST; i++) {
      int token = random.nextInt(model.vocabulary().size());
      enclosed.append(token);
      Choice choice = enclosed.choose(model.vocabulary().all());
      certain += choice.isCertain() ? 1 : 0;
      for (int e = 0; e < executors.size(); e++) {
        String what =
            "seed %d, position %d, %s in %s beside %s, %s"
                .formatted(seed, i, executors.get(e).name(), one, other, choice);
        sessions.get(e).append(new int[] {token});
        check(what, model, enclosed, sessions.get(e), choice);
      }
    }
    sessions.forEach(Session::close);
    return new Seen(certain, LONGEST - certain);
  }

  /** Whatever else computes in an arithmetic, those that start slowly for some of the models. */
  private static List<Executor> others(Arithmetic arithmetic, long seed) {
    List<Executor> executors = new ArrayList<>();
    if (arithmetic.equals(Arithmetic.BINARY64)) {
      executors.add(new IndexedExecutor());
    }
    if (arithmetic.equals(Arithmetic.BINARY64) || arithmetic.equals(Arithmetic.BINARY32)) {
      if (seed % 2 == 0) {
        executors.add(new Nd4jExecutor(arithmetic));
      }
      if (seed % 3 == 0) {
        executors.add(new OnnxRuntimeExecutor(arithmetic));
      }
    }
    return executors;
  }

  /** Softmax attention has no wide numbers. */
  private static Arithmetic arithmetic(Transformer model, Random random) {
    Arithmetic drawn = ARITHMETICS.get(random.nextInt(ARITHMETICS.size()));
    boolean softmax =
        model.layers().stream()
            .flatMap(layer -> layer.attention().heads().stream())
            .anyMatch(head -> head.weighting() instanceof Weighting.Softmax);
    return drawn.isWide() && softmax ? Arithmetic.BINARY64 : drawn;
  }

  private static void check(
      String what, Transformer model, EnclosedSequence enclosed, Session session, Choice choice) {
    double[] scores = session.scores(0);
    for (int token = 0; token < scores.length; token++) {
      if (Double.isFinite(enclosed.highest(token))) {
        assertThat(scores[token])
            .as("%s, score of %d", what, token)
            .isBetween(enclosed.lowest(token), enclosed.highest(token));
      }
    }
    if (choice.isCertain()) {
      int[] chosen = new int[1];
      try {
        session.choose(model.vocabulary().all(), chosen);
      } catch (NotFiniteException e) {
        throw new AssertionError(what, e);
      }
      assertThat(chosen[0]).as(what).isEqualTo(choice.token());
    }
  }
}
