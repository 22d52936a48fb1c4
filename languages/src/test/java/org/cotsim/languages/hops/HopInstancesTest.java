package org.cotsim.languages.hops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.cotsim.languages.oracle.HopOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopInstancesTest {

  private static final long SEED = 7;

  /** So whoever knows fewer hops is right about one of them only, whatever they answer. */
  @ParameterizedTest
  @CsvSource({"3, 1", "4, 2", "9, 7", "64, 6", "64, 62", "1000, 10"})
  void twinsDifferInTheLastHopOnly(int points, int hops) {
    Iterator<HopInstance> instances = HopInstances.twins(points, hops, SEED);
    for (int pair = 0; pair < 50; pair++) {
      HopInstance one = instances.next();
      HopInstance other = instances.next();
      assertThat(HopOracle.accepts(one)).isNotEqualTo(HopOracle.accepts(other));
      assertThat(other.source()).isEqualTo(one.source());
      assertThat(other.target()).isEqualTo(one.target());
      int[] path = HopOracle.path(one, hops - 1);
      assertThat(HopOracle.path(other, hops - 1)).isEqualTo(path);
      assertThat(path).doesNotContain(one.source(), one.target());
      assertThat(Arrays.stream(path).distinct().count()).isEqualTo(hops - 1);
      for (HopInstance instance : List.of(one, other)) {
        assertThat(new HashSet<>(instance.images())).hasSize(points);
        assertThat(instance.hops()).isEqualTo(hops);
      }
    }
  }

  @Test
  void twinsNeedAPointBesideThePath() {
    assertThatThrownBy(() -> HopInstances.twins(5, 4, SEED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 hops on 5 points");
  }

  @Test
  void theSameSeedGivesTheSameInstances() {
    Iterator<HopInstance> first = HopInstances.twins(20, 5, SEED);
    Iterator<HopInstance> second = HopInstances.twins(20, 5, SEED);
    for (int i = 0; i < 10; i++) {
      assertThat(second.next()).isEqualTo(first.next());
    }
    assertThat(HopInstances.twins(20, 5, SEED + 1).next())
        .isNotEqualTo(HopInstances.twins(20, 5, SEED).next());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 16", "3, 243", "4, 4096"})
  void allAreAllFunctionsWithEverySAndT(int points, int count) {
    Set<HopInstance> all = new HashSet<>(HopInstances.all(points, 2).toList());
    assertThat(all).hasSize(count);
    assertThat(HopInstances.all(points, 2)).hasSize(count);
  }

  @Test
  void anInstanceHasPointsOnly() {
    assertThatThrownBy(() -> new HopInstance(List.of(1, 2), 0, 0, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new HopInstance(List.of(1, 0), 2, 0, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new HopInstance(List.of(1, 0), 0, 2, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new HopInstance(List.of(1, 0), 0, 0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-1 hops");
  }
}
