package org.cotsim.sparserate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.cotsim.simulator.sparserate.CodingRate;
import org.cotsim.simulator.sparserate.Measure;
import org.cotsim.simulator.sparserate.Objective;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodingRateTest {

  private static final double EXACT = 1e-10;

  /** ZZ^T = I, so each of d directions costs 1/2 log(1 + d/(N e^2)), and N = d. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 3})
  void anOrthonormalSetCostsTheSameInEveryDirection(double distortion) {
    double rate = new CodingRate(distortion).of(Sets.basis(7, 7, 1));
    assertThat(rate).isCloseTo(7 * Math.log1p(1 / (distortion * distortion)) / 2, within(EXACT));
  }

  /** N copies have one eigenvalue, N c^2. */
  @Test
  void copiesOfOneTokenCostOneDirection() {
    Tokens copies =
        Tokens.of(new double[][] {{0, 3, 4}, {0, 3, 4}, {0, 3, 4}, {0, 3, 4}, {0, 3, 4}});
    double rate = new CodingRate(0.5).of(copies);
    assertThat(rate).isCloseTo(Math.log1p(3 * 25 / 0.25) / 2, within(EXACT));
  }

  /** 1/2 log det(I + d/e^2 Sigma) of the Gaussian itself; 20000 tokens are within 0.03 of it. */
  @Test
  void aSampleOfOneGaussianCostsWhatTheGaussianDoes() {
    long seed = 5;
    double[] deviations = {2, 1, 0.2};
    double expected = 0;
    for (double deviation : deviations) {
      expected += Math.log1p(3 * deviation * deviation / 0.16) / 2;
    }
    Tokens sample = Sets.gaussian(20_000, new Random(seed), deviations);
    assertThat(new CodingRate(0.4).of(sample))
        .as("seed %d", seed)
        .isCloseTo(expected, within(0.03));
  }

  /** Inside one subspace nothing is lost: the rate is that of the coordinates there. */
  @Test
  void againstASubspaceThatContainsThemTokensCostWhatTheirCoordinatesDo() {
    CodingRate rate = new CodingRate(0.3);
    Subspaces subspaces = Subspaces.random(9, 1, 4, new Random(6));
    Tokens inside = Sets.near(subspaces, 30, 0, new Random(7));
    assertThat(rate.against(subspaces, inside))
        .isCloseTo(rate.of(subspaces.coordinates(0, inside)), within(EXACT));
    assertThat(rate.of(inside)).isGreaterThan(rate.against(subspaces, inside));
  }

  /** Two orthogonal subspaces, p of 2 directions each, filled alike. */
  @Test
  void orthogonalSubspacesEachCostTheirOwnTokens() {
    CodingRate rate = new CodingRate(0.3);
    Subspaces blocks = Sets.blocks(5, 2, 2);
    Tokens four = Sets.basis(5, 4, 1);
    assertThat(rate.against(blocks, four))
        .isCloseTo(4 * Math.log1p(2 / (4 * 0.09)) / 2, within(EXACT));
    assertThat(rate.of(four)).isCloseTo(4 * Math.log1p(5 / (4 * 0.09)) / 2, within(EXACT));
  }

  @Test
  void againstASubspaceThatIsOrthogonalToThemTokensCostNothing() {
    Subspaces first = Sets.blocks(6, 1, 3);
    Tokens others = Tokens.of(new double[][] {{0, 0, 0, 1, 2, 3}, {0, 0, 0, 3, 1, 1}});
    assertThat(new CodingRate(0.1).against(first, others)).isCloseTo(0, within(EXACT));
  }

  @Test
  void theObjectiveIsTheDifferenceOfTheRatesAndThePriceOfTheNonZeros() {
    CodingRate rate = new CodingRate(0.3);
    Measure measure = new Objective(rate, 0.7).of(Sets.blocks(5, 2, 2), Sets.basis(5, 4, 1));
    assertThat(measure.nonzeroShare()).isEqualTo(0.2);
    assertThat(measure.objective())
        .isCloseTo(measure.againstSubspaces() - measure.codingRate() + 0.7, within(EXACT));
    assertThat(measure.codingRate()).isCloseTo(4 * Math.log1p(5 / 0.36) / 2, within(EXACT));
  }

  @Test
  void theEnergyIsTheLargestEigenvalueInASubspace() {
    Tokens tokens = Tokens.of(new double[][] {{3, 0, 0, 0, 0}, {0, 0, 2, 0, 0}});
    double energy = new CodingRate(0.5).largestEnergy(Sets.blocks(5, 2, 2), tokens);
    assertThat(energy).isCloseTo(2 / (2 * 0.25) * 9, within(EXACT));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aDistortionIsAboveZero(double distortion) {
    assertThatThrownBy(() -> new CodingRate(distortion))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a distortion is above 0: " + distortion);
  }

  @Test
  void tokensAreFiniteAndOfOneWidth() {
    assertThatThrownBy(() -> Tokens.of(new double[][] {{1, 2}, {3}}))
        .hasMessage("tokens of width 2 and 1");
    assertThatThrownBy(() -> Tokens.of(new double[][] {{1, Double.NaN}}))
        .hasMessage("a coordinate is not finite");
    assertThatThrownBy(() -> Tokens.of(new double[0][]))
        .hasMessage("a set of tokens needs at least one coordinate");
  }
}
