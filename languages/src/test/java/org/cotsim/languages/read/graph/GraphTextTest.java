package org.cotsim.languages.read.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTextTest {

  /** Also where the first edge could be taken for the numbers of vertices and edges. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsWrittenIsReadAgain(boolean directed) throws InputException {
    EdgeList.Builder graph = new EdgeList.Builder();
    graph.edge("5", "2");
    graph.edge("1", "2");
    graph.edge("2", "5");
    graph.edge("old town", "#x");
    graph.edge("a\"b", "a,b");
    EdgeList written = graph.build(directed);
    assertThat(GraphText.read("edges", GraphText.write(written), directed).graph())
        .isEqualTo(written);
  }

  @Test
  void anEmptyTextIsRefused() {
    assertThatThrownBy(() -> GraphText.read("edges", " \n", false))
        .isInstanceOf(InputException.class)
        .hasMessage("edges: the text has no edges");
  }
}
