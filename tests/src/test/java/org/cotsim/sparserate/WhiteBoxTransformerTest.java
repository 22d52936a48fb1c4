package org.cotsim.sparserate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.cotsim.simulator.sparserate.CodingRate;
import org.cotsim.simulator.sparserate.Compression;
import org.cotsim.simulator.sparserate.GradientForm;
import org.cotsim.simulator.sparserate.Measure;
import org.cotsim.simulator.sparserate.Objective;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Threshold;
import org.cotsim.simulator.sparserate.Tokens;
import org.cotsim.simulator.sparserate.WhiteBoxLayer;
import org.cotsim.simulator.sparserate.WhiteBoxTransformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteBoxTransformerTest {

  private static final CodingRate RATE = new CodingRate(0.5);

  private static WhiteBoxTransformer built(
      Subspaces subspaces, GradientForm form, double step, double weight) {
    return WhiteBoxTransformer.of(
        subspaces, 3, new Compression(form, step, RATE), Threshold.SOFT, weight);
  }

  /** Both halves do what they are for, layer by layer, and the objective falls. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void eachLayerCompressesSparsifiesAndLowersTheObjective(long seed) {
    Random random = new Random(seed);
    Subspaces subspaces = Subspaces.random(32, 5, 3, random);
    Tokens tokens = Sets.near(subspaces, 150, 0.3, random);
    Objective objective = new Objective(RATE, 0.05);
    WhiteBoxTransformer transformer = built(subspaces, GradientForm.EXACT, 0.5, 0.05);
    List<WhiteBoxLayer.Pass> passes = transformer.run(tokens);
    for (int i = 0; i < passes.size(); i++) {
      WhiteBoxLayer layer = transformer.layers().get(i);
      WhiteBoxLayer.Pass pass = passes.get(i);
      Measure before = objective.of(layer.subspaces(), pass.entering());
      assertThat(RATE.against(layer.subspaces(), pass.bare()))
          .as("seed %d, layer %d", seed, i)
          .isLessThan(before.againstSubspaces() - 0.05);
      assertThat(pass.codes().nonzeroShare()).isLessThan(pass.compressed().nonzeroShare() - 0.1);
      assertThat(objective.of(layer.subspacesOfCodes(), pass.codes()).objective())
          .as("seed %d, layer %d", seed, i)
          .isLessThan(before.objective());
    }
  }

  /** A step of size 0 and a weight of 0: only coordinates change, and no rate. */
  @Test
  void layersThatDoNothingChangeNoRate() {
    Random random = new Random(41);
    Subspaces subspaces = Subspaces.random(16, 3, 3, random);
    Tokens tokens = Sets.near(subspaces, 60, 0.3, random).onSphere();
    WhiteBoxTransformer idle = built(subspaces, GradientForm.ATTENTION, 0, 0);
    List<WhiteBoxLayer.Pass> passes = idle.run(tokens);
    Tokens codes = passes.get(2).codes();
    assertThat(RATE.of(codes)).isCloseTo(RATE.of(tokens), within(1e-9));
    assertThat(RATE.against(idle.layers().get(2).subspacesOfCodes(), codes))
        .isCloseTo(RATE.against(subspaces, tokens), within(1e-9));
    assertThat(idle.layers().get(2).subspacesOfCodes().nearest(codes))
        .isEqualTo(subspaces.nearest(tokens));
  }

  @Test
  void tokensLieOnTheSphereBetweenTheSteps() {
    Random random = new Random(42);
    Subspaces subspaces = Subspaces.random(16, 3, 3, random);
    Tokens tokens = Sets.near(subspaces, 60, 0.3, random);
    for (WhiteBoxLayer.Pass pass :
        built(subspaces, GradientForm.ATTENTION, 0.5, 0.02).run(tokens)) {
      assertThat(pass.entering().frobeniusNorm()).isCloseTo(Math.sqrt(60), within(1e-9));
      assertThat(pass.compressed().frobeniusNorm()).isCloseTo(Math.sqrt(60), within(1e-9));
      assertThat(pass.bare().frobeniusNorm()).isLessThan(Math.sqrt(60) - 1);
    }
  }
}
