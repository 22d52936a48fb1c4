package org.cotsim.languages.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.TuringDefinition.Decides;

/** Languages that finite automata cannot decide, with a machine for each. */
final class TuringLanguages {

  private static final String HOPCROFT =
      "J. E. Hopcroft, J. D. Ullman, Introduction to Automata Theory, Languages, and Computation,"
          + " 1979";
  private static final String SIPSER =
      "M. Sipser, Introduction to the Theory of Computation, 3rd edition, 2012";
  private static final String COUNTER = "deterministic context-free, real time with a counter";
  private static final List<String> AB = List.of("a", "b");

  private TuringLanguages() {}

  static List<TuringEntry> entries() {
    return Stream.of(palindromes(), blocks(), copies(), counts(), UnboundedDyck.entries())
        .flatMap(List::stream)
        .toList();
  }

  private static TuringEntry entry(
      String name,
      String summary,
      String citation,
      String complexity,
      RunningTime steps,
      Predicate<List<String>> language,
      BiFunction<Integer, RandomGenerator, List<String>> member) {
    var machine = TuringCatalogue.machine(name);
    TuringWords words = new SampledWords(machine.inputAlphabet(), language, member);
    return new TuringEntry(
        name, summary, citation, complexity, machine, new Decides(language), steps, words);
  }

  private static List<TuringEntry> palindromes() {
    String complexity = "context-free, not deterministic context-free";
    String summary = "words over a, b that read the same backwards, ";
    return List.of(
        entry(
                "palindrome",
                summary + "on one tape",
                HOPCROFT + "; no one-tape machine is faster: F. C. Hennie, 1965",
                complexity,
                RunningTime.atMost("(n+1)(n+2)/2", n -> (n + 1) * (n + 2) / 2),
                TuringLanguages::isPalindrome,
                TuringLanguages::palindrome)
            .with(ConstantDepth.firstOrder()),
        entry(
                "palindrome-2tape",
                summary + "on two tapes",
                HOPCROFT,
                complexity,
                RunningTime.atMost("3n+3", n -> 3 * n + 3),
                TuringLanguages::isPalindrome,
                TuringLanguages::palindrome)
            .with(ConstantDepth.firstOrder()));
  }

  private static boolean isPalindrome(List<String> word) {
    List<String> reversed = new ArrayList<>(word);
    Collections.reverse(reversed);
    return word.equals(reversed);
  }

  private static List<String> palindrome(int length, RandomGenerator random) {
    List<String> word = new ArrayList<>(SampledWords.any(AB, length, random));
    for (int at = 0; at < length / 2; at++) {
      word.set(length - 1 - at, word.get(at));
    }
    return word;
  }

  private static List<TuringEntry> blocks() {
    return List.of(
        entry(
                "anbn",
                "as many a's as b's, all a's first, on one tape",
                HOPCROFT,
                "deterministic context-free, not regular",
                RunningTime.atMost("(n+1)(n+2)/2", n -> (n + 1) * (n + 2) / 2),
                word -> isBlocks(word, AB),
                (length, random) -> blocks(length, AB))
            .with(ConstantDepth.firstOrder().as("#(a) = #(b) & H (a -> WY a)")),
        entry(
                "anbncn",
                "as many a's as b's as c's, in this order",
                HOPCROFT,
                "context-sensitive, not context-free",
                RunningTime.atMost("n+3", n -> n + 3),
                word -> isBlocks(word, List.of("a", "b", "c")),
                (length, random) -> blocks(length, List.of("a", "b", "c")))
            .with(
                ConstantDepth.firstOrder()
                    .as("#(a) = #(b) & #(b) = #(c) & H (a -> WY a) & H (b -> WY (a | b))")),
        entry(
                "powers-of-two",
                "a's of which there is a power of two, on one tape",
                SIPSER + ", example 3.7",
                "context-sensitive, not context-free",
                RunningTime.atMost("2n(floor(log2 n)+1)+2", TuringLanguages::logarithmicPasses),
                word -> Long.bitCount(word.size()) == 1,
                (length, random) ->
                    Collections.nCopies(Integer.highestOneBit(Math.max(1, length)), "a"))
            .with(ConstantDepth.firstOrder()));
  }

  private static long logarithmicPasses(long n) {
    return n == 0 ? 0 : 2 * n * (64 - Long.numberOfLeadingZeros(n)) + 2;
  }

  private static boolean isBlocks(List<String> word, List<String> letters) {
    return word.equals(blocks(word.size(), letters));
  }

  private static List<String> blocks(int length, List<String> letters) {
    return letters.stream()
        .flatMap(letter -> Collections.nCopies(length / letters.size(), letter).stream())
        .toList();
  }

  private static List<TuringEntry> copies() {
    return List.of(
        entry(
                "ww",
                "a word over a, b twice in a row",
                HOPCROFT,
                "context-sensitive, not context-free",
                RunningTime.atMost("(7n+10)/2", n -> (7 * n + 10) / 2),
                word -> isTwice(word, List.of()),
                (length, random) -> twice(SampledWords.any(AB, length / 2, random), List.of()))
            .with(ConstantDepth.firstOrder()),
        entry(
                "wcw",
                "a word over a, b twice with # between",
                SIPSER + ", example 3.9 (w#w)",
                "context-sensitive, not context-free",
                RunningTime.atMost("2n+1", n -> 2 * n + 1),
                word -> isTwice(word, List.of("#")),
                (length, random) ->
                    twice(SampledWords.any(AB, Math.max(0, length - 1) / 2, random), List.of("#")))
            .with(ConstantDepth.firstOrder()));
  }

  private static boolean isTwice(List<String> word, List<String> between) {
    List<String> half = word.subList(0, Math.max(0, word.size() - between.size()) / 2);
    return !half.contains("#") && word.equals(twice(half, between));
  }

  private static List<String> twice(List<String> half, List<String> between) {
    return Stream.of(half, between, half).flatMap(List::stream).toList();
  }

  private static List<TuringEntry> counts() {
    return List.of(
        entry(
                "majority",
                "more a's than b's",
                "M. Furst, J. B. Saxe, M. Sipser, Parity, circuits, and the polynomial-time hierarchy,"
                    + " 1984 (not in AC0)",
                COUNTER,
                RunningTime.exactly("n+1", n -> n + 1),
                word -> count(word, "a") > count(word, "b"),
                TuringLanguages::moreAs)
            .with(ConstantDepth.majority().as("#(a) > #(b)")),
        entry(
                "equal-ab",
                "as many a's as b's, by a head that goes left of cell 0 as well as right",
                HOPCROFT,
                COUNTER,
                RunningTime.exactly("n+1", n -> n + 1),
                word -> count(word, "a") == count(word, "b"),
                (length, random) -> shuffled(blocks(length, AB), random))
            .with(ConstantDepth.equality().as("#(a) = #(b)")));
  }

  private static int count(List<String> word, String letter) {
    return Collections.frequency(word, letter);
  }

  private static List<String> moreAs(int length, RandomGenerator random) {
    int as = length / 2 + 1 + random.nextInt(Math.max(1, length / 8));
    List<String> word = new ArrayList<>(Collections.nCopies(as, "a"));
    word.addAll(Collections.nCopies(Math.max(0, Math.min(as - 1, length - as)), "b"));
    return shuffled(word, random);
  }

  private static List<String> shuffled(List<String> word, RandomGenerator random) {
    List<String> mixed = new ArrayList<>(word);
    for (int at = mixed.size() - 1; at > 0; at--) {
      Collections.swap(mixed, at, random.nextInt(at + 1));
    }
    return mixed;
  }
}
