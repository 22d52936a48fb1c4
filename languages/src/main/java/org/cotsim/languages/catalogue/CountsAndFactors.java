package org.cotsim.languages.catalogue;

import java.util.List;
import java.util.function.Predicate;
import org.cotsim.languages.automaton.algebra.LanguageClass;

/** Languages that count symbols or look for them. */
final class CountsAndFactors {

  static final String HAHN =
      "Hahn, Theoretical Limitations of Self-Attention in Neural Sequence Models, TACL 2020";
  static final String DELETANG =
      "Deletang et al., Neural Networks and the Chomsky Hierarchy, ICLR 2023";
  static final String MCNAUGHTON = "McNaughton and Papert, Counter-Free Automata, 1971";
  static final String BARRINGTON =
      "Barrington, Compton, Straubing, Therien, Regular Languages in NC1, JCSS 1992";

  private static final List<String> BITS = List.of("0", "1");
  private static final List<String> LETTERS = List.of("a", "b");

  private CountsAndFactors() {}

  static RegularEntry parity() {
    return new RegularEntry(
        "parity",
        "bit strings with an odd number of 1s",
        HAHN,
        LanguageClass.SOLVABLE,
        () ->
            Exploration.language(
                "parity", BITS, false, (odd, bit) -> odd ^ bit.equals("1"), odd -> odd),
        word -> count(word, "1") % 2 == 1);
  }

  static RegularEntry modulo(int k) {
    String name = "mod-" + k;
    return new RegularEntry(
        name,
        "bit strings whose number of 1s is a multiple of " + k,
        BARRINGTON,
        k == 1 ? LanguageClass.R_TRIVIAL : LanguageClass.SOLVABLE,
        () ->
            Exploration.language(
                name,
                BITS,
                0,
                (rest, bit) -> bit.equals("1") ? (rest + 1) % k : rest,
                rest -> rest == 0),
        word -> count(word, "1") % k == 0);
  }

  static RegularEntry evenPairs() {
    return new RegularEntry(
        "even-pairs",
        "words in which ab and ba together occur an even number of times",
        DELETANG,
        LanguageClass.STAR_FREE,
        () ->
            Exploration.language(
                "even-pairs",
                LETTERS,
                "",
                (ends, letter) -> ends.isEmpty() ? letter + letter : ends.charAt(0) + letter,
                ends -> ends.isEmpty() || ends.charAt(0) == ends.charAt(1)),
        word -> changes(word) % 2 == 0);
  }

  static RegularEntry abStar() {
    return new RegularEntry(
        "ab-star",
        "(ab)*: ab repeated any number of times",
        MCNAUGHTON,
        LanguageClass.STAR_FREE,
        () ->
            Exploration.language("ab-star", LETTERS, "b", CountsAndFactors::alternate, "b"::equals),
        word -> String.join("", word).equals("ab".repeat(word.size() / 2)));
  }

  private static String alternate(String last, String letter) {
    return last.equals(letter) || last.equals("dead") ? "dead" : letter;
  }

  static RegularEntry containsFactor(String factor) {
    String name = "contains-" + factor;
    Predicate<List<String>> contains = word -> String.join("", word).contains(factor);
    return new RegularEntry(
        name,
        "words over a, b with the factor " + factor,
        MCNAUGHTON,
        neverFallsBack(factor) ? LanguageClass.R_TRIVIAL : LanguageClass.STAR_FREE,
        () ->
            Exploration.language(
                name, LETTERS, "", (read, letter) -> match(factor, read, letter), factor::equals),
        contains);
  }

  /** Whether no letter leads the search for a factor back to a shorter prefix of it. */
  private static boolean neverFallsBack(String factor) {
    return factor.length() < 2 || (factor.length() == 2 && factor.charAt(0) != factor.charAt(1));
  }

  /** The longest prefix of the factor that ends the text read, once whole whole for ever. */
  private static String match(String factor, String read, String letter) {
    String text = read + letter;
    if (read.equals(factor)) {
      return factor;
    }
    while (!factor.startsWith(text)) {
      text = text.substring(1);
    }
    return text;
  }

  static RegularEntry firstSymbol() {
    return new RegularEntry(
        "first-symbol",
        "bit strings that begin with 1",
        "Chiang and Cholak, Overcoming a Theoretical Limitation of Self-Attention, ACL 2022",
        LanguageClass.R_TRIVIAL,
        () ->
            Exploration.language(
                "first-symbol",
                BITS,
                "",
                (first, bit) -> first.isEmpty() ? bit : first,
                "1"::equals),
        word -> !word.isEmpty() && word.get(0).equals("1"));
  }

  static long count(List<String> word, String symbol) {
    return word.stream().filter(symbol::equals).count();
  }

  private static int changes(List<String> word) {
    int changes = 0;
    for (int i = 1; i < word.size(); i++) {
      changes += word.get(i).equals(word.get(i - 1)) ? 0 : 1;
    }
    return changes;
  }
}
