package org.cotsim.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.benchmarks.experiment.LanguageBudget;
import org.cotsim.languages.automaton.RegularLanguage;

/** Automata given by what each letter does to the states. */
final class Automata {

  private static final List<String> LETTERS = List.of("a", "b", "c");

  private Automata() {}

  /**
   * The language of an automaton that begins in state 0.
   *
   * @param letters [letters][states], where each letter leads each state
   */
  static RegularLanguage of(
      String name, List<List<Integer>> letters, List<Integer> acceptingStates) {
    CompactDFA<String> dfa =
        new CompactDFA<>(Alphabets.fromList(LETTERS.subList(0, letters.size())));
    for (int q = 0; q < letters.get(0).size(); q++) {
      dfa.addIntState(acceptingStates.contains(q));
    }
    dfa.setInitialState(0);
    for (int a = 0; a < letters.size(); a++) {
      for (int q = 0; q < letters.get(a).size(); q++) {
        dfa.setTransition(q, a, (int) letters.get(a).get(q));
      }
    }
    return RegularLanguage.of(name, dfa, dfa.getInputAlphabet(), List.of());
  }

  /** The words over some permutations whose product is the identity. */
  static RegularLanguage words(String name, List<List<Integer>> generators) {
    List<List<Integer>> elements = new ArrayList<>();
    elements.add(IntStream.range(0, generators.get(0).size()).boxed().toList());
    List<List<Integer>> letters = generators.stream().map(g -> integers()).toList();
    for (int i = 0; i < elements.size(); i++) {
      for (int a = 0; a < generators.size(); a++) {
        List<Integer> product = elements.get(i).stream().map(generators.get(a)::get).toList();
        if (!elements.contains(product)) {
          elements.add(product);
        }
        letters.get(a).add(elements.indexOf(product));
      }
    }
    return of(name, letters, List.of(0));
  }

  private static List<Integer> integers() {
    return new ArrayList<>();
  }

  /**
   * A random language whose groups are all solvable; for an even seed there is one that is not
   * trivial.
   *
   * <p>Every other letter permutes the states, so that groups are frequent; there are three letters
   * where the seed is a multiple of four, otherwise two.
   */
  static RegularLanguage solvable(long seed) {
    Random random = new Random(seed);
    while (true) {
      RegularLanguage language = random("seed " + seed, seed % 4 == 0 ? 3 : 2, random);
      LanguageBudget budget = LanguageBudget.of(language);
      boolean wanted = seed % 2 != 0 || !budget.algebra().groups().isEmpty();
      if (budget.algebra().languageClass().isInTc0() && wanted) {
        return language;
      }
    }
  }

  private static RegularLanguage random(String name, int count, Random random) {
    int states = 3 + random.nextInt(5);
    List<List<Integer>> letters = new ArrayList<>();
    for (int a = 0; a < count; a++) {
      List<Integer> letter = new ArrayList<>(IntStream.range(0, states).boxed().toList());
      Collections.shuffle(letter, random);
      if (random.nextBoolean()) {
        letter.replaceAll(q -> random.nextInt(states));
      }
      letters.add(letter);
    }
    return of(
        name,
        letters,
        IntStream.range(0, states).filter(q -> random.nextBoolean()).boxed().toList());
  }
}
