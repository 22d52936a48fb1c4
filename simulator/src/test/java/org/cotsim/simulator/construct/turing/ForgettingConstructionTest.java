package org.cotsim.simulator.construct.turing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.ForgettingRun;
import org.cotsim.languages.oracle.ForgettingToken;
import org.cotsim.languages.turing.Move;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.TuringMachineBuilder;
import org.cotsim.simulator.assemble.Certificate;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Rightmost;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.indexed.IndexedExecutor;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgettingConstructionTest {

  private static final int MOST_TOKENS = 150;
  private static final int MOST_CONTEXT = 200; // of the published tie-breaker in binary64: 280

  static Stream<TuringEntry> entries() {
    return Catalogue.entries().stream()
        .filter(TuringEntry.class::isInstance)
        .map(TuringEntry.class::cast);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theChainIsTheRunOfTheMachineWithItsSummaries(TuringEntry entry)
      throws NotCertifiedException {
    long seed = 7;
    Random random = new Random(seed);
    List<List<String>> words = new ArrayList<>(entry.words().upTo(4).limit(20).toList());
    for (int i = 0; i < 5; i++) {
      words.add(entry.words().random(6, random));
    }
    for (Rightmost rightmost : Rightmost.values()) {
      ForgettingConstruction construction =
          ForgettingConstruction.of(
              entry.machine(), ConstructionOptions.defaults().withRightmost(rightmost));
      ConstructedDecoder<List<String>> decoder =
          construction.compile(new Extent(40, MOST_TOKENS, OptionalInt.of(MOST_CONTEXT)));
      for (List<String> word : words) {
        compare(construction, decoder, entry.machine(), word, seed);
      }
    }
  }

  private static void compare(
      ForgettingConstruction construction,
      ConstructedDecoder<List<String>> decoder,
      TuringMachine machine,
      List<String> word,
      long seed) {
    ForgettingRun run = new ForgettingRun(machine, word);
    List<String> expected = new ArrayList<>();
    while (run.hasNext() && expected.size() < MOST_TOKENS) {
      expected.add(text(construction.tokens(), run.next()));
    }
    Decoding decoding =
        new Decoder(decoder.model(), new ReferenceExecutor())
            .decode(decoder.prompt(word), MOST_TOKENS);
    List<String> actual = new ArrayList<>();
    for (int token : decoding.chain()) {
      actual.add(decoder.model().vocabulary().token(token).text());
    }
    for (int token : decoding.output()) {
      actual.add(decoder.model().vocabulary().token(token).text());
    }
    if (decoding.outcome() instanceof Outcome.Answered answered) {
      actual.add(decoder.model().vocabulary().token(answered.token()).text());
    }
    if (actual.size() > MOST_TOKENS) {
      actual = actual.subList(0, MOST_TOKENS);
    } else {
      assertThat(decoding.context()).isEqualTo(run.longestContext());
    }
    assertThat(actual)
        .as("%s on %s, seed %d: %s", machine.name(), word, seed, decoding.outcome())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomMachinesForgetNothingThatMatters(long seed) throws NotCertifiedException {
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      TuringMachine machine = randomMachine(random, 1 + i % 2, i % 3 == 0);
      ForgettingConstruction construction = ForgettingConstruction.of(machine);
      ConstructedDecoder<List<String>> decoder = construction.compile(new Extent(10, MOST_TOKENS));
      for (int length = 0; length <= 6; length += 2) {
        List<String> word =
            Stream.generate(() -> random.nextBoolean() ? "a" : "b").limit(length).toList();
        compare(construction, decoder, machine, word, seed);
      }
    }
  }

  /** Moves in both directions, halts rarely, and may answer with its last tape. */
  private static TuringMachine randomMachine(Random random, int tapes, boolean computes) {
    List<String> symbols = List.of("_", "a", "b");
    TuringMachineBuilder builder =
        TuringMachine.builder("random").tapes(tapes).input(symbols.subList(1, 3)).start("q0");
    builder.accept("yes");
    if (computes) {
      builder.output(tapes - 1);
    }
    for (int state = 0; state < 4; state++) {
      for (int cell = 0; cell < Math.pow(3, tapes); cell++) {
        List<String> read = new ArrayList<>();
        List<String> written = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (int tape = 0, rest = cell; tape < tapes; tape++, rest /= 3) {
          read.add(symbols.get(rest % 3));
          written.add(symbols.get(random.nextInt(3)));
          moves.add(List.of(Move.values()).get(random.nextInt(3)));
        }
        String next = random.nextInt(12) == 0 ? "yes" : "q" + random.nextInt(4);
        if (random.nextInt(20) > 0) {
          builder.on("q" + state, read, next, written, moves);
        }
      }
    }
    return builder.build();
  }

  @Test
  void oneTokenOfContextLessThanNeededForcesAnAnswer()
      throws InputException, NotCertifiedException {
    TuringEntry entry = (TuringEntry) Catalogue.find("palindrome");
    List<String> word = List.of("a", "b", "a", "a", "b", "a");
    ForgettingRun run = new ForgettingRun(entry.machine(), word);
    int tokens = 0;
    while (run.hasNext()) {
      run.next();
      tokens++;
    }
    ConstructedDecoder<List<String>> decoder =
        ForgettingConstruction.of(entry.machine()).compile(new Extent(10, tokens));
    assertThat(run.segments()).isGreaterThan(1);
    Decoding enough = within(decoder, word, tokens, run.longestContext());
    assertThat(enough.outcome())
        .isEqualTo(
            new Outcome.Answered(
                tokens - 1, decoder.model().vocabulary().id("accept", Token.Role.ANSWER)));
    assertThat(enough.context()).isEqualTo(run.longestContext());
    Decoding less = within(decoder, word, tokens, run.longestContext() - 1);
    assertThat(less.outcome())
        .isEqualTo(
            new Outcome.ContextFull(
                run.longestContext() - 1,
                less.steps(),
                decoder.model().vocabulary().id("reject", Token.Role.ANSWER)));
    assertThatThrownBy(() -> within(decoder, word, 1, word.size() + 1))
        .hasMessage("prompts of 8 tokens do not fit contexts of [7]");
  }

  private static Decoding within(
      ConstructedDecoder<List<String>> decoder, List<String> word, int tokens, long context) {
    return new Decoder(decoder.model(), new IndexedExecutor())
        .decode(new int[][] {decoder.prompt(word)}, new long[][] {{tokens}}, new long[] {context})
        .get(0);
  }

  @Test
  void theCertificateDependsOnTheContextAndNotOnTheTime() throws InputException {
    ForgettingConstruction construction =
        ForgettingConstruction.of(
            ((TuringEntry) Catalogue.find("palindrome")).machine(),
            ConstructionOptions.defaults().withArithmetic(Arithmetic.BINARY32));
    OptionalInt context = OptionalInt.of(60);
    Certificate brief = construction.certificate(new Extent(10, 100, context));
    Certificate endless = construction.certificate(new Extent(10, 1_000_000_000, context));
    assertThat(endless.holds()).isTrue();
    assertThat(endless.claims()).isEqualTo(brief.claims());
    assertThat(construction.certificate(new Extent(10, 1_000_000_000)).holds()).isFalse();
  }

  @Test
  void optionsThatItDoesNotHaveAreRefused() throws InputException {
    TuringMachine machine = ((TuringEntry) Catalogue.find("palindrome")).machine();
    assertThatThrownBy(
            () ->
                ForgettingConstruction.of(
                    machine, ConstructionOptions.defaults().withMask(Mask.CAUSAL)))
        .hasMessage("Turing machines need the strict causal mask");
  }

  private static String text(ForgettingTokens tokens, ForgettingToken token) {
    return tokens.vocabulary().token(id(tokens, token)).text();
  }

  private static int id(ForgettingTokens tokens, ForgettingToken token) {
    if (token instanceof ForgettingToken.Step step) {
      return tokens.ordinary().step(step.action());
    }
    if (token instanceof ForgettingToken.State state) {
      return tokens.state(state.state());
    }
    if (token instanceof ForgettingToken.Cell cell) {
      return tokens.cell(cell.tape(), cell.left(), cell.marked(), cell.symbol());
    }
    if (token instanceof ForgettingToken.Separator separator) {
      return tokens.separator(separator.tape());
    }
    if (token instanceof ForgettingToken.Opening opening) {
      return tokens.opening(opening.tape());
    }
    if (token instanceof ForgettingToken.Output output) {
      return tokens.ordinary().output(output.symbol());
    }
    if (token instanceof ForgettingToken.Answer answer) {
      return answer.accepts() ? tokens.ordinary().acceptOrEnd() : tokens.ordinary().reject();
    }
    return tokens.restart();
  }
}
