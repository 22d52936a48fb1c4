package org.cotsim.languages.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllGraphsTest {

  @Test
  void thereAreAsManyInstancesAsTheFormulaSays() {
    assertThat(AllGraphs.directed(4)).hasSize(1 + 4 * 4 + 64 * 9 + 4096 * 16);
    assertThat(AllGraphs.undirected(4)).hasSize(1 + 2 * 4 + 8 * 9 + 64 * 16);
  }

  @Test
  void noGraphComesTwice() {
    Set<EdgeList> seen = new HashSet<>();
    AllGraphs.graphs(4, true).forEach(seen::add);
    assertThat(seen).hasSize(4096);
  }

  @Test
  void isLazyAndLimited() {
    assertThat(AllGraphs.directed(8).limit(100_000)).hasSize(100_000);
    assertThatThrownBy(() -> AllGraphs.directed(9)).hasMessage("from 1 to 8 vertices: 9");
  }
}
