package org.cotsim.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotsim.benchmarks.problem.ExperimentException;
import org.cotsim.benchmarks.problem.Problem;
import org.cotsim.benchmarks.problem.Problems;
import org.cotsim.languages.input.InputException;
import org.cotsim.simulator.construct.ConstructedDecoder;
import org.cotsim.simulator.construct.ConstructionOptions;
import org.cotsim.simulator.construct.ConstructionOptions.Hash;
import org.cotsim.simulator.construct.ConstructionOptions.Positions;
import org.cotsim.simulator.construct.Extent;
import org.cotsim.simulator.construct.NotCertifiedException;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Token.Role;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each head of a decoder that answers at once, at the very length up to which it is certified,
 * where that is at most {@code -Dcotsim.limit}.
 */
class CertifiedLimitTest {

  private static final ConstructionOptions COUNTED = ConstructionOptions.defaults();
  private static final ConstructionOptions FRACTIONS = COUNTED.withPositions(Positions.EMBEDDED);
  private static final ConstructionOptions DIGITS = FRACTIONS.withHash(Hash.DIGITS);
  private static final int LONGEST = Integer.getInteger("cotsim.limit", 5_000);

  /** A head, and words in which its scores are as close as they can be. */
  private record Attack(
      String head, String formula, ConstructionOptions options, IntFunction<String[]> words) {

    Attack in(Arithmetic arithmetic) {
      return new Attack(head, formula, options.withArithmetic(arithmetic), words);
    }

    @Override
    public String toString() {
      return String.join(
          ", ",
          head,
          options.arithmetic().name(),
          options.positions().name(),
          options.hash().name());
    }
  }

  private static Stream<Attack> attacks(ConstructionOptions options) {
    Stream<Attack> equal = // by digits numbers are compared within small blocks only
        options.hash() == Hash.DIGITS
            ? Stream.of()
            : Stream.of(
                new Attack(
                    "equal", "#('1') % 2 = 1 & ('0' | '1')", options, CertifiedLimitTest::counts));
    Stream<Attack> others =
        Stream.of(
            new Attack("last", "'0' S '1'", options, CertifiedLimitTest::lateChanges),
            new Attack("last, strict", "Y '1'", options, CertifiedLimitTest::lateChanges),
            new Attack(
                "compare", "3#('1') >= 3#('0') & '0'", options, CertifiedLimitTest::nearlyBalanced),
            new Attack("ever", "O '1' & '0'", options, CertifiedLimitTest::lateChanges));
    return Stream.concat(equal, others);
  }

  private static String[] lateChanges(int n) {
    return new String[] {
      "0".repeat(n - 1) + "1",
      "1".repeat(n - 1) + "0",
      "01".repeat(n).substring(0, n),
      "1".repeat(n - 2) + "01",
      "0".repeat(n - 2) + "10",
      "1" + "0".repeat(n - 1)
    };
  }

  /** One letter more or less than half, in blocks and in turn. */
  private static String[] nearlyBalanced(int n) {
    int half = (n + 1) / 2;
    return IntStream.of(half - 1, half, half + 1, n / 2)
        .filter(ones -> ones >= 0 && ones < n)
        .mapToObj(ones -> "1".repeat(ones) + "0".repeat(n - ones))
        .toArray(String[]::new);
  }

  private static String[] counts(int n) {
    return IntStream.of(0, 1, n / 3, n / 2, n / 2 + 1, n - 2, n - 1, n)
        .mapToObj(ones -> "1".repeat(ones) + "0".repeat(n - ones))
        .toArray(String[]::new);
  }

  private static List<Arithmetic> arithmetics() {
    return List.of(
        Arithmetic.BINARY32,
        Arithmetic.BINARY32.truncating(),
        Arithmetic.BINARY64,
        Arithmetic.BINARY16,
        Arithmetic.bits(14),
        Arithmetic.bits(14).truncating(),
        Arithmetic.bits(18));
  }

  @TestFactory
  Stream<DynamicTest> noWordBreaksAHeadAtTheLimit() {
    return Stream.of(COUNTED, FRACTIONS, DIGITS)
        .flatMap(CertifiedLimitTest::attacks)
        .flatMap(attack -> arithmetics().stream().map(attack::in))
        .map(attack -> DynamicTest.dynamicTest(attack.toString(), () -> attackAtTheLimit(attack)));
  }

  private static void attackAtTheLimit(Attack attack) throws Exception {
    int limit = find(attack).construction(attack.options()).largestCertified();
    for (int n : IntStream.of(limit, limit - 1, limit / 2 + 1).filter(n -> n > 2).toArray()) {
      if (n <= LONGEST) {
        assertThat(firstWrong(attack, n)).as("%s, n = %d", attack, n).isEmpty();
      }
    }
  }

  private static Problem<List<String>> find(Attack attack)
      throws InputException, ExperimentException {
    @SuppressWarnings("unchecked")
    Problem<List<String>> problem =
        (Problem<List<String>>) Problems.find("formula:" + attack.formula(), Optional.of("01"), 1);
    return problem;
  }

  /** The number of the first word of a length that is answered wrong. */
  private static OptionalInt firstWrong(Attack attack, int n)
      throws InputException, ExperimentException, NotCertifiedException {
    Problem<List<String>> problem = find(attack);
    ConstructedDecoder<List<String>> decoder =
        problem.construction(attack.options()).compile(Extent.of(n));
    LongWord run = new LongWord(decoder.model(), attack.options().arithmetic());
    String[] words = attack.words().apply(n);
    for (int w = 0; w < words.length; w++) {
      List<String> word = problem.parse(words[w]);
      double[] scores = run.scores(decoder.prompt(word));
      int reject = decoder.model().vocabulary().id("reject", Role.ANSWER);
      int accept = decoder.model().vocabulary().id("accept", Role.ANSWER);
      double margin = decoder.model().output().tieTolerance();
      boolean accepted = scores[accept] - scores[reject] > margin;
      boolean rejected = scores[reject] - scores[accept] > margin;
      boolean right = problem.expected(word, n).accepts() ? accepted : rejected;
      if (!right) {
        return OptionalInt.of(w);
      }
    }
    return OptionalInt.empty();
  }
}
