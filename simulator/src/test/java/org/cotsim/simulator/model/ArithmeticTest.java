package org.cotsim.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArithmeticTest {

  private static final long SEED = 20_261_122;
  private static final int TRIES = 300;

  static Stream<Arithmetic> arithmetics() {
    return Stream.concat(
            Arithmetic.values().stream(),
            IntStream.rangeClosed(Arithmetic.FEWEST_BITS, 53).mapToObj(Arithmetic::bits))
        .flatMap(arithmetic -> Stream.of(arithmetic, arithmetic.truncating()));
  }

  @ParameterizedTest
  @MethodSource("arithmetics")
  void everyOperationIsTheExactOneRoundedOnce(Arithmetic arithmetic) {
    Random random = new Random(SEED);
    for (int i = 0; i < TRIES; i++) {
      double a = number(arithmetic, random);
      double b = number(arithmetic, random);
      String recipe = "%s, seed %d, %s and %s".formatted(arithmetic, SEED, a, b);
      assertThat(arithmetic.add(a, b))
          .as(recipe)
          .isEqualTo(ExactRounding.sum(a, b, arithmetic) + 0.0);
      assertThat(arithmetic.multiply(a, b))
          .as(recipe)
          .isEqualTo(ExactRounding.product(a, b, arithmetic));
      if (b != 0) {
        assertThat(arithmetic.divide(a, b))
            .as(recipe)
            .isEqualTo(ExactRounding.quotient(a, b, arithmetic));
      }
      assertThat(arithmetic.sqrt(Math.abs(a)))
          .as(recipe)
          .isEqualTo(ExactRounding.squareRoot(Math.abs(a), arithmetic));
    }
  }

  /** Numbers whose sums and products often lie half-way, or nearly so, between two others. */
  private static double number(Arithmetic arithmetic, Random random) {
    long bits = random.nextLong() >>> (11 + random.nextInt(50));
    int exponent = -random.nextInt(2 * arithmetic.precision()) - (random.nextInt(20) == 0 ? 90 : 9);
    double size = Math.scalb((double) bits + 1, exponent);
    double rounded = arithmetic.round(random.nextBoolean() ? size : -size);
    return Double.isInfinite(rounded) ? 1 : rounded;
  }

  @Test
  void binary32IsFloatAndItsEdgesAreThoseOfTheFormat() {
    assertThat(Arithmetic.BINARY32.largest()).isEqualTo(Float.MAX_VALUE);
    assertThat(Arithmetic.BINARY32.round(1e39)).isInfinite();
    assertThat(Arithmetic.BINARY32.truncating().round(1e39)).isEqualTo(Float.MAX_VALUE);
    assertThat(Arithmetic.BINARY32.round(1e-45)).isEqualTo(Float.MIN_VALUE);
    assertThat(Arithmetic.BINARY16.largest()).isEqualTo(65504);
    assertThat(Arithmetic.BINARY16.round(65519.9)).isEqualTo(65504);
    assertThat(Arithmetic.BINARY16.round(65520)).isInfinite();
    assertThat(Arithmetic.BINARY16.round(Math.scalb(1.0, -25))).isZero();
    assertThat(Arithmetic.BINARY16.round(Math.scalb(1.1, -25))).isEqualTo(Math.scalb(1.0, -24));
    assertThat(Arithmetic.BFLOAT16.round(257)).isEqualTo(256);
    assertThat(Arithmetic.BFLOAT16.largest()).isEqualTo(Math.scalb(255.0, 120));
  }

  @Test
  void integersAreExactUpToTheOneThatIsSaid() {
    arithmetics()
        .filter(arithmetic -> arithmetic.precision() < 53)
        .forEach(
            arithmetic -> {
              double last = arithmetic.largestInteger();
              assertThat(arithmetic.round(last)).isEqualTo(last);
              assertThat(arithmetic.add(last, 1)).as("%s", arithmetic).isEqualTo(last);
              assertThat(arithmetic.add(last - 1, 1)).as("%s", arithmetic).isEqualTo(last);
            });
  }

  @Test
  void namesAreReadAsTheyAreWritten() {
    assertThat(Arithmetic.named("bits:12")).contains(Arithmetic.bits(12));
    assertThat(Arithmetic.named("bfloat16")).contains(Arithmetic.BFLOAT16);
    assertThat(Arithmetic.named("bits:3")).isEmpty();
    assertThat(Arithmetic.named("bits:")).isEmpty();
    assertThat(Arithmetic.named("float")).isEmpty();
    assertThat(Arithmetic.bits(12).truncating()).hasToString("bits:12, truncated");
    assertThatThrownBy(() -> Arithmetic.bits(3)).hasMessage("3 bits: expected 4 to 4096");
  }
}
