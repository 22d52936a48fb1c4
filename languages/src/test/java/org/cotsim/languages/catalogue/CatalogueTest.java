package org.cotsim.languages.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.WordSampler;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  private static final BigInteger ENOUGH = BigInteger.valueOf(20_000);

  static Stream<RegularEntry> entries() throws InputException {
    List<String> more =
        List.of(
            "mod-1",
            "mod-2",
            "mod-7",
            "contains-a",
            "contains-aabab",
            "dyck-3-2",
            "dyck-5-1",
            "dyck-1-1",
            "dyck-2-5",
            "random-1-1-0",
            "random-30-3-7",
            "random-100-64-999999999");
    List<RegularEntry> found = new java.util.ArrayList<>();
    for (String name : more) {
      found.add((RegularEntry) Catalogue.find(name));
    }
    return Stream.concat(
        Catalogue.entries().stream().map(RegularEntry.class::cast), found.stream());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void automatonAgreesWithDefinitionOnAllShortWords(RegularEntry entry) {
    DfaOracle oracle = new DfaOracle(entry.language());
    int length = 0;
    BigInteger words = BigInteger.ONE;
    while (words.compareTo(ENOUGH) <= 0 && length < 200) {
      for (List<String> word : Words.exhaustive(entry.language().alphabet(), length)) {
        assertThat(oracle.accepts(word))
            .as(word::toString)
            .isEqualTo(entry.definition().test(word));
      }
      length++;
      words = words.add(Words.count(entry.language().alphabet(), length));
    }
    assertThat(length).isGreaterThan(2);
  }

  @ParameterizedTest
  @MethodSource("entries")
  void automatonAgreesWithDefinitionOnLongWords(RegularEntry entry) throws InputException {
    DfaOracle oracle = new DfaOracle(entry.language());
    for (int length : List.of(20, 60, 121, 999)) {
      WordSampler sampler = WordSampler.of(entry.language(), length, length);
      for (int i = 0; i < 50; i++) {
        List<String> word = sampler.next();
        assertThat(oracle.accepts(word))
            .as(word::toString)
            .isEqualTo(entry.definition().test(word));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("entries")
  void declaredClassIsTheComputedOne(RegularEntry entry) {
    LanguageClass computed = entry.computedClass();
    assertThat(entry.languageClass()).isEqualTo(computed);
    if (!entry.name().startsWith("random-")) {
      assertThat(computed).isNotEqualTo(LanguageClass.UNKNOWN);
    }
  }

  @Test
  void statesAreThoseOfTheLiterature() {
    assertThat(
            Catalogue.entries().stream()
                .map(RegularEntry.class::cast)
                .map(entry -> entry.name() + " " + entry.language().size())
                .toList())
        .startsWith(
            "parity 2",
            "mod-3 3",
            "mod-5 5",
            "tomita-1 2",
            "tomita-2 3",
            "tomita-3 5",
            "tomita-4 4",
            "tomita-5 4",
            "tomita-6 3",
            "tomita-7 5",
            "even-pairs 5",
            "ab-star 3",
            "contains-aba 4",
            "first-symbol 3",
            "cycle-navigation 5",
            "modular-arithmetic 51",
            "dyck-1-3 5",
            "dyck-2-3 16",
            "word-z60 60",
            "word-a5 60",
            "word-s5 120");
  }

  @Test
  void namesAreDifferentAndFound() throws InputException {
    List<String> names = Catalogue.entries().stream().map(Entry::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    for (String name : names) {
      assertThat(Catalogue.find(name).name()).isEqualTo(name);
    }
  }

  @Test
  void languageIsBuiltOnce() throws InputException {
    RegularEntry entry = (RegularEntry) Catalogue.find("parity");
    RegularLanguage first = entry.language();
    assertThat(entry.language()).isSameAs(first);
  }

  @Test
  void unknownNameGetsSuggestions() {
    assertThatThrownBy(() -> Catalogue.find("tomita-8"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "tomita-8: no such problem in the catalogue; "
                + "the nearest names are tomita-1, tomita-2, tomita-3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mod-0: expected mod-K with K from 1 to 10000",
        "mod-99999999999: expected mod-K with K from 1 to 10000",
        "contains-abc: expected contains-FACTOR with a FACTOR of 1 to 200 letters a and b",
        "dyck-9-9: expected dyck-KINDS-DEPTH with"
            + " at least 1 kind, depth 1 to 100 and at most 20000 states",
        "random-0-2-1: expected random-STATES-LETTERS-SEED with"
            + " 1 to 20000 states, 1 to 64 letters and a seed of at most 9 digits",
      })
  void parameterOutOfItsLimits(String message) {
    String name = message.substring(0, message.indexOf(':'));
    assertThatThrownBy(() -> Catalogue.find(name))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }
}
