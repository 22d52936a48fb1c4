package org.cotsim.simulator.execute.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.cotsim.simulator.model.Arithmetic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wide numbers with few bits are those of the narrow arithmetics, which decimal ones confirm. */
class WideNumberTest {

  private static final long SEED = 5;

  @ParameterizedTest
  @ValueSource(ints = {4, 11, 24, 30, 52, 53})
  void operationsAgreeWithThoseOfTheNarrowArithmetic(int bits) {
    Random random = new Random(SEED);
    for (Arithmetic narrow : new Arithmetic[] {Arithmetic.bits(bits), truncating(bits)}) {
      for (int i = 0; i < 2000; i++) {
        double a = narrow.round(Math.scalb(random.nextGaussian(), random.nextInt(9)));
        double b = narrow.round(Math.scalb(random.nextGaussian(), random.nextInt(9)));
        WideNumber x = WideNumber.of(a);
        WideNumber y = WideNumber.of(b);
        String recipe = "%s, seed %d, %s and %s".formatted(narrow, SEED, a, b);
        assertThat(rounded(x.plus(y), narrow)).as(recipe).isEqualTo(narrow.add(a, b));
        assertThat(rounded(x.times(y), narrow)).as(recipe).isEqualTo(narrow.multiply(a, b));
        assertThat(rounded(x.dividedBy(y, bits), narrow)).as(recipe).isEqualTo(narrow.divide(a, b));
        assertThat(rounded(x.times(x).squareRoot(bits), narrow)).as(recipe).isEqualTo(Math.abs(a));
        if (a > 0) {
          assertThat(rounded(x.squareRoot(bits), narrow)).as(recipe).isEqualTo(narrow.sqrt(a));
        }
        assertThat(x.compareTo(y)).isEqualTo(Double.compare(a, b));
      }
    }
  }

  private static Arithmetic truncating(int bits) {
    return Arithmetic.bits(bits).truncating();
  }

  private static double rounded(WideNumber exact, Arithmetic narrow) {
    return exact.rounded(narrow.precision(), narrow.rounding()).toDouble();
  }
}
