package org.cotsim.languages.catalogue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.cotsim.languages.catalogue.TuringDefinition.Computes;

/** Functions on words, each machine leaving the value on its output tape from cell 0. */
final class TuringFunctions {

  private static final String KNUTH =
      "D. E. Knuth, The Art of Computer Programming, volume 2, section 4.3.1";
  private static final List<String> BITS = List.of("0", "1");

  private TuringFunctions() {}

  static List<TuringEntry> entries() {
    return List.of(increment(), addition(), multiplication(), squareRoot(), bucketSort());
  }

  private static TuringEntry entry(
      String name,
      String summary,
      String citation,
      String complexity,
      RunningTime steps,
      Function<List<String>, Optional<List<String>>> function,
      TuringWords words) {
    var machine = TuringCatalogue.machine(name);
    return new TuringEntry(
        name, summary, citation, complexity, machine, new Computes(function), steps, words);
  }

  private static TuringEntry increment() {
    return entry(
            "binary-increment",
            "a binary number plus one, leading zeros kept",
            KNUTH,
            "linear time on one tape",
            RunningTime.atMost("3n+3", n -> 3 * n + 3),
            word -> {
              String sum = number(String.join("", word)).add(BigInteger.ONE).toString(2);
              String padded = "0".repeat(Math.max(0, word.size() - sum.length())) + sum;
              return Optional.of(SampledWords.letters(padded));
            },
            SampledWords.anyOver("01"))
        .with(ConstantDepth.firstOrder());
  }

  private static TuringEntry addition() {
    return entry(
            "addition",
            "the sum of two binary numbers written A+B, an empty one being 0",
            KNUTH + ", algorithm A",
            "linear time on three tapes",
            RunningTime.atMost("3n+2", n -> 3 * n + 2),
            word -> arithmetic(word, "+", BigInteger::add),
            twoNumbers("+"))
        .with(ConstantDepth.firstOrder());
  }

  private static TuringEntry multiplication() {
    return entry(
            "multiplication",
            "the product of two binary numbers written AxB, an empty one being 0",
            KNUTH + ", algorithm M",
            "quadratic time on four tapes",
            RunningTime.atMost("(n+3)^2", n -> (n + 3) * (n + 3)),
            word -> arithmetic(word, "x", BigInteger::multiply),
            twoNumbers("x"))
        .with(ConstantDepth.product());
  }

  private static BigInteger number(String digits) {
    return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits, 2);
  }

  private static Optional<List<String>> arithmetic(
      List<String> word, String sign, BinaryOperator<BigInteger> operation) {
    if (Collections.frequency(word, sign) != 1) {
      return Optional.empty();
    }
    int at = word.indexOf(sign);
    BigInteger left = number(String.join("", word.subList(0, at)));
    BigInteger right = number(String.join("", word.subList(at + 1, word.size())));
    return Optional.of(SampledWords.letters(operation.apply(left, right).toString(2)));
  }

  /** Two numbers joined by a sign: all pairs, and random ones whose lengths may differ. */
  private static TuringWords twoNumbers(String sign) {
    TuringWords any = SampledWords.anyOver("01" + sign);
    return new TuringWords() {
      @Override
      public Stream<List<String>> upTo(int length) {
        return any.upTo(length).filter(word -> Collections.frequency(word, sign) == 1);
      }

      @Override
      public List<String> random(int length, RandomGenerator random) {
        int digits = Math.max(0, length - 1);
        int left = random.nextBoolean() ? digits / 2 : random.nextInt(digits + 1);
        List<String> word = new ArrayList<>(SampledWords.any(BITS, digits, random));
        word.add(left, sign);
        return List.copyOf(word);
      }
    };
  }

  private static TuringEntry squareRoot() {
    return entry(
            "square-root",
            "floor(sqrt(n)) ones for n ones",
            "folklore: n is the sum of the first sqrt(n) odd numbers",
            "linear time on two tapes",
            RunningTime.exactly("n+1+#{r>=1 : r(r+1)<n}", TuringFunctions::squareRootSteps),
            word -> Optional.of(Collections.nCopies((int) Math.sqrt(word.size()), "1")),
            SampledWords.anyOver("1"))
        .with(ConstantDepth.firstOrder());
  }

  private static long squareRootSteps(long n) {
    long turns = 0;
    while ((turns + 1) * (turns + 2) < n) {
      turns++;
    }
    return n + 1 + turns;
  }

  private static TuringEntry bucketSort() {
    return entry(
            "bucket-sort",
            "the letters a, b, c of the word in alphabetical order",
            "D. E. Knuth, The Art of Computer Programming, volume 3, section 5.2.5",
            "linear time on two tapes",
            RunningTime.exactly("3n+3", n -> 3 * n + 3),
            word -> Optional.of(word.stream().sorted().toList()),
            SampledWords.anyOver("abc"))
        .with(ConstantDepth.sorting());
  }
}
