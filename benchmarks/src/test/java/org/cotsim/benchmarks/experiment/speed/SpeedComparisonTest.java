package org.cotsim.benchmarks.experiment.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SpeedComparisonTest {

  private static final List<Integer> LENGTHS = List.of(10, 100, 1000, 10_000);

  private static Stream<SpeedComparisonRow> rows(String executor, DoubleUnaryOperator seconds) {
    return LENGTHS.stream()
        .map(
            n ->
                new SpeedComparisonRow(
                    n,
                    executor,
                    "",
                    new DecodingSpeedResult(
                        n,
                        n,
                        n,
                        seconds.applyAsDouble(n) / 4,
                        seconds.applyAsDouble(n) * 3 / 4,
                        0,
                        Double.NaN,
                        OptionalLong.empty(),
                        true,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())));
  }

  private static final SpeedComparison COMPARISON =
      new SpeedComparison(
          "two laws",
          Hardware.here(),
          Stream.concat(rows("linear", n -> 3 * n), rows("square", n -> 2 * n * n)).toList(),
          Map.of(),
          false);

  @Test
  void slopesAreTheExponentsOfTheLaws() {
    Offset<Double> little = Offset.offset(1e-9);
    assertThat(COMPARISON.slope("linear").orElseThrow()).isCloseTo(1, little);
    assertThat(COMPARISON.slope("square").orElseThrow()).isCloseTo(2, little);
  }

  @Test
  void ratiosCompareEqualLengthsWithTheFirstExecutor() {
    SpeedComparisonRow row = COMPARISON.rows("square").get(2);
    assertThat(COMPARISON.ratio(row).orElseThrow()).isCloseTo(2 * 1000 / 3.0, Offset.offset(1e-9));
  }

  @Test
  void aRowWithoutRightTokensHasNeitherRatioNorSlope() {
    DecodingSpeedResult none =
        new DecodingSpeedResult(
            5,
            5,
            0,
            1,
            1,
            0,
            0,
            OptionalLong.empty(),
            false,
            Map.of(),
            Optional.empty(),
            Optional.empty());
    List<SpeedComparisonRow> rows =
        LENGTHS.stream().map(n -> new SpeedComparisonRow(n, "wrong", "", none)).toList();
    SpeedComparison wrong =
        new SpeedComparison("nothing right", Hardware.here(), rows, Map.of(), false);
    assertThat(wrong.ratio(rows.get(0))).isEmpty();
    assertThat(wrong.slope("wrong")).isEmpty();
  }
}
