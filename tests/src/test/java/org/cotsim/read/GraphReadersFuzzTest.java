package org.cotsim.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotsim.languages.read.graph.GraphBatchReader;
import org.cotsim.languages.read.graph.GraphFile;
import org.cotsim.languages.read.graph.GraphFiles;
import org.cotsim.read.ReaderFuzz.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Files of graphs, spoilt. */
class GraphReadersFuzzTest {

  private static final String CONCERNS_THE_WHOLE =
      "the file is empty|the file has no (edges|pairs)|the graph has no vertices|there is no .*"
          + "|the file says that the graph is .*|this looks like an adjacency matrix .*"
          + "|\\d+ (vertices|edges|entries) are declared.*|the line \".*\" is missing"
          + "|two nodes have the id .*|one graph is read, but .*"
          + "|the name of vertex .* has a control character or a lone surrogate in it";

  private static final List<Document> DOCUMENTS =
      List.of(
          new Document("a.csv", "Id,Source,Target,Type\n1,a,\"b, c\",Directed\n2,b,a,Directed\n"),
          new Document("a.txt", "# c\n3 2 {}\n1\t2 {'w': 3, 'x': [1]}\n3 3 {}\n"),
          new Document("b.txt", "3 2\n1 2 0.5\n2 3 1e3\n"),
          new Document(
              "a.mtx", "%%MatrixMarket matrix coordinate real general\n%\n3 3 2\n1 2 0.5\n3 1 7\n"),
          new Document("a.col", "c x\np edge 4 2\ne 1 2\ne 3 4\n"),
          new Document("a.gr", "c x\np tw 4 2\n1 2\n3 4\n"),
          new Document("a.graph", "% c\n3 2 1\n2 9\n1 9 3 8\n2 8\n"),
          new Document(
              "a.gml",
              """
              graph [ directed 1
               node [ id 1 label "A &amp; B" g [ x 1.0 ] ]
               node [ id 2 label "C" ]
               edge [ source 2 target 1 ]
              ]
              """),
          new Document(
              "a.dot",
              """
              strict digraph g {
               a -> {b c} -> d, e; "x" + "y" -> b:n [l=<<b>u</b>>]
               subgraph s { c /* c */ } -> d // e
              }
              """),
          new Document(
              "a.graphml",
              """
              <graphml><key id='d0' for='node'/><graph edgedefault='directed'><node id='a'>
              <graph edgedefault='directed'><node id='b'/></graph></node>
              <edge source='a' target='b'><data key='d0'>x</data></edge></graph></graphml>
              """),
          new Document("a.g6", ">>graph6<<DQc\n"),
          new Document("a.d6", "&DI?AO?\n"),
          new Document("a.s6", ":Fa@x^\n"));

  private static final List<Document> BATCHES =
      List.of(
          new Document(
              "b.jsonl",
              "{\"edges\":[[\"a long name of a vertex\",\"another name that is long\"],"
                  + "[\"a name in which much can change\",\"and one more, for good measure\"]],"
                  + "\"source\":\"a long name of a vertex\",\"target\":\"a third\"}\n"),
          new Document(
              "a.jsonl",
              "{\"edges\":[[\"a\",1],[1,\"a\\u00e9\"]],\"source\":\"a\",\"target\":1,\"label\":true}\n"));

  @TempDir private Path folder;

  @Test
  void filesOfGraphs(TestReporter reporter) throws Exception {
    ReaderFuzz fuzz = new ReaderFuzz(folder, CONCERNS_THE_WHOLE, DOCUMENTS);
    reporter.publishEntry(fuzz.run(file -> shown(GraphFiles.read(file))).toString());
  }

  @Test
  void batches(TestReporter reporter) throws Exception {
    ReaderFuzz fuzz = new ReaderFuzz(folder, CONCERNS_THE_WHOLE, BATCHES);
    reporter.publishEntry(fuzz.run(GraphReadersFuzzTest::batch).toString());
  }

  private static String shown(GraphFile file) {
    return String.join("\n", file.notes()) + "\n" + file.names();
  }

  private static String batch(Path file) throws Exception {
    int read = 0;
    try (GraphBatchReader reader = GraphBatchReader.open(file)) {
      for (Optional<?> next = reader.next(); next.isPresent(); next = reader.next()) {
        read++;
      }
    }
    return read + " read";
  }
}
