package org.cotsim.sparserate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cotsim.simulator.sparserate.Subspaces;
import org.cotsim.simulator.sparserate.Tokens;
import org.junit.jupiter.api.Test;

class SubspacesTest {

  private static Subspaces estimated(Subspaces truth, double noise, Random random) {
    List<Tokens> classes =
        IntStream.range(0, truth.count())
            .mapToObj(k -> Subspaces.spannedBy(new double[][][] {truth.toVectors()[k]}))
            .map(one -> Sets.near(one, 200, noise, random))
            .toList();
    return Subspaces.principal(classes, truth.dimension());
  }

  @Test
  void principalComponentsAreTheSubspaceThatContainsTheTokens() {
    Random random = new Random(31);
    Subspaces truth = Subspaces.random(20, 3, 4, random);
    assertThat(estimated(truth, 0, random).largestAngle(truth)).isLessThan(1e-5);
    assertThat(estimated(truth, 0.3, random).largestAngle(truth)).isBetween(0.5, 10.0);
  }

  @Test
  void tokensLieNearestToTheSubspaceTheyWereDrawnFrom() {
    Random random = new Random(32);
    Subspaces truth = Subspaces.random(40, 5, 3, random);
    Tokens tokens = Sets.near(truth, 100, 0.1, random);
    assertThat(truth.nearest(tokens)).isEqualTo(Sets.labels(5, 100));
  }

  @Test
  void aTokenThatIsNowhereBelongsToNoSubspace() {
    Tokens tokens = Tokens.of(new double[][] {{0, 0, 0}, {0, 0, 1}, {1, 1, 0}, {0, -1, 0}});
    assertThat(Sets.blocks(3, 2, 1).nearest(tokens)).containsExactly(-1, -1, 0, 1);
  }

  /** Two planes that share no line, at the angle whose cosine is 0.6. */
  @Test
  void theCoherenceIsTheCosineOfTheSmallestAngle() {
    Subspaces planes =
        Subspaces.spannedBy(
            new double[][][] {{{1, 0, 0, 0}, {0, 1, 0, 0}}, {{3, 0, 4, 0}, {0, 0, 0, 5}}});
    assertThat(planes.coherence()).isCloseTo(0.6, within(1e-12));
    assertThat(Sets.blocks(6, 3, 2).coherence()).isCloseTo(0, within(1e-12));
  }

  @Test
  void dependentVectorsSpanNothingOfTheirNumber() {
    assertThatThrownBy(() -> Subspaces.spannedBy(new double[][][] {{{1, 2}, {2, 4}}}))
        .hasMessage("vectors that should span a subspace are dependent");
    assertThatThrownBy(() -> Subspaces.spannedBy(new double[][][] {{{1, 2}}, {{1, 2}, {2, 1}}}))
        .hasMessage("subspaces of different sizes");
  }
}
