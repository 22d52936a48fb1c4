package org.cotsim.languages.read.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.Edge;
import org.cotsim.languages.graph.EdgeList;
import org.cotsim.languages.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphPairsReaderTest {

  private static final GraphFile GRAPH =
      new GraphFile(
          "g.csv", new EdgeList(List.of("a", "b", "c d"), List.of(new Edge(0, 1)), false));

  @TempDir Path directory;

  @Test
  void readsPairsBetweenCommasTabsOrBlanks() throws InputException {
    Path file =
        GraphFixtures.write(directory, "p", "# pairs\na b\n\na,c d\nc d\ta\r\n\"c d\" \"c d\"");
    List<ConnectivityInstance> pairs = GraphPairsReader.read(file, GRAPH);
    assertThat(pairs)
        .extracting(x -> x.sourceName() + "|" + x.targetName())
        .containsExactly("a|b", "a|c d", "c d|a", "c d|c d");
    assertThat(pairs).extracting(ConnectivityInstance::label).first().isEqualTo(file + ":2");
    assertThat(pairs).allSatisfy(x -> assertThat(x.graph()).isSameAs(GRAPH.graph()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b%a  z | p:2:4: \"z\" is not a vertex of g.csv",
        "a | p:1:1: \"a\" is not a pair \"source target\"",
        "a b c | p:1:1: \"a b c\" is not a pair \"source target\"",
        "a,'' | p:1:3: \"\" is not a vertex of g.csv",
        "\"a b | p:1:1: this quote is not closed",
        "# none | p: the file has no pairs",
        "'' | p: the file is empty"
      })
  void everyMistakeHasItsPlaceAndItsSentence(String text, String message) {
    Path file =
        GraphFixtures.write(
            directory, "p", text.strip().replace("''", "").replace('%', '\n') + "\n");
    InputException e =
        catchThrowableOfType(InputException.class, () -> GraphPairsReader.read(file, GRAPH));
    assertThat(GraphFixtures.messages(e, directory)).isEqualTo(message);
  }
}
