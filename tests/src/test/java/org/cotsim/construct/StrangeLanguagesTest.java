package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Symbols that look like other tokens, alphabets of one letter, languages without a choice. */
class StrangeLanguagesTest {

  private static final List<String> LOOK_ALIKES =
      List.of("$", "#", "q0", "q1", "accept", "reject", "<script>", "1.5", "u\u0308", "\u4e2d");
  private static final List<String> LETTERS = List.of("a", "b", "c");

  @TestFactory
  Stream<DynamicContainer> symbolsThatLookLikeOtherTokensKeepTheContract() {
    return RegularContract.matrix(
        LongStream.of(1, 2).mapToObj(seed -> random("look-alikes-" + seed, 7, LOOK_ALIKES, seed)));
  }

  @TestFactory
  Stream<DynamicContainer> alphabetsOfOneLetterKeepTheContract() {
    return RegularContract.matrix(
        Stream.of(
            random("one-letter", 6, List.of("#"), 11),
            subject("one-letter-empty", loop(List.of("$"), false), word -> false),
            subject("one-letter-full", loop(List.of("q0"), true), word -> true)));
  }

  @TestFactory
  Stream<DynamicContainer> languagesWithoutAChoiceKeepTheContract() {
    Table noTransition = new Table(LETTERS, List.of(new int[] {-1, -1, -1}), List.of(true));
    return RegularContract.matrix(
        Stream.of(
            subject("empty", loop(LETTERS, false), word -> false),
            subject("full", loop(LETTERS, true), word -> true),
            subject("only-the-empty-word", noTransition, List::isEmpty)));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 40);
  }

  /** Straight into the construction, so that nothing completes or minimises on the way. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partialAutomataThatAreNotMinimalAreDecidedAsTheirTableSays(long seed)
      throws NotCertifiedException {
    Random random = new Random(seed);
    List<String> symbols = LOOK_ALIKES.subList(0, 1 + random.nextInt(LOOK_ALIKES.size()));
    Table table = Table.of(1 + random.nextInt(9), symbols, seed);
    CompactDFA<String> dfa = table.dfa();
    DfaConstruction<Integer, String> construction = DfaConstruction.of(dfa, table.alphabet());
    int length = random.nextInt(20);
    ConstructedDecoder<List<String>> decoder = construction.compile(Extent.of(length));
    for (int i = 0; i < 20; i++) {
      List<String> word = randomWord(symbols, random.nextInt(length + 1), random);
      Outcome outcome =
          new Decoder(decoder.model(), new ReferenceExecutor())
              .decode(decoder.prompt(word), word.size() + 1)
              .outcome();
      assertThat(outcome)
          .as("seed %d, word %s", seed, word)
          .isEqualTo(
              new Outcome.Answered(word.size() + 1, construction.answerToken(table.accepts(word))));
    }
  }

  private static List<String> randomWord(List<String> symbols, int length, Random random) {
    List<String> word = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      word.add(symbols.get(random.nextInt(symbols.size())));
    }
    return word;
  }

  /** One state that every symbol leads back to. */
  private static Table loop(List<String> symbols, boolean accepting) {
    return new Table(symbols, List.of(new int[symbols.size()]), List.of(accepting));
  }

  private static RegularSubject random(String name, int states, List<String> symbols, long seed) {
    Table table = Table.of(states, symbols, seed);
    return subject(name, table, table::accepts);
  }

  private static RegularSubject subject(
      String name, Table table, Predicate<List<String>> definition) {
    return RegularSubject.of(
        RegularLanguage.of(name, table.dfa(), table.alphabet(), List.of()), definition);
  }
}
