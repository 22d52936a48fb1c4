package org.cotsim.simulator.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cotsim.simulator.execute.Session;
import org.cotsim.simulator.execute.reference.ReferenceExecutor;
import org.cotsim.simulator.model.Arithmetic;
import org.cotsim.simulator.model.Token;
import org.cotsim.simulator.model.Transformer;
import org.cotsim.simulator.model.Vocabulary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Folds numbers at the very size up to which that is certified, in every arithmetic. */
class FoldedNumberTest {

  private static final long SEED = 20_261_128;
  private static final int RANDOM = Integer.getInteger("cotsim.folded", 20);
  private static final int MOST_DIGITS = 45; // so that a double holds every number exactly

  /** From the numbers that tokens stand for to a model that folds them. */
  private interface Reading {
    FoldedNumber of(TransformerAssembler assembler, Folding folding, Subspace shares, Subspace one);
  }

  private static Stream<Arithmetic> arithmetics() {
    return Stream.concat(
            Arithmetic.values().stream(),
            IntStream.of(7, 9, 13, 21, 26, 33, 52, 60).mapToObj(Arithmetic::bits))
        .flatMap(arithmetic -> Stream.of(arithmetic, arithmetic.truncating()));
  }

  private static Folding folding(boolean signed, int digits, RoundingError errors) {
    return signed
        ? Folding.ofSum((1L << (digits - 1)) - 1, errors)
        : Folding.ofCount((1L << digits) - 1, errors);
  }

  /** The most digits that are certified. */
  private static int mostDigits(boolean signed, Arithmetic arithmetic) {
    RoundingError errors = RoundingError.in(arithmetic);
    int digits = 0;
    for (int more = 2; more <= MOST_DIGITS; more++) {
      Folding folding = folding(signed, more, errors);
      boolean holds =
          folding.claim("").holds()
              && folding.ranges(arithmetic, Math.scalb(1.0, more)).stream()
                  .allMatch(RangeClaim::holds);
      digits = holds ? more : digits;
    }
    return digits;
  }

  @TestFactory
  Stream<DynamicTest> noCountIsReadWrongAtTheLimit() {
    return arithmetics()
        .filter(arithmetic -> mostDigits(false, arithmetic) > 0)
        .map(arithmetic -> DynamicTest.dynamicTest(arithmetic.name(), () -> counts(arithmetic)));
  }

  private static void counts(Arithmetic arithmetic) {
    int digits = mostDigits(false, arithmetic);
    long most = (1L << digits) - 1;
    long[] numbers = fewer(arithmetic, adversarial(most).filter(k -> k >= 1 && k <= most));
    double[][] shares =
        Arrays.stream(numbers).mapToObj(k -> new double[] {0, 1.0 / k}).toArray(double[][]::new);
    for (int less = 0; less <= 1; less++) {
      int minus = less;
      double[][] read =
          digits(
              arithmetic,
              folding(false, digits, RoundingError.in(arithmetic)),
              shares,
              (assembler, folding, share, one) ->
                  FoldedNumber.count("k", folding, assembler)
                      .of(assembler.stream().at(share, 1), assembler.stream().at(one, 0), minus));
      for (int i = 0; i < numbers.length; i++) {
        assertThat(read[i])
            .as("%s, %d digits, k = %d - %d, seed %d", arithmetic, digits, numbers[i], less, SEED)
            .containsExactly(code(2 * (numbers[i] - less) + 1 - (1L << digits), digits));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> noEmbeddedIntegerIsReadWrongAtTheLimit() {
    return arithmetics()
        .filter(arithmetic -> mostDigitsOfIntegers(arithmetic) > 0)
        .map(arithmetic -> DynamicTest.dynamicTest(arithmetic.name(), () -> integers(arithmetic)));
  }

  private static int mostDigitsOfIntegers(Arithmetic arithmetic) {
    RoundingError errors = RoundingError.in(arithmetic);
    return IntStream.rangeClosed(2, MOST_DIGITS)
        .filter(digits -> arithmetic.largestInteger() >= Math.scalb(1.0, digits))
        .filter(digits -> integer(digits, errors).claim("").holds())
        .max()
        .orElse(0);
  }

  private static Folding integer(int digits, RoundingError errors) {
    return Folding.ofInteger((1L << digits) - 1, 1, errors);
  }

  private static void integers(Arithmetic arithmetic) {
    int digits = mostDigitsOfIntegers(arithmetic);
    long most = (1L << digits) - 1;
    Folding folding = integer(digits, RoundingError.in(arithmetic));
    long[] numbers = fewer(arithmetic, adversarial(most).filter(k -> k >= 0 && k <= most));
    double[][] shifted =
        Arrays.stream(numbers)
            .mapToObj(k -> new double[] {0, k + 0.5 - folding.scale()})
            .toArray(double[][]::new);
    double[][] read =
        digits(
            arithmetic,
            folding,
            shifted,
            (assembler, unused, share, one) ->
                FoldedNumber.count("k", folding, assembler)
                    .ofInteger(assembler.stream().at(share, 1), assembler.stream().at(one, 0)));
    for (int i = 0; i < numbers.length; i++) {
      double[] code = code(2 * numbers[i] + 1 - (1L << digits), digits);
      assertThat(read[i])
          .as("%s, %d digits, k = %d, seed %d", arithmetic, digits, numbers[i], SEED)
          .containsExactly(code);
      assertThat(folding.signs(numbers[i]))
          .containsExactlyElementsOf(Arrays.stream(code).mapToObj(bit -> 2 * bit - 1).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> noSumIsReadWrongAtTheLimit() {
    return arithmetics()
        .filter(arithmetic -> mostDigits(true, arithmetic) > 0)
        .map(arithmetic -> DynamicTest.dynamicTest(arithmetic.name(), () -> sums(arithmetic)));
  }

  private static void sums(Arithmetic arithmetic) {
    int digits = mostDigits(true, arithmetic);
    long most = (1L << (digits - 1)) - 1;
    Random random = new Random(SEED);
    long[] sums =
        fewer(
            arithmetic,
            adversarial(most).flatMap(s -> LongStream.of(s, -s)).filter(s -> Math.abs(s) <= most));
    double[][] shares = new double[sums.length][];
    for (int i = 0; i < sums.length; i++) {
      long least = Math.max(1, Math.abs(sums[i]));
      long m = i % 3 == 0 ? most : least + (long) (random.nextDouble() * (most - least));
      shares[i] = new double[] {(double) sums[i] / m, 1.0 / m};
    }
    double[][] read =
        digits(
            arithmetic,
            folding(true, digits, RoundingError.in(arithmetic)),
            shares,
            (assembler, folding, share, one) ->
                FoldedNumber.sum("S", folding, assembler)
                    .of(assembler.stream().at(share, 0), assembler.stream().at(share, 1)));
    for (int i = 0; i < sums.length; i++) {
      assertThat(read[i])
          .as("%s, %d digits, S = %d, seed %d", arithmetic, digits, sums[i], SEED)
          .containsExactly(code(2 * sums[i] + 1, digits));
    }
  }

  /** Some of the numbers where arithmetic is slow. */
  private static long[] fewer(Arithmetic arithmetic, LongStream numbers) {
    long[] all = numbers.toArray();
    int step = arithmetic.isWide() ? 11 : 1;
    return IntStream.iterate(all.length - 1, i -> i >= 0, i -> i - step)
        .mapToLong(i -> all[i])
        .toArray();
  }

  /** Small numbers, those around powers of two and around the largest, and random ones. */
  private static LongStream adversarial(long most) {
    LongStream powers =
        IntStream.range(1, 62 - Long.numberOfLeadingZeros(most) + 2)
            .mapToLong(e -> 1L << e)
            .flatMap(p -> LongStream.rangeClosed(p - 1, p + 1));
    LongStream random = new Random(SEED).doubles(RANDOM).mapToLong(share -> (long) (share * most));
    return Stream.of(
            LongStream.rangeClosed(0, 5), powers, LongStream.rangeClosed(most - 5, most), random)
        .flatMapToLong(all -> all);
  }

  /** The signs of an odd number, twice v, on the way of folding it. */
  private static double[] code(long twice, int digits) {
    double[] code = new double[digits];
    long v = twice;
    for (int d = 0; d < digits; d++) {
      code[d] = v > 0 ? 1 : 0;
      v = Math.abs(v) - (1L << (digits - 1 - d));
    }
    return code;
  }

  /** The digits that a model reads for each of some tokens, [tokens][digits]. */
  private static double[][] digits(
      Arithmetic arithmetic, Folding folding, double[][] shares, Reading reading) {
    List<Token> tokens =
        IntStream.range(0, Math.max(shares.length, folding.digits()))
            .mapToObj(i -> new Token("t" + i, Token.Role.STEP))
            .toList();
    TransformerAssembler assembler = new TransformerAssembler(new Vocabulary(tokens));
    Subspace share = assembler.stream().declare("share", 2, "");
    Subspace one = assembler.stream().declare("one", 1, "");
    for (int token = 0; token < shares.length; token++) {
      assembler.embed(token, share, 0, shares[token][0]);
      assembler.embed(token, share, 1, shares[token][1]);
      assembler.embed(token, one, 0, 1);
    }
    FoldedNumber number = reading.of(assembler, folding, share, one);
    FoldedNumber.fold(assembler, assembler.layer(), List.of(number));
    Subspace read =
        assembler.stream().subspaces().stream()
            .filter(subspace -> subspace.name().startsWith("digits"))
            .findFirst()
            .orElseThrow();
    IntStream.range(0, folding.digits()).forEach(d -> assembler.score(d, read, d, 1));
    Transformer model = assembler.build(0.25).model();
    try (Session session = new ReferenceExecutor(arithmetic).open(model, shares.length, 1)) {
      session.append(IntStream.range(0, shares.length).toArray());
      return IntStream.range(0, shares.length)
          .mapToObj(token -> Arrays.copyOf(session.scores(token), folding.digits()))
          .toArray(double[][]::new);
    }
  }

  @Test
  void whatIsCertifiedGrowsWithEveryBit() {
    assertThat(mostDigits(true, Arithmetic.BINARY32)).isEqualTo(19);
    assertThat(mostDigits(false, Arithmetic.BINARY32)).isEqualTo(19);
    assertThat(mostDigits(false, Arithmetic.BINARY64)).isEqualTo(MOST_DIGITS);
    for (int bits = 20; bits < 40; bits++) {
      int more = mostDigits(false, Arithmetic.bits(bits + 1));
      assertThat(more).isEqualTo(mostDigits(false, Arithmetic.bits(bits)) + 1);
    }
  }
}
