package org.cotsim.languages.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import org.cotsim.languages.oracle.ConnectivityOracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphFamilyTest {

  private static final int SEEDS = 60;
  private static final List<Integer> SIZES = List.of(8, 9, 15, 40);

  @ParameterizedTest
  @EnumSource
  void theAnswerIsTheOneAskedFor(GraphFamily family) {
    for (int size : SIZES) {
      for (long seed = 0; seed < SEEDS; seed++) {
        for (boolean connected : new boolean[] {true, false}) {
          ConnectivityInstance instance = family.generate(size, connected, seed);
          assertThat(ConnectivityOracle.reachable(instance))
              .as(instance.label())
              .isEqualTo(connected);
          assertThat(instance.names()).as(instance.label()).hasSize(size);
          assertThat(instance.directed()).isEqualTo(family.directed());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingButTheTargetTellsTheClassesApart(GraphFamily family) {
    for (int size : SIZES) {
      for (long seed = 0; seed < SEEDS; seed++) {
        ConnectivityInstance yes = family.generate(size, true, seed);
        ConnectivityInstance no = family.generate(size, false, seed);
        assertThat(yes.graph()).as(yes.label()).isEqualTo(no.graph());
        assertThat(yes.source()).as(yes.label()).isEqualTo(no.source());
        assertThat(degrees(yes, yes.target()))
            .as(yes.label())
            .isEqualTo(degrees(no, no.target()))
            .isNotEqualTo("in 0 out 0");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void noTargetIsTheSourceOrNextToIt(GraphFamily family) {
    for (long seed = 0; seed < SEEDS; seed++) {
      for (boolean connected : new boolean[] {true, false}) {
        ConnectivityInstance x = family.generate(12, connected, seed);
        assertThat(x.source()).as(x.label()).isNotEqualTo(x.target());
        assertThat(x.edges()).as(x.label()).doesNotContain(new Edge(x.source(), x.target()));
        if (!x.directed()) {
          assertThat(x.edges()).as(x.label()).doesNotContain(new Edge(x.target(), x.source()));
        }
      }
    }
  }

  /** Vertex numbers must not give the answer away either: the mean of t is near the middle. */
  @ParameterizedTest
  @EnumSource
  void namesAreShuffled(GraphFamily family) {
    for (boolean connected : new boolean[] {true, false}) {
      TreeMap<Integer, Integer> targets = new TreeMap<>();
      double sum = 0;
      for (long seed = 0; seed < 500; seed++) {
        int target = family.generate(8, connected, seed).target();
        targets.merge(target, 1, Integer::sum);
        sum += target;
      }
      assertThat(targets.keySet()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
      assertThat(sum / 500).as("mean of t, seeds 0 to 499").isBetween(3.1, 3.9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSeedDecidesEverything(GraphFamily family) {
    ConnectivityInstance first = family.generate(20, true, 7);
    ConnectivityInstance again = family.generate(20, true, 7);
    assertThat(first).isEqualTo(again);
    assertThat(family.generate(20, true, 7).edges())
        .isNotEqualTo(family.generate(20, true, 8).edges());
    assertThat(family.generate(20, true, 7).label()).isEqualTo(family + " n=20 seed=7 connected");
  }

  @Test
  void tooFewVerticesAreRefused() {
    assertThatThrownBy(() -> GraphFamily.GRID.generate(7, true, 1))
        .hasMessage("at least 8 vertices: 7");
    assertThat(GraphFamily.TWO_PATHS_DIRECTED).hasToString("two-paths-directed");
  }

  private static String degrees(ConnectivityInstance instance, int vertex) {
    long in = instance.edges().stream().filter(edge -> edge.target() == vertex).count();
    long out = instance.edges().stream().filter(edge -> edge.source() == vertex).count();
    return instance.directed() ? "in " + in + " out " + out : "degree " + (in + out);
  }
}
