package org.cotsim.languages.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The regular languages of the catalogue, and their families. */
final class RegularCatalogue {

  private static final int MAX_MODULUS = 10_000;
  private static final int MAX_FACTOR = 200;
  private static final int MAX_DEPTH = 100;
  private static final int MAX_STATES = 20_000;

  private static final List<Family> FAMILIES =
      List.of(
          new Family(
              "mod-K",
              "K from 1 to " + MAX_MODULUS,
              Pattern.compile("mod-(\\d+)"),
              RegularCatalogue::modulo),
          new Family(
              "contains-FACTOR",
              "a FACTOR of 1 to " + MAX_FACTOR + " letters a and b",
              Pattern.compile("contains-(.*)"),
              RegularCatalogue::contains),
          new Family(
              "dyck-KINDS-DEPTH",
              "at least 1 kind, depth 1 to " + MAX_DEPTH + " and at most " + MAX_STATES + " states",
              Pattern.compile("dyck-(\\d+)-(\\d+)"),
              RegularCatalogue::dyck),
          new Family(
              "random-STATES-LETTERS-SEED",
              "1 to " + MAX_STATES + " states, 1 to 64 letters and a seed of at most 9 digits",
              Pattern.compile("random-(\\d+)-(\\d+)-(\\d+)"),
              RegularCatalogue::random));

  private static final List<RegularEntry> ENTRIES = makeEntries();

  private RegularCatalogue() {}

  /** The entries without parameters and some examples of every family, in reading order. */
  static List<RegularEntry> entries() {
    return ENTRIES;
  }

  private static List<RegularEntry> makeEntries() {
    List<RegularEntry> entries = new ArrayList<>();
    entries.add(CountsAndFactors.parity());
    entries.add(CountsAndFactors.modulo(3));
    entries.add(CountsAndFactors.modulo(5));
    entries.addAll(Tomita.entries());
    entries.add(CountsAndFactors.evenPairs());
    entries.add(CountsAndFactors.abStar());
    entries.add(CountsAndFactors.containsFactor("aba"));
    entries.add(CountsAndFactors.firstSymbol());
    entries.add(ModularArithmetic.cycleNavigation());
    entries.add(ModularArithmetic.modularArithmetic());
    entries.add(Dyck.entry(1, 3));
    entries.add(Dyck.entry(2, 3));
    entries.add(WordProblems.z60());
    entries.add(WordProblems.a5());
    entries.add(WordProblems.s5());
    entries.add(RandomAutomaton.entry(10, 2, 1));
    return List.copyOf(entries);
  }

  /** The families in reading order. */
  static List<Family> families() {
    return FAMILIES;
  }

  private static Optional<RegularEntry> modulo(Matcher name) {
    int k = Family.number(name, 1);
    return k >= 1 && k <= MAX_MODULUS ? Optional.of(CountsAndFactors.modulo(k)) : Optional.empty();
  }

  private static Optional<RegularEntry> contains(Matcher name) {
    String factor = name.group(1);
    return factor.matches("[ab]{1," + MAX_FACTOR + "}")
        ? Optional.of(CountsAndFactors.containsFactor(factor))
        : Optional.empty();
  }

  private static Optional<RegularEntry> dyck(Matcher name) {
    int kinds = Family.number(name, 1);
    int depth = Family.number(name, 2);
    boolean fits = kinds >= 1 && depth >= 1 && depth <= MAX_DEPTH;
    return fits && Dyck.states(kinds, depth) <= MAX_STATES
        ? Optional.of(Dyck.entry(kinds, depth))
        : Optional.empty();
  }

  private static Optional<RegularEntry> random(Matcher name) {
    int states = Family.number(name, 1);
    int letters = Family.number(name, 2);
    int seed = Family.number(name, 3);
    boolean fits = states >= 1 && states <= MAX_STATES && letters >= 1 && seed >= 0;
    return fits && letters <= RandomAutomaton.LETTERS.length()
        ? Optional.of(RandomAutomaton.entry(states, letters, seed))
        : Optional.empty();
  }
}
