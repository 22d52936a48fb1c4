package org.cotsim.simulator.execute.indexed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.catalogue.TuringEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.Construction;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.regular.DfaConstruction;
import org.cotsim.simulator.construct.turing.TuringConstruction;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.indexed.step.WarmUp;
import org.cotsim.simulator.model.TokenSet;
import org.cotsim.simulator.model.Transformer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Straight-line code and memos against the plain instructions: bit for bit on random models. */
class WrittenCodeTest {

  private static final int MODELS = Integer.getInteger("cotsim.models", 400) / 10;
  private static final long SEED = Long.getLong("cotsim.seed", 1);
  private static final int LENGTH = 200;
  private static final int CONSTRUCTED = MODELS / 2;
  private static final int WORD = 60;

  /** With a sample of one run everything is remembered at first. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 40})
  void computesTheSameBits(int samples) {
    WarmUp early = new WarmUp(2, 1, samples);
    for (long seed = SEED; seed < SEED + MODELS; seed++) {
      agree(RandomTransformers.of(seed, LENGTH, 0), early, seed);
      agree(RandomLookUps.of(seed, LENGTH), early, seed);
    }
  }

  /** Here memos are found by what heads answered, also by answers that no chain would have. */
  @ParameterizedTest
  @ValueSource(strings = {"parity", "word-a5", "dyck-2-3", "busy-beaver-5"})
  void computesTheSameBitsOfConstructedModels(String name) throws Exception {
    boolean regular = Catalogue.find(name) instanceof RegularEntry;
    Construction<List<String>> construction =
        regular
            ? DfaConstruction.of(
                regular(name).dfa(), regular(name).alphabet(), ConstructionOptions.defaults())
            : TuringConstruction.of(
                ((TuringEntry) Catalogue.find(name)).machine(), ConstructionOptions.defaults());
    ConstructedDecoder<List<String>> decoder = construction.compile(new Extent(LENGTH, LENGTH));
    for (long seed = SEED; seed < SEED + CONSTRUCTED; seed++) {
      Random random = new Random(seed);
      List<String> symbols = regular ? List.copyOf(regular(name).alphabet()) : List.of();
      List<String> word =
          Stream.generate(() -> symbols.get(random.nextInt(symbols.size())))
              .limit(regular ? WORD : 0)
              .toList();
      int[] prompt = seed % 2 == 0 ? new int[0] : decoder.prompt(word);
      agree(decoder.model(), prompt, new WarmUp(2, 1, (int) (1 + seed % 20)), seed);
    }
  }

  private static RegularLanguage regular(String name) throws InputException {
    return ((RegularEntry) Catalogue.find(name)).language();
  }

  private static void agree(Transformer model, WarmUp early, long seed) {
    agree(model, new int[0], early, seed);
  }

  /** After a prompt most tokens are those chosen, without one half of them. */
  private static void agree(Transformer model, int[] prompt, WarmUp early, long seed) {
    Random random = new Random(seed);
    int size = model.vocabulary().size();
    TokenSet all = model.vocabulary().all();
    TokenSet some = TokenSet.of(size, IntStream.range(0, size).filter(t -> t % 2 == 0));
    int[] expected = new int[1];
    int[] actual = new int[1];
    try (Session plain = new IndexedExecutor(WarmUp.NEVER).open(model, 1, LENGTH);
        Session written = new IndexedExecutor(early).open(model, 1, LENGTH)) {
      for (int i = 0; i < LENGTH; i++) {
        boolean follow =
            i > 0 && random.nextInt(prompt.length > 0 ? 50 : 2) > 0 && expected[0] >= 0;
        int other = i < prompt.length ? prompt[i] : random.nextInt(size);
        int[] token = {follow && i >= prompt.length ? expected[0] : other};
        plain.append(token);
        written.append(token);
        for (TokenSet allowed : new TokenSet[] {all, some, all}) {
          plain.choose(allowed, expected);
          written.choose(allowed, actual);
          assertThat(actual).as("seed %d, position %d", seed, i).isEqualTo(expected);
        }
        if (random.nextInt(3) == 0 && !sameBits(plain.scores(0), written.scores(0))) {
          assertThat(written.scores(0))
              .as("seed %d, position %d", seed, i)
              .containsExactly(plain.scores(0));
        }
      }
    }
  }

  private static boolean sameBits(double[] some, double[] others) {
    return Arrays.equals(
        Arrays.stream(some).mapToLong(Double::doubleToLongBits).toArray(),
        Arrays.stream(others).mapToLong(Double::doubleToLongBits).toArray());
  }
}
