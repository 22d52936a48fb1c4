package org.cotsim.languages.automaton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.cotsim.languages.read.automaton.RegexReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSamplerTest {

  private static final long SEED = 20240607;

  private static RegularLanguage language(String name) throws InputException {
    return ((RegularEntry) Catalogue.find(name)).language();
  }

  private static RegularLanguage regex(String expression) throws InputException {
    return RegexReader.read(expression, Optional.of("ab"));
  }

  @Test
  void halfAcceptedHalfRejectedAlternating() throws InputException {
    RegularLanguage language = language("dyck-2-3");
    DfaOracle oracle = new DfaOracle(language);
    WordSampler sampler = WordSampler.of(language, 40, SEED);
    for (int i = 0; i < 200; i++) {
      assertThat(oracle.accepts(sampler.next())).isEqualTo(i % 2 == 0);
    }
  }

  @Test
  void onlyTheKindThatExists() throws InputException {
    WordSampler odd = WordSampler.of(language("ab-star"), 3, SEED);
    assertThat(odd.hasAccepted()).isFalse();
    assertThat(odd.hasRejected()).isTrue();
    assertThat(odd.next()).hasSize(3);
    WordSampler all = WordSampler.of(regex("(a|b)*"), 3, SEED);
    all.next();
    assertThat(all.next()).hasSize(3);
    assertThat(all.hasRejected()).isFalse();
    assertThat(WordSampler.of(language("parity"), 0, SEED).next()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parity", "tomita-3", "contains-aba", "even-pairs", "random-10-2-1"})
  void uniformWithinEachKindByChiSquare(String name) throws InputException {
    RegularLanguage language = language(name);
    int length = 6;
    Map<List<String>, Integer> accepted = new HashMap<>();
    Map<List<String>, Integer> rejected = new HashMap<>();
    DfaOracle oracle = new DfaOracle(language);
    for (List<String> word : Words.exhaustive(language.alphabet(), length)) {
      (oracle.accepts(word) ? accepted : rejected).put(word, 0);
    }
    int perWord = 400;
    WordSampler sampler = WordSampler.of(language, length, SEED);
    int draws = 2 * perWord * Math.max(accepted.size(), rejected.size());
    for (int i = 0; i < draws; i++) {
      List<String> word = sampler.next();
      (oracle.accepts(word) ? accepted : rejected).merge(word, 1, Integer::sum);
    }
    assertThat(excess(accepted)).as("seed %d, accepted", SEED).isLessThan(4);
    assertThat(excess(rejected)).as("seed %d, rejected", SEED).isLessThan(4);
  }

  /** How many standard deviations the chi-square statistic is from its mean. */
  private static double excess(Map<List<String>, Integer> counts) {
    double mean = counts.values().stream().mapToInt(c -> c).average().orElse(1);
    double chiSquare =
        counts.values().stream().mapToDouble(c -> (c - mean) * (c - mean) / mean).sum();
    int freedom = counts.size() - 1;
    return freedom == 0 ? 0 : Math.abs(chiSquare - freedom) / Math.sqrt(2.0 * freedom);
  }

  @Test
  void sameSeedSameWordsOnEveryJdk() throws InputException {
    List<String> words = new ArrayList<>();
    WordSampler sampler = WordSampler.of(language("parity"), 12, 7);
    for (int i = 0; i < 4; i++) {
      words.add(Words.format(sampler.next()));
    }
    assertThat(words)
        .containsExactly("111000111111", "101101010001", "010011110101", "111100000110");
  }

  @Test
  void countsNeitherOverflowNorVanish() throws InputException {
    int length = 10_000;
    for (String name : List.of("dyck-2-5", "random-100-2-3", "mod-97", "ab-star")) {
      RegularLanguage language = language(name);
      DfaOracle oracle = new DfaOracle(language);
      WordSampler sampler = WordSampler.of(language, length, SEED);
      assertThat(oracle.accepts(sampler.next())).isTrue();
      assertThat(oracle.accepts(sampler.next())).isFalse();
    }
    WordSampler one = WordSampler.of(regex("a*"), length, SEED);
    assertThat(one.next()).containsOnly("a");
    WordSampler two = WordSampler.of(regex("a*|b(a|b)*"), length, SEED);
    assertThat(two.next()).startsWith("b");
  }

  @Test
  void refusesTablesBeyondTheMemory() throws InputException {
    RegularLanguage language = language("mod-1000");
    assertThatThrownBy(() -> WordSampler.of(language, 100_000, SEED))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "mod-1000: sampling words of length 100000 needs a table of 100001 x 1000 counts,"
                + " at most 16000000 are kept");
    assertThatThrownBy(() -> WordSampler.of(language, -1, SEED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
