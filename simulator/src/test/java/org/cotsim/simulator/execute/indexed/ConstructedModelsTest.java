package org.cotsim.simulator.execute.indexed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.ConstructionOptions.Rightmost;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.cotsim.simulator.construct.turing.TuringConstruction;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Mask;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The indexed executor against the reference executor on constructed models, token by token. */
class ConstructedModelsTest {

  private static final int STEPS = Integer.getInteger("cotsim.steps", 500);
  private static final int CERTIFIED_DIFFERENCES = 100;
  private static final long SEED = Long.getLong("cotsim.seed", 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parity",
        "word-a5",
        "dyck-2-3",
        "tomita-3",
        "random-10-2-1",
        "random-30-3-2",
        "random-5-2-9"
      })
  void decodesRegularLanguagesAsTheReference(String name) throws Exception {
    RegularLanguage language = ((RegularEntry) Catalogue.find(name)).language();
    Random random = new Random(SEED);
    for (Positions positions : Positions.values()) {
      for (Mask mask : Mask.values()) {
        ConstructionOptions options =
            ConstructionOptions.defaults().withPositions(positions).withMask(mask);
        List<String> symbols = List.copyOf(language.alphabet());
        List<String> word =
            Stream.generate(() -> symbols.get(random.nextInt(symbols.size())))
                .limit(STEPS)
                .toList();
        compare(DfaConstruction.of(language.dfa(), language.alphabet(), options), word, STEPS);
      }
    }
  }

  static Stream<TuringEntry> machines() {
    return Catalogue.entries().stream()
        .filter(TuringEntry.class::isInstance)
        .map(TuringEntry.class::cast);
  }

  @ParameterizedTest
  @MethodSource("machines")
  void decodesTuringMachinesAsTheReference(TuringEntry entry) throws NotCertifiedException {
    Random random = new Random(SEED);
    for (Rightmost rightmost : Rightmost.values()) {
      ConstructionOptions options = ConstructionOptions.defaults().withRightmost(rightmost);
      for (int n : new int[] {3, 12}) {
        List<String> word = entry.words().random(n, random);
        int steps = rightmost == Rightmost.COUNTS ? STEPS : CERTIFIED_DIFFERENCES;
        compare(TuringConstruction.of(entry.machine(), options), word, steps);
      }
    }
  }

  private static void compare(Construction<List<String>> construction, List<String> word, int steps)
      throws NotCertifiedException {
    ConstructedDecoder<List<String>> decoder =
        construction.compile(new Extent(Math.max(8, word.size()), steps));
    Transformer model = decoder.model();
    int[] prompt = decoder.prompt(word);
    TokenSet all = model.vocabulary().all();
    TokenSet answers = model.vocabulary().withRole(Token.Role.ANSWER);
    int capacity = Math.min(prompt.length + steps, model.longestSequence());
    int[] expected = new int[1];
    int[] actual = new int[1];
    try (Session reference = new ReferenceExecutor().open(model, 1, capacity);
        Session indexed = new IndexedExecutor().open(model, 1, capacity)) {
      for (int i = 0; i < capacity; i++) {
        int[] next = {i < prompt.length ? prompt[i] : expected[0]};
        reference.append(next);
        indexed.append(next);
        reference.choose(answers, expected);
        indexed.choose(answers, actual);
        assertThat(actual).as("seed %d, position %d, %s", SEED, i, word).isEqualTo(expected);
        reference.choose(all, expected);
        indexed.choose(all, actual);
        assertThat(actual).as("seed %d, position %d, %s", SEED, i, word).isEqualTo(expected);
        assertThat(indexed.scores(0))
            .usingComparatorWithPrecision(1e-12)
            .containsExactly(reference.scores(0));
        if (i >= prompt.length - 1 && (expected[0] < 0 || answers.contains(expected[0]))) {
          return;
        }
      }
    }
  }
}
