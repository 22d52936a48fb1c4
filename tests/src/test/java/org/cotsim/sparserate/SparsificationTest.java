package org.cotsim.sparserate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.cotsim.simulator.sparserate.CodingRate;
import org.cotsim.simulator.sparserate.Dictionary;
import org.cotsim.simulator.sparserate.Sparsification;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Threshold;
import org.cotsim.simulator.sparserate.Tokens;
import org.junit.jupiter.api.Test;

class SparsificationTest {

  private static Tokens codes(Dictionary dictionary, Threshold threshold, double weight, Tokens z) {
    return new Sparsification(dictionary, threshold, weight).of(z);
  }

  @Test
  void whatIsNotAboveTheThresholdBecomesExactlyZeroAndTheRestComesNearer() {
    Tokens tokens = Tokens.of(new double[][] {{0.5, -0.5, 0.25, -0.25, 0}});
    Dictionary same = Dictionary.identity(5);
    assertThat(codes(same, Threshold.SOFT, 0.25, tokens).toRows()[0])
        .containsExactly(0.25, -0.25, 0, 0, 0);
    assertThat(codes(same, Threshold.RELU, 0.25, tokens).toRows()[0])
        .containsExactly(0.25, 0, 0, 0, 0);
    assertThat(codes(same, Threshold.SOFT, 0.25, tokens).nonzeroShare()).isEqualTo(0.4);
  }

  /** Orthogonal subspaces: the code of a token of one of them uses that one's atoms only. */
  @Test
  void aTokenOfOneSubspaceIsSparseInTheDictionaryOfAll() {
    Tokens turned = Tokens.of(new double[][] {{2, 1, 2, 0, 0}, {0, 0, 0, 3, -1}});
    double[][][] spanning = {
      {{2, 1, 2, 0, 0}, {1, 2, -2, 0, 0}}, {{0, 0, 0, 1, 1}, {0, 0, 0, 1, -1}}
    };
    Dictionary dictionary = Dictionary.of(Subspaces.spannedBy(spanning));
    double[][] codes = codes(dictionary, Threshold.SOFT, 1e-9, turned).toRows();
    assertThat(codes[0]).endsWith(0, 0, 0);
    assertThat(codes[0][0]).isCloseTo(3, within(1e-8));
    assertThat(codes[1]).startsWith(0, 0).endsWith(0);
    assertThat(codes[1][2] * codes[1][3]).isNotZero();
  }

  /** The step ends at the minimum of the LASSO: moving any code raises it. */
  @Test
  void theStepEndsAtTheMinimumOfTheLasso() {
    long seed = 21;
    Random random = new Random(seed);
    Subspaces subspaces = Subspaces.random(6, 2, 2, random);
    Dictionary dictionary = Dictionary.of(subspaces);
    Tokens tokens = Sets.near(subspaces, 1, 0.5, random);
    double[] code = codes(dictionary, Threshold.SOFT, 0.1, tokens).toRows()[0];
    double[] target = codes(dictionary, Threshold.SOFT, 0, tokens).toRows()[0]; // D^T z
    double least = lasso(code, target, 0.1);
    assertThat(least).isLessThan(lasso(target, target, 0.1));
    for (int i = 0; i < 100; i++) {
      double[] other = code.clone();
      other[random.nextInt(other.length)] += 0.05 * random.nextGaussian();
      assertThat(lasso(other, target, 0.1)).as("seed %d", seed).isGreaterThanOrEqualTo(least);
    }
  }

  private static double lasso(double[] code, double[] target, double weight) {
    double sum = 0;
    for (int i = 0; i < code.length; i++) {
      double error = code[i] - target[i];
      sum += error * error / 2 + weight * Math.abs(code[i]);
    }
    return sum;
  }

  @Test
  void anOrthogonalDictionaryKeepsTheCodingRate() {
    Random random = new Random(22);
    Subspaces subspaces = Subspaces.random(10, 3, 3, random);
    Tokens tokens = Sets.near(subspaces, 40, 0.3, random);
    Tokens codes = codes(Dictionary.of(subspaces), Threshold.SOFT, 0, tokens);
    CodingRate rate = new CodingRate(0.2);
    assertThat(rate.of(codes)).isCloseTo(rate.of(tokens), within(1e-9));
    assertThat(codes.frobeniusNorm()).isCloseTo(tokens.frobeniusNorm(), within(1e-9));
  }

  @Test
  void subspacesThatDoNotFitSideBySideHaveNoDictionary() {
    Subspaces many = Subspaces.random(6, 3, 3, new Random(1));
    assertThatThrownBy(() -> Dictionary.of(many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 subspaces of dimension 3 have no complete dictionary of width 6");
    Subspaces twice = Subspaces.spannedBy(new double[][][] {{{1, 2, 3}}, {{2, 4, 6}}});
    assertThatThrownBy(() -> Dictionary.of(twice)).hasMessage("the subspaces share a direction");
  }
}
