package org.cotsim.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.api.Test;

/** What is refused, and with which words. */
interface ArgumentContract extends Subject {

  Transformer MODEL = Tiny.model(3);

  @Test
  default void tokensOutsideTheVocabularyAreRefused() {
    try (Session session = executor().open(MODEL, 2, 5)) {
      assertThatThrownBy(() -> session.append(new int[] {0, 3}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("token 3 outside a vocabulary of 3");
      assertThatThrownBy(() -> session.append(new int[] {-1, 0}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("token -1 outside a vocabulary of 3");
      assertThat(session.length()).isZero();
    }
    assertThatThrownBy(
            () -> executor().choices(MODEL, new int[][] {{0, 1}, {2, 9}}, MODEL.vocabulary().all()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("token 9 outside a vocabulary of 3");
  }

  @Test
  default void everySequenceNeedsAToken() {
    try (Session session = executor().open(MODEL, 2, 5)) {
      assertThatThrownBy(() -> session.append(new int[] {1}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("1 tokens for 2 sequences");
    }
  }

  @Test
  default void aSessionHoldsNoMoreThanItsCapacity() {
    try (Session session = executor().open(MODEL, 1, 2)) {
      session.append(new int[] {0});
      session.append(new int[] {1});
      assertThatThrownBy(() -> session.append(new int[] {1}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the session holds 2 tokens at most");
      assertThat(session.length()).isEqualTo(2);
    }
  }

  @Test
  default void sessionsNeedSequencesAndTokens() {
    assertThatThrownBy(() -> executor().open(MODEL, 0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 sequences of 2 tokens");
    assertThatThrownBy(() -> executor().open(MODEL, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 sequences of 0 tokens");
  }

  @Test
  default void thePositionTableIsTheLimit() {
    Transformer model = Tiny.script(Tiny.tokens(2), new double[][] {{1, 0}, {1, 0}});
    assertThatThrownBy(() -> executor().open(model, 1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the position table holds 2 positions, but 3 are wanted");
  }

  @Test
  default void nothingCanBeChosenBeforeTheFirstToken() {
    try (Session session = executor().open(MODEL, 1, 2)) {
      assertThatThrownBy(() -> session.choose(MODEL.vocabulary().all(), new int[1]))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no token has been appended yet");
      assertThatThrownBy(() -> session.scores(0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no token has been appended yet");
    }
  }

  @Test
  default void someTokenMustBeAllowed() {
    try (Session session = executor().open(MODEL, 1, 2)) {
      session.append(new int[] {0});
      assertThatThrownBy(() -> session.choose(TokenSet.of(3, IntStream.empty()), new int[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no token is allowed");
    }
  }
}
