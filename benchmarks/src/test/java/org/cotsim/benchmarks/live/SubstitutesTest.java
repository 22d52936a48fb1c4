package org.cotsim.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Here Java itself says what is right. */
class SubstitutesTest {

  private static final int SAMPLES = 100_000;
  private static final List<Double> CORNERS =
      List.of(
          0.0,
          -0.0,
          0.5,
          -0.5,
          1.5,
          2.5,
          1.0,
          0x1.fffffffffffffp51,
          0x1.0p52,
          0x1.0p53,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          -Double.MIN_NORMAL,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NaN);

  private static DoubleStream numbers(Random random) {
    return DoubleStream.concat(
        CORNERS.stream().mapToDouble(one -> one),
        DoubleStream.generate(() -> number(random)).limit(SAMPLES));
  }

  /** Of any size, or of one that occurs in a model. */
  private static double number(Random random) {
    return random.nextBoolean()
        ? Double.longBitsToDouble(random.nextLong())
        : random.nextGaussian() * Math.scalb(1.0, random.nextInt(80) - 40);
  }

  private static void assertSame(double ours, double java, String what, Object... numbers) {
    assertThat(Double.doubleToLongBits(ours))
        .as(what, numbers)
        .isEqualTo(Double.doubleToLongBits(java));
  }

  private static void assertSame(DoubleUnaryOperator ours, DoubleUnaryOperator java, long seed) {
    numbers(new Random(seed))
        .forEach(a -> assertSame(ours.applyAsDouble(a), java.applyAsDouble(a), "%a", a));
  }

  private static void assertSame(DoubleBinaryOperator ours, DoubleBinaryOperator java, long seed) {
    Random other = new Random(seed + 1);
    numbers(new Random(seed))
        .forEach(
            a -> {
              double b = other.nextInt(10) == 0 ? CORNERS.get(other.nextInt(18)) : number(other);
              assertSame(ours.applyAsDouble(a, b), java.applyAsDouble(a, b), "%a, %a", a, b);
            });
  }

  @Test
  void roundingAndUnitsInTheLastPlaceAreThoseOfJava() {
    assertSame(JavaNumbers::rint, Math::rint, 1);
    assertSame(JavaNumbers::ulp, Math::ulp, 2);
  }

  @Test
  void hypotIsThatOfFdlibm() {
    assertSame(JavaNumbers::hypot, StrictMath::hypot, 3);
    assertSame(JavaNumbers::hypot, Math::hypot, 4);
  }

  @Test
  void scalingByAPowerOfTwoNeitherOverflowsNorRoundsTwice() {
    Random exponents = new Random(5);
    assertSame((a, b) -> JavaNumbers.scalb(a, (int) b), (a, b) -> Math.scalb(a, (int) b), 6);
    numbers(new Random(7))
        .forEach(
            a -> {
              int exponent = exponents.nextInt(4400) - 2200;
              assertSame(
                  JavaNumbers.scalb(a, exponent), Math.scalb(a, exponent), "%a, %d", a, exponent);
            });
    assertThat(JavaNumbers.scalb(2 - Math.ulp(1.0), 1023)).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void aFusedProductIsRoundedOnce() {
    Random random = new Random(8);
    for (int i = 0; i < SAMPLES / 4; i++) {
      double a = random.nextInt(20) == 0 ? CORNERS.get(random.nextInt(18)) : number(random);
      double b = number(random);
      double c = random.nextBoolean() ? -a * b : number(random);
      assertSame(JavaNumbers.fma(a, b, c), Math.fma(a, b, c), "%a, %a, %a", a, b, c);
    }
  }

  @Test
  void sumsAreCompensatedAsThoseOfTheJdk() {
    Random random = new Random(9);
    for (int i = 0; i < 1000; i++) {
      double[] some = random.doubles(1 + random.nextInt(20), -1e10, 1e-3).toArray();
      assertThat(JavaNumbers.sum(DoubleStream.of(some))).isEqualTo(DoubleStream.of(some).sum());
    }
    assertThat(JavaNumbers.sum(DoubleStream.empty())).isZero();
  }

  @Test
  void rootsOfIntegersLeaveTheirRemainder() {
    Random random = new Random(10);
    for (int i = 0; i < 1000; i++) {
      BigInteger number = new BigInteger(random.nextInt(300), random);
      assertThat(JavaNumbers.sqrtAndRemainder(number)).isEqualTo(number.sqrtAndRemainder());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"%.2g", "%.0f", "%.2f", "%.1f and %s", "100%% of %.3g%n", "%s: %.2g"})
  void figuresAreWrittenAsByJava(String pattern) {
    boolean textFirst = pattern.startsWith("%s");
    for (double number : new double[] {0, 1, 9.96, 0.5, 123.456, 1e-4, 9.99e-5, 1.25e-300, 7e250}) {
      Object[] arguments = textFirst ? new Object[] {"x", number} : new Object[] {number, "x"};
      assertThat(JavaText.format(pattern, arguments))
          .isEqualTo(String.format(Locale.ROOT, pattern, arguments));
    }
  }

  @Test
  void whatIsLackingDoesWhatJavaDoes() {
    assertThat(JavaLibrary.toString(0x1F600)).isEqualTo(Character.toString(0x1F600));
    for (String text : List.of("", "a", "a\n", "a\n\nb\r\nc\rd", "\n")) {
      assertThat(JavaLibrary.lines(text)).containsExactlyElementsOf(text.lines().toList());
    }
    assertThat(JavaLibrary.distinct(Stream.concat(Stream.of(1, 2, 1), Stream.of(2, 3))))
        .containsExactly(1, 2, 3);
  }

  @Test
  void everySubstituteIsForAMethodThatThereIs() {
    assertThatCode(SubstituteCalls::new).doesNotThrowAnyException();
  }
}
