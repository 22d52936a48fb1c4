package org.cotsim.simulator.construct.turing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.oracle.ForgettingRun;
import org.cotsim.languages.oracle.ForgettingToken;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Rightmost;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.decode.Decoder;
import org.cotsim.simulator.decode.Decoding;
import org.cotsim.simulator.decode.Outcome;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
