package org.cotsim.languages.automaton.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermutationGroupTest {

  private static PermutationGroup group(int degree, String generators) {
    List<int[]> maps = new ArrayList<>();
    for (String cycles : generators.split(" ", -1)) {
      int[] map = Maps.identity(degree);
      for (String cycle : cycles.substring(0, cycles.length() - 1).split("\\)", 0)) {
        String points = cycle.substring(1);
        for (int i = 0; i < points.length(); i++) {
          map[points.charAt(i) - '1'] = points.charAt((i + 1) % points.length()) - '1';
        }
      }
      maps.add(map);
    }
    return PermutationGroup.of(degree, maps);
  }

  @ParameterizedTest
  @CsvSource({
    "2, (12), Z2, 2, true",
    "4, (1234), Z4, 4, true",
    "5, (12)(345), Z6, 6, true",
    "4, (12)(34) (13)(24), an abelian group of order 4, 4, true",
    "3, (12) (123), S3, 6, true",
    "4, (1234) (13), D4, 8, true",
    "4, (123) (12)(34), A4, 12, true",
    "4, (12) (1234), S4, 24, true",
    "5, (12345) (2354), a group of order 20, 20, true",
    "5, (12345) (123), A5, 60, false",
    "5, (12345) (12), S5, 120, false",
    "7, (12) (34567), Z10, 10, true",
    "7, (1234567) (12)(36), a group of order 168, 168, false",
  })
  void namesOrdersAndSolvabilityAreKnown(
      int degree, String generators, String name, long order, boolean solvable) {
    PermutationGroup group = group(degree, generators);
    assertThat(group.isSolvable()).as(generators).hasValue(solvable);
    assertThat(group.name()).as(generators).isEqualTo(name);
    assertThat(group.order()).as(generators).hasValue(BigInteger.valueOf(order));
  }

  @Test
  void theSymmetricGroupOfManyPointsIsFoundAtOnce() {
    Random random = new Random(5);
    List<int[]> maps = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      List<Integer> points = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
      Collections.shuffle(points, random);
      maps.add(points.stream().mapToInt(point -> point).toArray());
    }
    PermutationGroup group = PermutationGroup.of(200, maps);
    assertThat(group.isSolvable()).hasValue(false);
    assertThat(group.name()).isIn("S200", "A200");
  }

  @Test
  void aSeriesTakesAGroupApartIntoPrimes() {
    CompositionSeries series = CompositionSeries.of(group(4, "(12) (1234)")).orElseThrow();
    assertThat(series.factors())
        .extracting(CompositionSeries.Factor::prime)
        .containsExactly(2, 3, 2, 2);
    assertThat(series.powers().stream().map(powers -> series.product(powers, 4)).distinct())
        .hasSize(24);
    assertThat(CompositionSeries.of(group(5, "(12345) (123)"))).isEmpty();
  }
}
