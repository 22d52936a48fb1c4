package org.cotsim.sparserate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.cotsim.simulator.sparserate.CodingRate;
import org.cotsim.simulator.sparserate.Compression;
import org.cotsim.simulator.sparserate.GradientForm;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

  private static final double EXACT = 1e-12;
  private static final CodingRate RATE = new CodingRate(0.5);

  private static double first(Tokens tokens) {
    return tokens.toRows()[0][0];
  }

  /**
   * Two tokens, orthogonal, of length c, in a subspace of dimension 2: b = 2/(2 e^2) = 4, and each
   * form's step can be written down.
   */
  @ParameterizedTest
  @CsvSource({
    "EXACT, 0.7",
    "FIRST_ORDER, 0.7",
    "PROJECTED, 0.7",
    "ATTENTION, 0.7",
    "RESIDUAL, 0.7",
    "EXACT, 0",
    "ATTENTION, 3"
  })
  void aStepOnTwoOrthogonalTokensIsWhatItsFormulaSays(GradientForm form, double step) {
    double c = 0.8;
    double b = 4;
    double self =
        Math.exp(c * c) / (Math.exp(c * c) + 1); // attention to itself; the rest to the other
    double kept =
        switch (form) {
          case EXACT -> 1 - step / (1 + b * c * c);
          case FIRST_ORDER -> 1 - step * (1 - b * c * c);
          case PROJECTED, ATTENTION -> 1 - step * (1 - b * self);
          case RESIDUAL -> 1 + step * self;
        };
    double other =
        switch (form) {
          case EXACT, FIRST_ORDER -> 0;
          case PROJECTED, ATTENTION -> step * b * (1 - self);
          case RESIDUAL -> step * (1 - self);
        };
    double[][] after =
        new Compression(form, step, RATE).of(Sets.basis(2, 2, c), Sets.blocks(2, 1, 2)).toRows();
    assertThat(after[0]).containsExactly(new double[] {c * kept, c * other}, within(EXACT));
    assertThat(after[1]).containsExactly(new double[] {c * other, c * kept}, within(EXACT));
  }

  /** Only the whole form shrinks what lies outside of all subspaces. */
  @ParameterizedTest
  @EnumSource(GradientForm.class)
  void whatIsOrthogonalToTheSubspacesIsKeptButForTheAttentionForm(GradientForm form) {
    Tokens outside = Tokens.of(new double[][] {{0, 0, 2}, {0, 0, -1}});
    Tokens after = new Compression(form, 0.25, RATE).of(outside, Sets.blocks(3, 1, 2));
    double kept = form == GradientForm.ATTENTION ? 0.75 : 1;
    assertThat(after.toRows()[0]).containsExactly(new double[] {0, 0, 2 * kept}, within(EXACT));
  }

  /** The derivative of the rate along a random direction, by central differences. */
  @Test
  void theExactGradientIsTheDerivativeOfTheRate() {
    Random random = new Random(11);
    Subspaces subspaces = Subspaces.random(10, 3, 3, random);
    Tokens tokens = Sets.near(subspaces, 25, 0.5, random);
    Tokens direction = Sets.near(subspaces, 25, 1, random);
    double[][] gradient =
        new Compression(GradientForm.EXACT, 1, RATE).descent(tokens, subspaces).gradient().toRows();
    double expected = 0;
    double[][] to = direction.toRows();
    for (int n = 0; n < to.length; n++) {
      for (int i = 0; i < to[n].length; i++) {
        expected += gradient[n][i] * to[n][i];
      }
    }
    double h = 1e-5;
    double above = RATE.against(subspaces, moved(tokens, direction, h));
    double below = RATE.against(subspaces, moved(tokens, direction, -h));
    assertThat((above - below) / (2 * h)).isCloseTo(expected, within(1e-7));
    assertThat(Math.abs(expected)).isGreaterThan(0.01);
  }

  private static Tokens moved(Tokens tokens, Tokens direction, double by) {
    double[][] rows = tokens.toRows();
    double[][] to = direction.toRows();
    for (int n = 0; n < rows.length; n++) {
      for (int i = 0; i < rows[n].length; i++) {
        rows[n][i] += by * to[n][i];
      }
    }
    return Tokens.of(rows);
  }

  /** A step turns c into c (1 - s/(1 + b c^2)): longer than before from s = 2 (1 + b c^2) on. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.8, 3})
  void aFiniteStepRaisesTheRateFromTwiceTheInverseCurvatureOn(double c) {
    Tokens tokens = Sets.basis(2, 2, c);
    Subspaces plane = Sets.blocks(2, 1, 2);
    double before = RATE.against(plane, tokens);
    double turn = 2 * (1 + 4 * c * c);
    Compression.Descent down = new Compression(GradientForm.EXACT, 1, RATE).descent(tokens, plane);
    assertThat(RATE.against(plane, down.after(0.99 * turn))).isLessThan(before);
    assertThat(RATE.against(plane, down.after(1.01 * turn))).isGreaterThan(before);
    assertThat(first(down.after(turn))).isCloseTo(-c, within(EXACT));
  }

  @Test
  void theExactFormAgreesWithItselfAndTheResidualFormClimbs() {
    Random random = new Random(12);
    Subspaces subspaces = Subspaces.random(12, 3, 3, random);
    Tokens tokens = Sets.near(subspaces, 40, 0.2, random).onSphere();
    Compression.Agreement exact =
        new Compression(GradientForm.EXACT, 1, RATE).agreement(tokens, subspaces);
    assertThat(exact.cosine()).isCloseTo(1, within(EXACT));
    assertThat(exact.relativeError()).isCloseTo(0, within(EXACT));
    Compression residual = new Compression(GradientForm.RESIDUAL, 0.5, RATE);
    assertThat(residual.agreement(tokens, subspaces).cosine()).isNegative();
    assertThat(RATE.against(subspaces, residual.of(tokens, subspaces)))
        .isGreaterThan(RATE.against(subspaces, tokens));
  }

  /** The series of the inverse: its error falls with the square of the energy. */
  @Test
  void theFirstOrderFormIsGoodWhereTheDistortionIsLarge() {
    Random random = new Random(13);
    Subspaces subspaces = Subspaces.random(12, 3, 3, random);
    Tokens tokens = Sets.near(subspaces, 40, 0.2, random).onSphere();
    CodingRate coarse = new CodingRate(10);
    double energy = coarse.largestEnergy(subspaces, tokens);
    double error =
        new Compression(GradientForm.FIRST_ORDER, 1, coarse)
            .agreement(tokens, subspaces)
            .relativeError();
    assertThat(energy).isLessThan(0.02);
    assertThat(error).isLessThan(energy * energy);
    assertThat(
            new Compression(GradientForm.FIRST_ORDER, 1, new CodingRate(0.05))
                .agreement(tokens, subspaces)
                .relativeError())
        .isGreaterThan(1);
  }
}
