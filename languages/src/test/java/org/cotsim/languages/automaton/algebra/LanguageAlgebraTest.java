package org.cotsim.languages.automaton.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.catalogue.Catalogue;
import org.cotsim.languages.catalogue.RegularEntry;
import org.cotsim.languages.input.InputException;
import org.cotsim.languages.read.automaton.RegexReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageAlgebraTest {

  private static final long SEED = 20_261_127;
  private static final int AUTOMATA = Integer.getInteger("cotsim.automata", 100);

  private static LanguageAlgebra algebra(String name) throws InputException {
    return LanguageAlgebra.of(((RegularEntry) Catalogue.find(name)).language().dfa());
  }

  @ParameterizedTest
  @CsvSource({
    "parity, solvable, Z2, 2, 1, false",
    "mod-6, solvable, Z6, 6, 1, false",
    "tomita-3, solvable, Z4, 27, 11, true",
    "tomita-7, R-trivial, '', 9, 6, true",
    "ab-star, star-free, '', 6, 4, true",
    "dyck-2-5, star-free, '', 5215, 121, true",
    "word-z60, solvable, Z60, 60, 1, false",
    "word-a5, non-solvable, A5, 60, 1, false",
    "word-s5, non-solvable, S5, 120, 1, false",
  })
  void theCatalogueStandsWhereTheLiteratureHasIt(
      String name, String languageClass, String group, int monoid, int sets, boolean constantDepth)
      throws InputException {
    LanguageAlgebra algebra = algebra(name);
    assertThat(algebra.languageClass()).hasToString(languageClass);
    assertThat(
            String.join(",", algebra.groups().stream().map(LanguageAlgebra.Group::name).toList()))
        .isEqualTo(group);
    assertThat(algebra.monoid()).hasValue(monoid);
    assertThat(algebra.imageSets()).isEqualTo(sets);
    assertThat(algebra.complete()).isTrue();
    assertThat(algebra.constantDepth()).hasValue(constantDepth);
  }

  @Test
  void wordsOfEvenLengthAreInConstantDepthInSpiteOfTheirGroup() throws InputException {
    RegularLanguage even = RegexReader.read("((a|b)(a|b))*", Optional.empty());
    LanguageAlgebra algebra = LanguageAlgebra.of(even.dfa());
    assertThat(algebra.languageClass()).isEqualTo(LanguageClass.SOLVABLE);
    assertThat(algebra.constantDepth()).hasValue(true);
  }

  @ParameterizedTest
  @CsvSource({"random-200-2-1", "random-200-3-2", "random-1000-2-1"})
  void aLargeRandomAutomatonHasAGroupOfShortWordsThatIsNotSolvable(String name)
      throws InputException {
    LanguageAlgebra algebra = algebra(name);
    assertThat(algebra.languageClass()).isEqualTo(LanguageClass.NON_SOLVABLE);
    assertThat(algebra.complete()).isFalse();
    assertThat(algebra.monoid()).isEmpty();
    assertThat(algebra.groups().get(0).name()).isEqualTo("S5");
  }

  /** Letters that keep the order of the states permute no set of them, but lead to many sets. */
  @Test
  void whatIsTooLargeIsSaidToBeSo() {
    Random random = new Random(SEED);
    CompactDFA<String> dfa = new CompactDFA<>(Alphabets.fromList(List.of("a", "b", "c", "d")));
    int states = 300;
    for (int q = 0; q < states; q++) {
      dfa.addIntState(random.nextBoolean());
    }
    dfa.setInitialState(states / 2);
    for (int a = 0; a < dfa.getInputAlphabet().size(); a++) {
      int largest = 0;
      for (int q = 0; q < states; q++) {
        int near = Math.min(states - 1, q - 3 + random.nextInt(7));
        largest = Math.max(largest, near);
        dfa.setTransition(q, a, largest);
      }
    }
    RegularLanguage language =
        RegularLanguage.of("monotone", dfa, dfa.getInputAlphabet(), List.of());
    LanguageAlgebra algebra = LanguageAlgebra.of(language.dfa());
    assertThat(algebra.complete()).as("%d states", language.size()).isFalse();
    assertThat(algebra.languageClass()).isEqualTo(LanguageClass.UNKNOWN);
    assertThat(algebra.groups()).isEmpty();
  }

  /** Against the groups of all the elements of the monoid, found without image sets. */
  @Test
  void imageSetsTellTheClassThatTheMonoidTells() {
    Random random = new Random(SEED);
    Map<LanguageClass, Integer> seen = new LinkedHashMap<>();
    int searched = 0;
    for (int i = 0; i < AUTOMATA; i++) {
      CompactDFA<String> dfa = random(random, 2 + random.nextInt(4));
      LanguageAlgebra algebra = LanguageAlgebra.of(dfa);
      LanguageClass expected = byMonoid(LanguageAlgebra.table(dfa));
      LanguageClass found = algebra.languageClass();
      seen.merge(found, 1, Integer::sum);
      assertThat(found == LanguageClass.R_TRIVIAL ? LanguageClass.STAR_FREE : found)
          .as("seed %d, automaton %d", SEED, i)
          .isEqualTo(expected);
      if (GroupSearch.nonSolvable(LanguageAlgebra.table(dfa)).isPresent()) {
        assertThat(expected).isEqualTo(LanguageClass.NON_SOLVABLE);
        searched++;
      }
    }
    assertThat(searched).as("seed %d", SEED).isPositive();
    assertThat(seen.keySet()).as("seed %d", SEED).hasSize(4);
  }

  private static CompactDFA<String> random(Random random, int states) {
    Alphabet<String> alphabet = Alphabets.fromList(List.of("a", "b"));
    CompactDFA<String> dfa = new CompactDFA<>(alphabet);
    boolean permutes = random.nextInt(3) == 0; // often enough a group that is not solvable
    List<List<Integer>> maps = new ArrayList<>();
    for (int a = 0; a < 2; a++) {
      List<Integer> map = new ArrayList<>(IntStream.range(0, states).boxed().toList());
      Collections.shuffle(map, random);
      if (!permutes) {
        map.replaceAll(q -> random.nextInt(states));
      }
      maps.add(map);
    }
    for (int q = 0; q < states; q++) {
      dfa.addIntState(random.nextBoolean());
    }
    dfa.setInitialState(0);
    for (int q = 0; q < states; q++) {
      for (int a = 0; a < 2; a++) {
        dfa.setTransition(q, a, (int) maps.get(a).get(q));
      }
    }
    return RegularLanguage.of("random", dfa, alphabet, List.of()).dfa();
  }

  private static LanguageClass byMonoid(int[][] next) {
    Set<List<Integer>> letters = new LinkedHashSet<>();
    for (int a = 0; a < next[0].length; a++) {
      int letter = a;
      letters.add(Arrays.stream(next).map(row -> row[letter]).toList());
    }
    List<Integer> identity = IntStream.range(0, next.length).boxed().toList();
    Set<List<Integer>> monoid = closure(letters, identity);
    boolean aperiodic = true;
    Map<List<Integer>, Set<List<Integer>>> groups = new LinkedHashMap<>();
    for (List<Integer> x : monoid) {
      List<Integer> idempotent = x;
      while (!then(idempotent, idempotent).equals(idempotent)) {
        idempotent = then(idempotent, x);
      }
      aperiodic &= then(idempotent, x).equals(idempotent);
      if (then(x, idempotent).equals(x)) {
        groups.computeIfAbsent(idempotent, e -> new LinkedHashSet<>()).add(x);
      }
    }
    if (aperiodic) {
      return LanguageClass.STAR_FREE;
    }
    return groups.entrySet().stream().allMatch(g -> isSolvable(g.getValue(), g.getKey()))
        ? LanguageClass.SOLVABLE
        : LanguageClass.NON_SOLVABLE;
  }

  private static boolean isSolvable(Set<List<Integer>> group, List<Integer> identity) {
    Set<List<Integer>> commutators = new LinkedHashSet<>();
    for (List<Integer> x : group) {
      for (List<Integer> y : group) {
        List<Integer> inverses = then(inverse(x, identity), inverse(y, identity));
        commutators.add(then(inverses, then(x, y)));
      }
    }
    Set<List<Integer>> derived = closure(commutators, identity);
    return derived.size() == 1 || (derived.size() < group.size() && isSolvable(derived, identity));
  }

  private static List<Integer> inverse(List<Integer> x, List<Integer> identity) {
    List<Integer> inverse = identity;
    while (!then(inverse, x).equals(identity)) {
      inverse = then(inverse, x);
    }
    return inverse;
  }

  private static Set<List<Integer>> closure(Set<List<Integer>> generators, List<Integer> identity) {
    List<List<Integer>> found = new ArrayList<>(List.of(identity));
    Set<List<Integer>> seen = new LinkedHashSet<>(found);
    for (int i = 0; i < found.size(); i++) {
      for (List<Integer> generator : generators) {
        List<Integer> product = then(found.get(i), generator);
        if (seen.add(product)) {
          found.add(product);
        }
      }
    }
    return seen;
  }

  private static List<Integer> then(List<Integer> first, List<Integer> second) {
    return first.stream().map(second::get).toList();
  }
}
