package org.cotsim.languages.read.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cotsim.languages.graph.AllGraphs;
import org.cotsim.languages.graph.ConnectivityInstance;
import org.cotsim.languages.graph.GraphFamily;
import org.cotsim.languages.input.InputException;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.csv.CSVFormat;
import org.jgrapht.nio.csv.CSVImporter;
import org.jgrapht.nio.dimacs.DIMACSImporter;
import org.jgrapht.nio.dot.DOTExporter;
import org.jgrapht.nio.graph6.Graph6Sparse6Exporter;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphFilesTest {

  private static final String MATRIX = "%%MatrixMarket matrix coordinate ";

  @TempDir Path directory;

  static Stream<Arguments> tables() {
    String header = "line 1 is a header: edges lead from ";
    String words = " is not read as an edge: all others are between whole numbers";
    return Stream.of(
        arguments(
            "a.csv",
            "Id;TARGET;source;w\n1;b;a;x\n",
            "a b: a--b",
            header + "\"source\" to \"TARGET\"; not used: \"Id\", \"w\""),
        arguments(
            "a.csv",
            "Source,Target,Type\na,b,Directed\n",
            "a b: a->b",
            header + "\"Source\" to \"Target\""),
        arguments(
            "a.tsv",
            "from_node\tto_node\na b\tc\n",
            "a b c: a b--c",
            header + "\"from_node\" to \"to_node\""),
        arguments("a.txt", "u v\nu v\n", "u v: u--v", header + "\"u\" to \"v\""),
        arguments("a.txt", "0 1 {}\n1 2 {'weight': 3, 'c': 'x}'}\n", "0 1 2: 0--1 1--2", ""),
        arguments("a.csv", "0,1,{'weight': 3, 'c': 2}\n", "0 1: 0--1", ""),
        arguments("a.txt", "a {b}\n", "a {b}: a--{b}", ""),
        arguments(
            "a.txt",
            "# c\nhead line\n1 2\n2 3\n",
            "1 2 3: 1--2 2--3",
            "line 2 \"head line\"" + words),
        arguments("a.txt", "head line\n1 2\n", "head line 1 2: head--line 1--2", ""),
        arguments(
            "a.txt",
            "4 2\n1 2\n3 4\n",
            "1 2 3 4: 1--2 3--4",
            "line 1 \"4 2\" is not read as an edge: as many edges follow, between so many vertices"),
        arguments("a.txt", "4 2\n1 2\n3 5\n", "4 2 1 3 5: 4--2 1--2 3--5", ""),
        arguments(
            "a.txt",
            "1 2\n1 3 4\n",
            "1 2 3: 1--2 1--3",
            "lines have from 2 to 3 columns, of which the first two are read; in an adjacency list"
                + " every line would have to be split into edges"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tablesAsToolsWriteThem(String name, String text, String expected, String note)
      throws InputException {
    GraphFile file = GraphFiles.read(GraphFixtures.write(directory, name, text));
    assertThat(GraphFixtures.show(file.graph())).isEqualTo(expected);
    assertThat(String.join("\n", file.notes())).isEqualTo(note);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        arguments(
            "a.csv", "b,a\n\na,\"x, \"\"y\"\"\"\r\nb,a\n", "b a x, \"y\": b--a a--x, \"y\" b--a"),
        arguments("a.csv", "\uFEFFsource,target,weight\nu, v,0.5\n", "u v: u--v"),
        arguments(
            "a.csv",
            "New York,Boston\nBoston , Rome\n",
            "New York Boston Rome: New York--Boston Boston--Rome"),
        arguments(
            "a.txt", "# comment\n% comment\n1 2\n  2\t3 \n3 3 17 -1e3\n", "1 2 3: 1--2 2--3 3--3"),
        arguments("a.edges", "a b\tc d\n\"a b\"\te\n", "a b c d e: a b--c d a b--e"),
        arguments("a.txt", "\"p q\" r\n", "p q r: p q--r"),
        arguments("a.TXT", "source target\nsource target", "source target: source--target"),
        arguments("a.col", "c hello\np edge 3 2\ne 1 2\ne 2 1 7\n", "1 2 3: 1--2 2--1"),
        arguments("a.gr", "p sp 3 2\n% x\na 3 1 5\na 1 1 0\n", "1 2 3: 3->1 1->1"),
        arguments("a.dimacs", "p col 2 0\nn 1 5\n", "1 2:"),
        arguments(
            "a.dot",
            "digraph { a; b -> c -> \"d \\\" e\" [label=\"x -> } y\"]; }",
            "a b c d \" e: b->c c->d \" e"),
        arguments(
            "a.gv",
            "# c\n/* -> */ strict graph G { // x\n # \" ->\n a -- b; b -- a; b--b; b--b }\n",
            "a b: a--b b--b"),
        arguments(
            "a.dot",
            "graph { subgraph cluster_0 { label=<a <b>--</b>>; a:p--b:q } }  // end",
            "a b: a--b"),
        arguments(
            "a.graphml",
            graphMl("directed", "<node id='n'/><node id='m'/><edge source='m' target='n'/>"),
            "n m: m->n"),
        arguments(
            "a.graphml",
            graphMl(
                "undirected",
                "<edge source='b' target='b'/><node id='a'/><node id='b'><data key='k'>x</data></node>"),
            "a b: b--b"),
        arguments(
            "a.dot",
            "digraph { a -> {b c} -> d; subgraph x {e {f}} -> a, g; h -> subgraph x {} }",
            "a b c d e f g h: a->b a->c b->d c->d e->a e->g f->a f->g h->e h->f"),
        arguments(
            "a.dot",
            "digraph { a [label=<<table>>]; \"a\" + \"b\" -> \"c\\\nd\" [label=\"{x|y}\"]; -1.5 -> .5 }",
            "a ab cd -1.5 .5: ab->cd -1.5->.5"),
        arguments("a.dot", "strict graph { a -- {a b} -- b }", "a b: a--a a--b b--b"),
        arguments(
            "a.graphml",
            "<graphml xmlns:y='u'><key for='port' id='d0' yfiles.type='portgraphics'/>"
                + "<graph edgedefault='directed' id='G'><data key='d0'/><node id='n0'>"
                + "<data key='d6'><y:ShapeNode/></data><graph edgedefault='directed' id='n0:'>"
                + "<node id='n0::n0'/></graph></node><edge id='e' source='n0' target='n0::n0'/>"
                + "</graph></graphml>",
            "n0 n0::n0: n0->n0::n0"),
        arguments(
            "a.mtx", MATRIX + "real symmetric\n% c\n3 3 2\n2 1 0.5\n3 3 -1\n", "1 2 3: 2--1 3--3"),
        arguments("a.txt", MATRIX + "pattern general\n2 2 1\n2 1\n", "1 2: 2->1"),
        arguments("a.graph", "% c\n3 2\n2\n1 3\n2\n", "1 2 3: 1--2 2--3"),
        arguments("a.metis", "2 1 011 2\n5 6 2 9\n7 8 1 9\n", "1 2: 1--2"),
        arguments("a.graph", "2 0\n\n\n", "1 2:"),
        arguments("a.gr", "c PACE\np tw 3 2\n1 2\n2 3\n", "1 2 3: 1--2 2--3"),
        arguments(
            "a.gml",
            "Creator \"x\" # c\ngraph [ directed 1 node [ id 1 label \"A &amp; B\" graphics [ x 1.0 ] ]"
                + " node [ id 2 label \"C\" ] edge [ source 2 target 1 value 3 ] ]",
            "A & B C: C->A & B"),
        arguments("a.gml", "graph [ node [ id 7 ] node [ id 8 ] ]", "7 8:"),
        arguments("a.d6", "&AG\n", "0 1: 1->0"),
        arguments("a.s6", ":@", "0:"),
        arguments("a.s6", ":@~", "0:"),
        arguments("a.s6", ":@F", "0: 0--0 0--0 0--0"),
        arguments("a.g6", "DQc\n", "0 1 2 3 4: 2--0 3--1 4--0 4--3"),
        arguments("a.g6", ">>graph6<<@", "0:"),
        arguments("a.s6", ":Fa@x^\n", "0 1 2 3 4 5 6: 0--1 0--2 1--2 5--6"),
        arguments("a.s6", ">>sparse6<<:An", "0 1: 0--1"),
        arguments("a.s6", ":C", "0 1 2 3:"),
        arguments("a.s6", ":Dw\n", "0 1 2 3 4:"));
  }

  @Test
  void aSparse6LineMayHaveManyVerticesAndNoEdges() throws InputException {
    GraphFile graph = GraphFiles.read(GraphFixtures.write(directory, "a.s6", ":~?@M"));
    assertThat(graph.names()).hasSize(78).endsWith("77");
    assertThat(graph.edges()).isEmpty();
  }

  private static String graphMl(String direction, String body) {
    return "<?xml version='1.0'?><graphml xmlns='http://graphml.graphdrawing.org/xmlns'>"
        + "<key id='k' for='node' attr.name='x' attr.type='string'/><graph edgedefault='"
        + direction
        + "'>"
        + body
        + "</graph></graphml>";
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsEveryFormat(String name, String text, String expected) throws InputException {
    Path file = GraphFixtures.write(directory, name, text);
    GraphFile graph = GraphFiles.read(file);
    assertThat(GraphFixtures.show(graph.graph())).isEqualTo(expected);
    assertThat(GraphFiles.read(file, graph.directed())).isEqualTo(graph);
  }

  @Test
  void anEdgeListIsDirectedIfAskedFor() throws InputException {
    Path file = GraphFixtures.write(directory, "a.csv", "a,b\n");
    GraphFile graph = GraphFiles.read(file, true);
    assertThat(GraphFixtures.show(graph.graph())).isEqualTo("a b: a->b");
    assertThat(graph.question("b", "a"))
        .isEqualTo(new ConnectivityInstance(graph.graph(), 1, 0, file + " b a"));
    assertThatThrownBy(() -> graph.question("a", "z"))
        .hasMessage(file + ": the target \"z\" is not a vertex of this graph");
    assertThatThrownBy(() -> graph.question("", "a"))
        .hasMessage(file + ": the source \"\" is not a vertex of this graph");
  }

  /** What JGraphT writes is read back, in every format that it writes. */
  @Test
  void readsWhatJGraphTWrites() throws Exception {
    for (GraphFamily family : GraphFamily.values()) {
      ConnectivityInstance x = family.generate(20, true, 11);
      for (String extension :
          family.directed()
              ? new String[] {"dot", "graphml"}
              : new String[] {"dot", "graphml", "g6", "s6"}) {
        Path file = directory.resolve(family + "." + extension);
        export(x.toJGraphT(), file, extension);
        GraphFile read = GraphFiles.read(file);
        if (extension.endsWith("6")) {
          assertThat(read.edges()).as("%s", file).hasSameSizeAs(x.edges());
        } else {
          assertThat(read.graph()).as("%s", file).isEqualTo(x.graph());
        }
      }
    }
  }

  private static void export(Graph<String, DefaultEdge> graph, Path file, String extension)
      throws Exception {
    switch (extension) {
      case "dot" -> new DOTExporter<String, DefaultEdge>(v -> v).exportGraph(graph, file.toFile());
      case "graphml" ->
          new GraphMLExporter<String, DefaultEdge>(v -> v).exportGraph(graph, file.toFile());
      default ->
          new Graph6Sparse6Exporter<String, DefaultEdge>(
                  extension.equals("g6")
                      ? Graph6Sparse6Exporter.Format.GRAPH6
                      : Graph6Sparse6Exporter.Format.SPARSE6)
              .exportGraph(graph, file.toFile());
    }
  }

  /** The line formats are read without jgrapht-io, and agree with it where it is careful enough. */
  @Test
  void agreesWithTheJGraphTImportersOfLineFormats() throws Exception {
    String csv = "a,b\nb,c d\na,b\na,a\n";
    CSVImporter<String, DefaultEdge> csvImporter = new CSVImporter<>(CSVFormat.EDGE_LIST);
    csvImporter.setVertexFactory(name -> name);
    Graph<String, DefaultEdge> expected = new DirectedPseudograph<>(DefaultEdge.class);
    csvImporter.importGraph(expected, new StringReader(csv));
    assertThat(GraphFiles.read(GraphFixtures.write(directory, "a.csv", csv), true).graph())
        .isEqualTo(ConnectivityInstance.of(expected, "a", "a").graph());

    String dimacs = "c x\np sp 4 4\na 1 2 7\na 2 3 7\na 1 1 2\na 1 2 7\n";
    DIMACSImporter<String, DefaultEdge> importer = new DIMACSImporter<>();
    importer.setVertexFactory(number -> "" + number);
    expected = new DirectedPseudograph<>(DefaultEdge.class);
    importer.importGraph(expected, new StringReader(dimacs));
    assertThat(GraphFiles.read(GraphFixtures.write(directory, "a.gr", dimacs)).graph())
        .isEqualTo(ConnectivityInstance.of(expected, "1", "1").graph());
  }

  @Test
  void everySmallGraphComesBackFromDot() throws Exception {
    for (var graph : AllGraphs.graphs(3, true).toList()) {
      ConnectivityInstance x = new ConnectivityInstance(graph, 0, 0, "");
      Path file = directory.resolve("x.gv");
      export(x.toJGraphT(), file, "dot");
      assertThat(GraphFiles.read(file).graph()).isEqualTo(graph);
    }
  }
}
