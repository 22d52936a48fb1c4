package org.cotsim.languages.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.WordSampler;
import org.cotsim.languages.automaton.Words;
import org.cotsim.languages.automaton.algebra.LanguageClass;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.oracle.DfaOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            "contains-ab",
            "contains-bb",
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
    return Stream.concat(regular(), found.stream());
  }

  private static Stream<RegularEntry> regular() {
    return Catalogue.entries().stream()
        .filter(RegularEntry.class::isInstance)
        .map(RegularEntry.class::cast);
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
    if (entry.name().startsWith("random-")) {
      assertThat(entry.declaredClass()).isEqualTo(LanguageClass.UNKNOWN);
    } else {
      assertThat(entry.declaredClass()).isEqualTo(computed);
    }
  }

  @Test
  void statesAreThoseOfTheLiterature() {
    assertThat(regular().map(entry -> entry.name() + " " + entry.language().size()).toList())
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
    assertThat(names)
        .doesNotHaveDuplicates()
        .hasSize(22 + 25)
        .startsWith("parity")
        .containsSubsequence("random-10-2-1", "palindrome", "busy-beaver-5");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "tomita-8: tomita-1, tomita-2, tomita-3",
        "mod-x: mod-K, mod-3, mod-5",
        "dyck-4: dyck-KINDS-DEPTH, dyck-1, dyck-2",
        "dyck-x-3: dyck-KINDS-DEPTH, dyck-1-3, dyck-2-3",
        "random-5: random-STATES-LETTERS-SEED, random-10-2-1, mod-5",
        "busy-beaver-6: busy-beaver-2, busy-beaver-3, busy-beaver-4",
        "palindrom: palindrome, parity, palindrome-2tape",
      })
  void unknownNameGetsSuggestions(String name, String suggestions) {
    assertThatThrownBy(() -> Catalogue.find(name))
        .isInstanceOf(InputException.class)
        .hasMessage(
            name + ": no such problem in the catalogue; the nearest names are " + suggestions);
  }

  @Test
  void oneKindOfBracketIsNotSeveral() throws InputException {
    assertThat(Catalogue.find("dyck-1-3").summary())
        .isEqualTo("well-bracketed words with 1 kind of bracket, at most 3 deep");
    assertThat(Catalogue.find("dyck-1").summary())
        .isEqualTo("balanced words with 1 kind of bracket, nested without bound");
    assertThat(Catalogue.find("dyck-2").summary())
        .isEqualTo("balanced words with 2 kinds of brackets, nested without bound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mod-0: expected mod-K with K from 1 to 10000",
        "mod-99999999999: expected mod-K with K from 1 to 10000",
        "contains-abc: expected contains-FACTOR with a FACTOR of 1 to 200 letters a and b",
        "dyck-0-3: expected dyck-KINDS-DEPTH with"
            + " at least 1 kind, depth 1 to 100 and at most 20000 states",
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
