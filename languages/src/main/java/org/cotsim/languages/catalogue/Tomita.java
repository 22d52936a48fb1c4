package org.cotsim.languages.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.fsa.impl.CompactDFA;
import org.cotsim.languages.automaton.RegularLanguage;
import org.cotsim.languages.automaton.algebra.LanguageClass;

/**
 * The seven languages of Tomita over 0 and 1, each as a table of its minimal automaton.
 *
 * <p>A row is "state after 0, state after 1", then + if the state accepts.
 */
final class Tomita {

  private static final String CITATION =
      "Tomita, Dynamic Construction of Finite Automata from Examples Using Hill-Climbing, 1982";

  private Tomita() {}

  /** Tomita 1 to 7. */
  static List<RegularEntry> entries() {
    return List.of(
        ordered(1, "1*: no 0", "1 0 +|1 1 -", word -> !word.contains("0")),
        starFree(
            2,
            "(10)*: 10 repeated any number of times",
            "2 1 +|0 2 -|2 2 -",
            word -> String.join("", word).equals("10".repeat(word.size() / 2))),
        counting(
            3,
            "no odd run of 1s with an odd run of 0s anywhere after it",
            "0 1 +|2 0 +|3 4 -|2 3 +|4 4 -",
            Tomita::noOddZerosAfterOddOnes),
        starFree(
            4,
            "no three 0s in a row",
            "1 0 +|2 0 +|3 0 +|3 3 -",
            word -> !String.join("", word).contains("000")),
        counting(
            5,
            "an even number of 0s and an even number of 1s",
            "1 2 +|0 3 -|3 0 -|2 1 -",
            word ->
                CountsAndFactors.count(word, "0") % 2 == 0
                    && CountsAndFactors.count(word, "1") % 2 == 0),
        counting(
            6,
            "the number of 0s less the number of 1s is a multiple of 3",
            "1 2 +|2 0 -|0 1 -",
            word ->
                (CountsAndFactors.count(word, "0") - CountsAndFactors.count(word, "1")) % 3 == 0),
        ordered(
            7,
            "0*1*0*1*: at most four runs, if four the first of 0s",
            "0 1 +|2 1 +|2 3 +|4 3 +|4 4 -",
            word -> runs(word).size() <= (word.isEmpty() || word.get(0).equals("0") ? 4 : 3)));
  }

  private static RegularEntry ordered(
      int number, String summary, String table, Predicate<List<String>> definition) {
    return entry(number, summary, LanguageClass.R_TRIVIAL, table, definition);
  }

  private static RegularEntry starFree(
      int number, String summary, String table, Predicate<List<String>> definition) {
    return entry(number, summary, LanguageClass.STAR_FREE, table, definition);
  }

  private static RegularEntry counting(
      int number, String summary, String table, Predicate<List<String>> definition) {
    return entry(number, summary, LanguageClass.SOLVABLE, table, definition);
  }

  private static RegularEntry entry(
      int number,
      String summary,
      LanguageClass languageClass,
      String table,
      Predicate<List<String>> definition) {
    String name = "tomita-" + number;
    return new RegularEntry(
        name, summary, CITATION, languageClass, () -> language(name, table), definition);
  }

  private static RegularLanguage language(String name, String table) {
    Alphabet<String> bits = Alphabets.fromCollection(List.of("0", "1"));
    CompactDFA<String> dfa = new CompactDFA<>(bits);
    List<String[]> rows = new ArrayList<>();
    for (String row : table.split("\\|", -1)) {
      rows.add(row.split(" ", -1));
      dfa.addIntState(row.endsWith("+"));
    }
    dfa.setInitialState(0);
    for (int q = 0; q < rows.size(); q++) {
      dfa.setTransition(q, 0, Integer.parseInt(rows.get(q)[0]));
      dfa.setTransition(q, 1, Integer.parseInt(rows.get(q)[1]));
    }
    return RegularLanguage.of(name, dfa, bits, List.of());
  }

  private static boolean noOddZerosAfterOddOnes(List<String> word) {
    boolean oddOnes = false;
    for (String run : runs(word)) {
      boolean odd = run.length() % 2 == 1;
      if (odd && oddOnes && run.startsWith("0")) {
        return false;
      }
      oddOnes |= odd && run.startsWith("1");
    }
    return true;
  }

  /** The longest blocks of equal symbols, from the left. */
  private static List<String> runs(List<String> word) {
    List<String> runs = new ArrayList<>();
    for (String symbol : word) {
      int last = runs.size() - 1;
      if (last >= 0 && runs.get(last).endsWith(symbol)) {
        runs.set(last, runs.get(last) + symbol);
      } else {
        runs.add(symbol);
      }
    }
    return runs;
  }
}
