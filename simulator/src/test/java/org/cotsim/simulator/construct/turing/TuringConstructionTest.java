package org.cotsim.simulator.construct.turing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.oracle.TuringInterpreter;
import org.cotsim.languages.oracle.TuringRun;
import org.cotsim.languages.turing.TuringMachine;
import org.cotsim.languages.turing.Verdict;
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

class TuringConstructionTest {

  private static final int MAX_STEPS = 120;

  static Stream<TuringEntry> entries() {
    return Catalogue.entries().stream()
        .filter(TuringEntry.class::isInstance)
        .map(TuringEntry.class::cast);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void theChainIsTheRunOfTheMachine(TuringEntry entry) throws NotCertifiedException {
    long seed = 7;
    Random random = new Random(seed);
    List<List<String>> words = new ArrayList<>(entry.words().upTo(4).limit(40).toList());
    for (int i = 0; i < 5; i++) {
      words.add(entry.words().random(6, random));
    }
    for (Rightmost rightmost : Rightmost.values()) {
      TuringConstruction construction =
          TuringConstruction.of(
              entry.machine(), ConstructionOptions.defaults().withRightmost(rightmost));
      for (List<String> word : words) {
        compare(construction, entry.machine(), word, seed);
      }
    }
  }

  private static void compare(
      TuringConstruction construction, TuringMachine machine, List<String> word, long seed)
      throws NotCertifiedException {
    int[] expected = continuation(construction, machine, word);
    ConstructedDecoder<List<String>> decoder =
        construction.compile(new Extent(Math.max(8, word.size()), MAX_STEPS));
    Decoding decoding =
        new Decoder(decoder.model(), new ReferenceExecutor())
            .decode(decoder.prompt(word), MAX_STEPS);
    List<Integer> actual = new ArrayList<>();
    Arrays.stream(decoding.chain()).forEach(actual::add);
    Arrays.stream(decoding.output()).forEach(actual::add);
    if (decoding.outcome() instanceof Outcome.Answered answered) {
      actual.add(answered.token());
    }
    assertThat(actual)
        .as("%s on %s, seed %d: %s", machine.name(), word, seed, decoding.outcome())
        .isEqualTo(Arrays.stream(expected).boxed().toList());
  }

  private static int[] continuation(
      TuringConstruction construction, TuringMachine machine, List<String> word) {
    TuringTokens tokens = construction.tokens();
    TuringRun run = TuringInterpreter.start(machine, word);
    List<Integer> continuation = new ArrayList<>();
    while (continuation.size() < MAX_STEPS && run.step()) {
      continuation.add(tokens.step(run.latestAction()));
    }
    if (run.halted()) {
      boolean accepts = run.verdict() == Verdict.ACCEPTED;
      if (accepts && machine.outputTape().isPresent()) {
        for (String symbol : run.output()) {
          continuation.add(tokens.output(machine.symbols().indexOf(symbol)));
        }
      }
      continuation.add(accepts ? tokens.acceptOrEnd() : tokens.reject());
    }
    return continuation.stream().mapToInt(token -> token).toArray();
  }
}
