package org.cotsim.simulator.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {

  private static double[] at(double... values) {
    return values;
  }

  @Test
  void numbersAreWholeOrFractionsOrHaveThreeDigits() {
    Wording numbers = Wording.numbers();
    assertThat(numbers.of(at(2, 1.0 / 3, -0.25, 0.7071067))).hasToString("2, 1/3, -1/4, 0.707");
    assertThat(numbers.of(at(1, 2, 3, 4, 5, 6, 7, 8, 9)))
        .hasToString("1, 2, 3, 4, 5, 6, 7, 8, \u2026");
    assertThat(numbers.of(at(0, 0))).isEqualTo(Wording.NOTHING);
  }

  @Test
  void aOneHotIsItsLabelAndAMixtureItsShares() {
    Wording letters = Wording.oneHot(List.of("a", "b", "c"));
    assertThat(letters.of(at(0, 1, 0))).hasToString("b");
    assertThat(letters.of(at(1e-17, 1, -1e-17))).as("noise is no share").hasToString("b");
    assertThat(letters.of(at(0.25, 0, 0.75))).hasToString("0.75 c + 1/4 a");
    assertThat(letters.of(at(0, 0, 0))).isEqualTo(Wording.NOTHING);
  }

  @Test
  void countsAreReadOffTheirInverses() {
    assertThat(Wording.inverse("m").of(at(1.0 / 7))).hasToString("1/7, so m = 7");
    assertThat(Wording.inverseAfterOne("b").of(at(1))).hasToString("1, so b = 0");
    assertThat(Wording.inverseAfterOne("b").of(at(0))).isEqualTo(Wording.NOTHING);
  }

  @Test
  void aPointOfTheCircleIsTheNearestLabel() {
    Wording vertices = Wording.circle(List.of("u", "v", "w"), 4);
    assertThat(vertices.of(at(1, 0))).hasToString("u");
    assertThat(vertices.of(at(0.01, 1))).hasToString("v");
    assertThat(vertices.of(at(-1, 0.01))).hasToString("w");
    assertThat(vertices.of(at(0, -1))).as("no label there").hasToString("0, -1");
    assertThat(vertices.of(at(0, 0))).isEqualTo(Wording.NOTHING);
  }

  @Test
  void aHashIsReadBackAsItsCount() {
    LayerNormHash hash = LayerNormHash.scaledTo(100);
    for (int k : List.of(-3, 0, 1, 57, 100)) {
      double norm = Math.hypot(k, hash.scale());
      assertThat(hash.count(k / norm, hash.scale() / norm)).isEqualTo(k);
    }
  }
}
