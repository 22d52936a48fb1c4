package org.cotsim.simulator.construct.regular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import net.automatalib.util.automaton.builder.AutomatonBuilders;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DfaConstructionTest {

  private static final Alphabet<String> AB = Alphabets.fromArray("a", "b");

  /** Words with an odd number of b. */
  private static CompactDFA<String> parity() {
    return AutomatonBuilders.newDFA(AB)
        .withInitial("even")
        .from("even")
        .on("a")
        .loop()
        .on("b")
        .to("odd")
        .from("odd")
        .on("a")
        .loop()
        .on("b")
        .to("even")
        .withAccepting("odd")
        .create();
  }

  private static List<String> word(String text) {
    return text.chars().mapToObj(c -> Character.toString(c)).toList();
  }

  private static List<List<String>> allWords(int length) {
    List<List<String>> words = List.of(List.of());
    for (int i = 0; i < length; i++) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> word : words) {
        for (String symbol : AB) {
          List<String> next = new ArrayList<>(word);
          next.add(symbol);
          longer.add(next);
        }
      }
      words = longer;
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource({
    "SCALED, NONE, CAUSAL", "SCALED, NONE, STRICT", "SCALED, EMBEDDED, CAUSAL",
    "SCALED, EMBEDDED, STRICT", "PLAIN, NONE, CAUSAL", "PLAIN, EMBEDDED, STRICT",
    "FOLDED, NONE, CAUSAL", "FOLDED, NONE, STRICT"
  })
  void everyVariantEmitsTheRunOfTheDfa(
      ConstructionOptions.Hash hash, ConstructionOptions.Positions positions, Mask mask)
      throws NotCertifiedException {
    ConstructionOptions options =
        ConstructionOptions.defaults().withHash(hash).withPositions(positions).withMask(mask);
    CompactDFA<String> dfa = parity();
    DfaConstruction<Integer, String> construction = DfaConstruction.of(dfa, AB, options);
    ConstructedDecoder<List<String>> decoder = construction.compile(Extent.of(6));
    for (int n = 0; n <= 6; n++) {
      for (List<String> word : allWords(n)) {
        Decoding decoding =
            new Decoder(decoder.model(), new ReferenceExecutor())
                .decode(decoder.prompt(word), n + 1);
        assertThat(decoding.outcome())
            .as("%s", word)
            .isEqualTo(new Outcome.Answered(n + 1, construction.answerToken(dfa.accepts(word))));
        assertThat(decoding.chain()).containsExactly(run(construction, dfa, word));
      }
    }
  }

  private static int[] run(
      DfaConstruction<Integer, String> construction, CompactDFA<String> dfa, List<String> word) {
    int[] tokens = new int[word.size() + 1];
    for (int i = 0; i <= word.size(); i++) {
      tokens[i] = construction.stateToken(dfa.getState(word.subList(0, i)));
    }
    return tokens;
  }

  @Test
  void aPartialDfaRejectsWhereItHasNoTransition() throws NotCertifiedException {
    CompactDFA<String> onlyA =
        AutomatonBuilders.newDFA(AB)
            .withInitial("start")
            .from("start")
            .on("a")
            .loop()
            .withAccepting("start")
            .create();
    DfaConstruction<Integer, String> construction = DfaConstruction.of(onlyA, AB);
    ConstructedDecoder<List<String>> decoder = construction.compile(Extent.of(3));
    Decoder run = new Decoder(decoder.model(), new ReferenceExecutor());
    assertThat(run.decode(decoder.prompt(word("aba")), 4).outcome())
        .isEqualTo(new Outcome.Answered(4, construction.answerToken(false)));
    assertThat(run.decode(decoder.prompt(word("aaa")), 4).outcome())
        .isEqualTo(new Outcome.Answered(4, construction.answerToken(true)));
  }

  @Test
  void underASmallerBudgetTheLastStateDecides() throws NotCertifiedException {
    DfaConstruction<Integer, String> construction = DfaConstruction.of(parity(), AB);
    ConstructedDecoder<List<String>> decoder = construction.compile(Extent.of(4));
    List<Outcome> outcomes =
        new Decoder(decoder.model(), new ReferenceExecutor())
            .decode(
                new int[][] {decoder.prompt(word("bbab"))}, new long[][] {{0, 1, 2, 3, 4, 5, 100}})
            .get(0)
            .outcomes();
    int no = construction.answerToken(false);
    int yes = construction.answerToken(true);
    assertThat(outcomes)
        .containsExactly(
            new Outcome.BudgetSpent(0, no),
            new Outcome.BudgetSpent(1, no),
            new Outcome.BudgetSpent(2, yes),
            new Outcome.BudgetSpent(3, no),
            new Outcome.BudgetSpent(4, no),
            new Outcome.Answered(5, yes),
            new Outcome.Answered(5, yes));
  }

  @Test
  void aLongRandomWordDecodesAtTheCompiledLength() throws NotCertifiedException {
    long seed = 20261122;
    Random random = new Random(seed);
    List<String> word = random.ints(3000, 0, 2).mapToObj(i -> i == 0 ? "a" : "b").toList();
    DfaConstruction<Integer, String> construction = DfaConstruction.of(parity(), AB);
    ConstructedDecoder<List<String>> decoder = construction.compile(Extent.of(3000));
    Decoding decoding =
        new Decoder(decoder.model(), new ReferenceExecutor()).decode(decoder.prompt(word), 3001);
    assertThat(decoding.chain()).as("seed %d", seed).isEqualTo(run(construction, parity(), word));
  }

  @Test
  void aLengthBeyondTheCertificateIsRefusedWithTheLargestCertifiedOne() {
    ConstructionOptions options =
        ConstructionOptions.defaults().withArithmetic(Arithmetic.BINARY32);
    DfaConstruction<Integer, String> construction = DfaConstruction.of(parity(), AB, options);
    int largest = construction.largestCertified();
    assertThat(construction.certificate(Extent.of(largest)).holds()).isTrue();
    assertThat(construction.certificate(Extent.of(largest + 1)).holds()).isFalse();
    assertThatThrownBy(() -> construction.compile(Extent.of(largest + 1)))
        .isInstanceOf(NotCertifiedException.class)
        .hasMessageContaining(" are not certified in binary32: at the head \"read symbol\"")
        .hasMessageEndingWith("the largest certified length is " + largest);
  }

  @Test
  void anInputLongerThanCompiledForIsRefused() throws NotCertifiedException {
    ConstructedDecoder<List<String>> decoder =
        DfaConstruction.of(parity(), AB).compile(Extent.of(2));
    assertThatThrownBy(() -> decoder.prompt(word("aba")))
        .hasMessage("the model is compiled for inputs of up to 2 tokens, not 3");
  }

  @Test
  void theCertifiedLengthsFollowTheGapOfTheHash() {
    ConstructionOptions options = ConstructionOptions.defaults();
    assertThat(DfaConstruction.of(parity(), AB, options).largestCertified())
        .isBetween(1_000_000, 100_000_000);
    assertThat(
            DfaConstruction.of(parity(), AB, options.withHash(ConstructionOptions.Hash.PLAIN))
                .largestCertified())
        .isBetween(1_000, 10_000);
    ConstructionOptions folded = options.withHash(ConstructionOptions.Hash.FOLDED);
    assertThat(DfaConstruction.of(parity(), AB, folded).largestCertified())
        .isEqualTo(Integer.MAX_VALUE / 4 - 1);
    assertThat(
            DfaConstruction.of(parity(), AB, folded.withArithmetic(Arithmetic.BINARY32))
                .largestCertified())
        .isEqualTo((1 << 19) - 3);
  }
}
