package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.decode.Verifier;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoding and verification on the executor. */
interface DecodingContract extends Subject {

  Vocabulary TOKENS =
      Tiny.vocabulary(
          Token.Role.START,
          Token.Role.THINK,
          Token.Role.STEP,
          Token.Role.ANSWER,
          Token.Role.ANSWER);
  int STEP = 2;
  int NO = 3;
  int YES = 4;

  /** Thinks three steps and says yes; its best guess on the way is no, no, yes. */
  Transformer THINKER =
      Tiny.script(
          TOKENS,
          new double[][] {
            {0, 0, 0, 0, 0},
            {0, 0, 9, 2, 1},
            {0, 0, 9, 2, 1},
            {0, 0, 9, 1, 2},
            {0, 0, 3, 2, 9},
            {0, 0, 0, 0, 0}
          });

  /** Cannot choose between yes and no when forced, and ties altogether after one step. */
  Transformer WAVERER =
      Tiny.script(
          TOKENS,
          new double[][] {{0, 0, 0, 0, 0}, {0, 0, 9, 2, 2}, {0, 0, 7, 1, 7}, {1, 0, 0, 0, 0}});

  private List<Decoding> decode(Transformer model, int[][] prompts, long... budgets) {
    long[][] each = new long[prompts.length][];
    Arrays.fill(each, budgets);
    return new Decoder(model, executor()).decode(prompts, each);
  }

  @Test
  default void oneRunServesSeveralBudgets() {
    Decoding decoding = decode(THINKER, new int[][] {{0, 1}}, 0, 4, 2, 1, 3).get(0);
    assertThat(decoding.chain()).containsExactly(STEP, STEP, STEP);
    assertThat(decoding.outcomes())
        .containsExactly(
            new Outcome.BudgetSpent(0, NO),
            new Outcome.Answered(3, YES),
            new Outcome.BudgetSpent(2, YES),
            new Outcome.BudgetSpent(1, NO),
            new Outcome.Answered(3, YES));
  }

  @Test
  default void aBatchHasOneBudgetPerSequenceAndStopsEachByItself() {
    int[][] prompts = {{0, 1}, {0, 1}, {0, 1}, {0, 1}};
    long[][] budgets = {{2, 2, 0}, {9}, {0}, {3, 1}};
    List<Decoding> decodings = new Decoder(THINKER, executor()).decode(prompts, budgets);
    assertThat(decodings.stream().map(Decoding::steps)).containsExactly(2, 3, 0, 3);
    assertThat(decodings.get(0).outcomes())
        .containsExactly(
            new Outcome.BudgetSpent(2, YES),
            new Outcome.BudgetSpent(2, YES),
            new Outcome.BudgetSpent(0, NO));
    assertThat(decodings.get(1).outcome()).isEqualTo(new Outcome.Answered(3, YES));
    assertThat(decodings.get(2).outcome()).isEqualTo(new Outcome.BudgetSpent(0, NO));
    assertThat(decodings.get(3).outcomes())
        .containsExactly(new Outcome.Answered(3, YES), new Outcome.BudgetSpent(1, NO));
  }

  @Test
  default void anAnswerThatRunsOnIsStopped() {
    Vocabulary writes =
        Tiny.vocabulary(Token.Role.START, Token.Role.STEP, Token.Role.OUTPUT, Token.Role.ANSWER);
    double[][] rows = new double[9][];
    Arrays.fill(rows, new double[] {0, 1, 2, 0}); // writes for ever
    Decoding decoding = decode(Tiny.script(writes, rows), new int[][] {{0}}, 0).get(0);
    assertThat(decoding.steps()).isZero();
    assertThat(decoding.output()).containsExactly(2, 2, 2);
    assertThat(decoding.outcome()).isEqualTo(new Outcome.RanOn(0, 3));
  }

  @Test
  default void longChainsAreKeptWhole() {
    int length = 600;
    double[][] rows = new double[length + 2][];
    Arrays.setAll(rows, i -> new double[] {0, 0, i % 3 == 0 ? 9 : 1, i % 3 == 0 ? 1 : 9, 5, 4});
    Vocabulary twoSteps =
        Tiny.vocabulary(
            Token.Role.START,
            Token.Role.THINK,
            Token.Role.STEP,
            Token.Role.STEP,
            Token.Role.ANSWER,
            Token.Role.ANSWER);
    Transformer model = Tiny.script(twoSteps, rows);
    int[] expected = IntStream.range(0, length).map(i -> (i + 1) % 3 == 0 ? 2 : 3).toArray();
    for (Decoding decoding : decode(model, new int[][] {{0, 1}, {1, 0}, {0, 0}}, length)) {
      assertThat(decoding.chain()).containsExactly(expected);
    }
  }

  @Test
  default void tiesAreOutcomes() {
    Decoding decoding = decode(WAVERER, new int[][] {{0, 1}}, 0, 2).get(0);
    assertThat(decoding.chain()).containsExactly(STEP);
    assertThat(decoding.outcomes())
        .containsExactly(
            new Outcome.Tied(0, List.of(NO, YES)), new Outcome.Tied(1, List.of(STEP, YES)));
  }

  @Test
  default void aBudgetOfNothingForcesAnAnswerAtOnce() {
    Decoding decoding = new Decoder(THINKER, executor()).decode(new int[] {0, 1}, 0);
    assertThat(decoding.steps()).isZero();
    assertThat(decoding.outcome()).isEqualTo(new Outcome.BudgetSpent(0, NO));
  }

  @Test
  default void verificationAcceptsJustWhatDecodingYields() {
    Verifier verifier = new Verifier(THINKER, executor());
    int[][] continuations = {
      {STEP, STEP, STEP, YES}, {STEP, STEP, YES}, {STEP, STEP, STEP, NO}, {NO}, {}
    };
    int[][] prompts = new int[continuations.length][];
    Arrays.fill(prompts, new int[] {0, 1});
    assertThat(verifier.firstDifferences(prompts, continuations))
        .containsExactly(
            OptionalInt.empty(),
            OptionalInt.of(2),
            OptionalInt.of(3),
            OptionalInt.of(0),
            OptionalInt.empty());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  default void decodingAndVerificationAgreeWithTheDefinition(long seed) {
    int steps = 12;
    Transformer model = RandomTransformer.of(seed, tolerance(), 8 + steps);
    Random random = new Random(seed);
    Conditioning conditioning = new Conditioning(model, definition(), bound());
    List<int[]> good = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int[] prompt = random.ints(8, 0, model.vocabulary().size()).toArray();
      int[] chain = new Decoder(model, definition()).decode(prompt, steps).chain();
      int[] whole = Arrays.copyOf(prompt, prompt.length + chain.length);
      System.arraycopy(chain, 0, whole, prompt.length, chain.length);
      if (conditioning.isGood(whole)) {
        good.add(prompt);
      }
    }
    if (good.isEmpty()) {
      return; // RandomModelContract sees to it that such seeds are few
    }
    int[][] prompts = good.toArray(int[][]::new);
    List<Decoding> found = decode(model, prompts, 0, 3, steps);
    int[][] chains = new int[prompts.length][];
    for (int b = 0; b < prompts.length; b++) {
      chains[b] = new Decoder(model, definition()).decode(prompts[b], steps).chain();
      assertThat(found.get(b).chain()).as("prompt %d", b).isEqualTo(chains[b]);
      for (int i = 0; i < 3; i++) {
        long budget = new long[] {0, 3, steps}[i];
        assertThat(found.get(b).outcomes().get(i))
            .as("prompt %d, budget %d", b, budget)
            .isEqualTo(new Decoder(model, definition()).decode(prompts[b], budget).outcome());
      }
    }
    assertThat(new Verifier(model, executor()).firstDifferences(prompts, chains))
        .containsOnly(OptionalInt.empty());
  }
}
