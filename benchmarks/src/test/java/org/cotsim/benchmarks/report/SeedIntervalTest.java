package org.cotsim.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cotsim.benchmarks.experiment.sweep.SeedCount;
import org.junit.jupiter.api.Test;

class SeedIntervalTest {

  private static SeedInterval of(int samples, int... right) {
    List<SeedCount> seeds = new ArrayList<>();
    for (int one : right) {
      seeds.add(new SeedCount(seeds.size(), samples, one));
    }
    return SeedInterval.of(seeds);
  }

  /** Student's t at 97.5 % with 2 degrees of freedom is 4.302653, from the printed tables. */
  @Test
  void theIntervalIsThatOfTheTables() {
    SeedInterval interval = of(10, 4, 5, 6);
    assertThat(interval.mean()).isCloseTo(0.5, within(1e-12));
    assertThat(interval.halfWidth()).isCloseTo(4.302653 * 0.1 / Math.sqrt(3), within(1e-6));
    assertThat(interval.low()).isCloseTo(0.251586, within(1e-6));
    assertThat(interval.high()).isCloseTo(0.748414, within(1e-6));
    assertThat(interval.least()).isEqualTo(0.4);
    assertThat(interval.most()).isEqualTo(0.6);
  }

  @Test
  void seedsThatAgreeHaveNoWidthAndOthersStayWithinZeroAndOne() {
    assertThat(of(7, 3, 3, 3))
        .isEqualTo(new SeedInterval(3 / 7., 0, 3 / 7., 3 / 7., 3 / 7., 3 / 7.));
    SeedInterval wide = of(10, 0, 10);
    assertThat(wide.low()).isZero();
    assertThat(wide.high()).isEqualTo(1);
  }

  /** 95 of 100 intervals hold the truth, where accuracies are about normal. */
  @Test
  void theIntervalHoldsTheTruthAsOftenAsItSays() {
    Random random = new Random(1);
    int held = 0;
    int trials = 2000;
    for (int i = 0; i < trials; i++) {
      int[] right = new int[5];
      for (int s = 0; s < right.length; s++) {
        for (int j = 0; j < 400; j++) {
          right[s] += random.nextDouble() < 0.7 ? 1 : 0;
        }
      }
      SeedInterval interval = of(400, right);
      held += interval.low() <= 0.7 && 0.7 <= interval.high() ? 1 : 0;
    }
    assertThat(held / (double) trials).isBetween(0.93, 0.97);
  }
}
